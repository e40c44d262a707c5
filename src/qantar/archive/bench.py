"""The benchmark: readers against each other, processes against each other, cost against length and density."""

import os
import platform
import tempfile
from datetime import date
from pathlib import Path

from .measure import measure_memory, measure_reader, measure_run, write_corpus
from .peers import READERS

LENGTHS = (500, 2000, 8000, 32000)  # characters of a document
DENSITIES = (0.0, 0.01, 0.05, 0.2, 1.0)  # share of sentences with figures
SMALL = 1_000_000  # characters of the corpora of the series, and of a run that only warms up
RUN = 50 * SMALL  # characters of the corpus that one and two processes share


def run_benchmark(size, density, seconds, memory=0, report=print):
    """All measurements in one run.

    Args:
        size: characters of the main corpus.
        density: share of its sentences that state figures.
        seconds: of processor time that a reader gets at most.
        memory: characters of the input over which memory is watched, beside a tenth of it; 0 leaves this out.
        report: called with each line of the account.

    Returns:
        dict with the keys machine, date, corpus, readers, scaling, memory, length and density; rates in MB and
        documents per second of processor time, those of scaling per second of the clock; memory in MB by size of the
        input in MB.
    """
    with tempfile.TemporaryDirectory() as folder:
        report(f"{_machine()}; {size / 1e6:g} MB, {density:.1%} of the sentences with figures")
        corpus = write_corpus(Path(folder, "main.jsonl"), density, size)
        readers = _compare(corpus, seconds, report)
        scaling = _scale(Path(folder), density, min(size, RUN), report)
        peaks = {n / 1e6: _peak_over(Path(folder, "m.jsonl"), density, n, report) for n in (memory // 10, memory) if n}
        lengths = {n: _ours(Path(folder, "n.jsonl"), density, n, seconds, report, "length") for n in LENGTHS}
        densities = {d: _ours(Path(folder, "d.jsonl"), d, 2000, seconds, report, "density") for d in DENSITIES}
    about = {"machine": _machine(), "date": date.today().isoformat()}
    about |= {"corpus": {"characters": size, "density": density}, "readers": readers, "scaling": scaling}
    return about | {"memory": peaks, "length": lengths, "density": densities}


def _compare(corpus, seconds, report):
    report(f"\n{'reader':22}{'MB/s':>10}{'documents/s':>14}{'peak MB':>10}{'found':>10}{'times slower':>15}")
    rows, own = {}, None
    for name in READERS:
        found = measure_reader(name, corpus, seconds)
        rows[name] = found if "absent" in found else found | rates(found)
        own = own or rows[name].get("mb_per_second")
        report(f"{name:22}{_account(rows[name], own)}")
    return rows


def rates(found):
    """MB and documents per second of what was measured.

    >>> rates({"mb": 3, "documents": 10, "seconds": 2})
    {'mb_per_second': 1.5, 'documents_per_second': 5.0}
    """
    seconds = max(found["seconds"], 1e-9)
    return {"mb_per_second": found["mb"] / seconds, "documents_per_second": found["documents"] / seconds}


def _account(row, own):
    if "absent" in row:
        return f"   absent: {row['absent']}"
    slower = f"{own / row['mb_per_second']:15.2f}" if own else ""
    peak = f"{row['peak_mb']:10.0f}" if row["peak_mb"] else f"{'':10}"
    return f"{row['mb_per_second']:10.3f}{row['documents_per_second']:14.0f}{peak}{row['found']:10}{slower}"


def _scale(folder, density, size, report):
    """Whole runs with one and two processes, and on a local cluster where Dask is installed; all of them warm."""
    warm = write_corpus(folder / "warm.jsonl", density, min(size, SMALL))
    corpus = write_corpus(folder / "run.jsonl", density, size)
    measure_run(warm)
    seconds = {"1 process": measure_run(corpus), "2 processes": measure_run(corpus, workers=2)}
    try:
        from dask.distributed import LocalCluster
    except ModuleNotFoundError:
        report("\nno local cluster: dask is absent")
    else:
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            for _ in range(2):  # each worker loads its lexicons
                measure_run(warm, scheduler=cluster.scheduler_address)
            seconds["cluster of 2"] = measure_run(corpus, scheduler=cluster.scheduler_address)
    report(f"\n{'whole runs':22}{'MB/s':>10}{'times one process':>20}")
    megabytes = corpus.stat().st_size / 1e6
    for name, spent in seconds.items():
        report(f"{name:22}{megabytes / spent:10.3f}{seconds['1 process'] / spent:20.2f}")
    return {name: {"mb": megabytes, "seconds": spent} for name, spent in seconds.items()}


def _peak_over(path, density, size, report):
    """The most memory that a run takes over an input, in MB; None where the system does not tell."""
    peak = measure_memory(write_corpus(path, density, size))
    path.unlink()
    report(f"memory{size / 1e6:19g} MB{peak or 0:10.0f} MB at most")
    return peak


def _ours(path, density, length, seconds, report, varied):
    found = measure_reader("qantar", write_corpus(path, density, SMALL, length), min(seconds, 5))
    row = found | rates(found)
    value = f"{length} characters" if varied == "length" else f"{density:.0%} figures"
    report(f"{varied:9}{value:>18}{row['mb_per_second']:10.3f} MB/s{row['documents_per_second']:10.0f} documents/s")
    return row


def _machine():
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _processor():
    """The name of the processor where the system tells it, else its kind."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
