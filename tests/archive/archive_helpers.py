"""What the tests of the archive step share: the step itself, and shards so small that a small archive has several."""

import csv
import io
import os
from contextlib import contextmanager
from types import SimpleNamespace
from unittest import mock

from qantar.paths import ROOT

SCRIPT = ROOT / "scripts" / "extract_archive.py"
SHARD = 8000  # bytes


class Killed(BaseException):
    """Stands for a kill: nothing in the code can catch it by mistake."""


@contextmanager
def killed_before_rename(fatal):
    """Let `fatal` renames happen and raise `Killed` in place of the next one."""
    rename, done = os.replace, []

    def replace(old, new):
        if len(done) == fatal:
            raise Killed
        done.append(new)
        rename(old, new)

    with mock.patch("os.replace", replace):
        yield


def arguments(archive, out, **more):
    """The arguments of a run with one process and small shards, but for what is said otherwise."""
    usual = {"event": None, "fields": (), "rejects": False, "workers": 1, "scheduler": None, "shard_bytes": SHARD}
    return SimpleNamespace(input=[archive], out=out, **(usual | more))


def rows_of(files, table="claims"):
    """The rows of all shards of a table, in order of the shards."""
    shards = [data for name, data in files.items() if name.startswith(f"{table}/") and name.endswith(".csv")]
    return [row for data in shards for row in csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""))]
