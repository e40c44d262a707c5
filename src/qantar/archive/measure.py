"""How fast a reader is and how much memory it takes: in a process and on a core of its own.

`python -m qantar.archive.measure READER FILE SECONDS` prints what it measured as JSON; with `run` for the reader, the
memory that a whole run takes.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

from .prose import write_documents

SHARD = 1024 * 1024  # bytes of input, so that a small corpus makes several


def write_corpus(path, density, size, length=2000, seed=1):
    """A JSONL file of made-up documents; see `prose.write_documents`."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for entry in write_documents(seed, density, size, length):
            file.write(json.dumps(entry) + "\n")
    return Path(path)


def measure_reader(name, corpus, seconds):
    """Run one reader over a corpus in a fresh process on one core.

    Args:
        name: of the reader in `peers.READERS`.
        corpus: a JSONL file of documents.
        seconds: of processor time after which a slow reader may stop; the rate is that of what it has read.

    Returns:
        dict of `mb` and `documents` read, `seconds` of processor time, `found`, `peak_mb` of memory (None where the
        system does not tell); or of `absent`, the name of the package that is not installed.
    """
    command = [sys.executable, "-m", __name__, name, str(corpus), str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return {"absent": (done.stderr.strip().splitlines() or ["no reason given"])[-1]}
    return json.loads(done.stdout.splitlines()[-1])


def measure_memory(corpus):
    """The most memory that a whole run over a corpus takes in a fresh process, in MB; None where nobody tells."""
    command = [sys.executable, "-m", __name__, "run", str(corpus), "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])["peak_mb"]


def measure_run(corpus, workers=1, scheduler=None):
    """Wall-clock seconds of a whole archive run over a corpus."""
    from .run import extract_archive

    with tempfile.TemporaryDirectory() as folder:
        usual = {"event": None, "fields": (), "rejects": False, "shard_bytes": SHARD}
        given = {"input": [Path(corpus)], "out": Path(folder, "out"), "workers": workers, "scheduler": scheduler}
        started = time.perf_counter()
        extract_archive(SimpleNamespace(**usual, **given))
        return time.perf_counter() - started


def _measure(name, corpus, seconds):
    if name == "run":
        return {"seconds": measure_run(corpus), "peak_mb": _peak()}
    from .peers import READERS

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    try:
        read = READERS[name]()
    except (ImportError, AttributeError) as error:
        return {"absent": str(error)}
    size = documents = found = 0
    with open(corpus, encoding="utf-8") as file:
        read(json.loads(file.readline()))  # what is loaded at the first use is no part of the rate
        started = time.process_time()
        for line in file:
            entry = json.loads(line)
            found += read(entry)
            size, documents = size + len(entry["text"].encode()), documents + 1
            if time.process_time() - started > seconds:
                break
    spent = time.process_time() - started
    return {"mb": size / 1e6, "documents": documents, "seconds": spent, "found": found, "peak_mb": _peak()}


def _peak():
    try:
        import resource
    except ModuleNotFoundError:  # not on Windows
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1], sys.argv[2], float(sys.argv[3]))))
