"""How far a run is: share, rate and time left, on standard error."""

import sys
import time

EVERY = 10  # seconds between two lines where nobody is watching


class Progress:
    """Counts what is done; on a terminal one line that rewrites itself, elsewhere a line now and then."""

    def __init__(self, size, kept=0, stream=None, clock=time.monotonic):
        self.size, self.done, self.documents, self.claims, self.bad = size, 0, 0, 0, 0
        self.stream, self.clock = stream or sys.stderr, clock
        self.started = self.shown = clock()
        if kept:
            print(f"{kept} shards are there from an earlier run and are kept", file=self.stream)

    def add(self, size, record):
        """Count one shard: the bytes of its input and its record."""
        self.done += size
        self.documents += record["documents"]
        self.claims += record["claims"]
        self.bad += len(record["bad"])
        if self.stream.isatty():
            print(f"\r{self.line():100.100}", end="", file=self.stream, flush=True)
        elif self.clock() - self.shown >= EVERY:
            self.shown = self.clock()
            print(self.line(), file=self.stream, flush=True)

    def line(self):
        """The state of the run in one line."""
        spent = max(self.clock() - self.started, 1e-9)
        rate = self.done / spent
        left = (self.size - self.done) / rate if rate else 0
        return (
            f"{self.done / max(self.size, 1):4.0%}  {self.documents} documents  {self.claims} claims  {self.bad} bad  "
            f"{rate / 1e6:.2f} MB/s  {self.documents / spent:.0f} documents/s  {_clock(left)} left"
        )

    def close(self):
        if self.stream.isatty():
            print(file=self.stream)


def _clock(seconds):
    """Seconds as hours, minutes and seconds.

    >>> _clock(3725.4)
    '1:02:05'
    """
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
