"""Run notebooks side by side, each in a kernel of its own, and bring back what they put out and drew."""

import asyncio
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from qantar import paths
from qantar.cli import cores
from qantar.errors import InputError
from qantar.report import privacy, reads
from qantar.report.notebooks import code_cells, read_notebook

CELL_TIMEOUT = 600  # seconds
MESSAGE_LENGTH = 300


@dataclass
class Run:
    """What one notebook did.

    Attributes:
        outputs: the outputs of each code cell, in order, as plain dicts.
        tables: names of the tables that it read.
        modules: files of this package that it used.
        figures: name and bytes of each file that it drew.
        seconds: how long it took.
    """

    outputs: list
    tables: list
    modules: list
    figures: dict
    seconds: float = 0.0


def kernel_environment(raw, processed, scratch):
    """The environment of a kernel: where the data are, where figures go, and nothing that varies between runs."""
    return {
        **os.environ,
        "QANTAR_RAW": str(raw),
        "QANTAR_PROCESSED": str(processed),
        "QANTAR_FIGURES": str(scratch / "figures"),
        reads.LOG: str(scratch / "reads"),
        "PYTHONHASHSEED": "0",
        "OMP_NUM_THREADS": "1",  # the cores are busy with notebooks
        "OPENBLAS_NUM_THREADS": "1",
    }


def new_client(notebook, folder):
    """A client for one notebook, with a kernel of this very Python whatever other kernels the user has installed."""
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from traitlets.config import Config

    # From version 7.3 on, ipykernel warns at each start unless encryption is decided.
    config = Config({"KernelManager": {"transport_encryption": "auto"}})
    manager = AsyncKernelManager(
        kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]), config=config
    )
    return NotebookClient(
        notebook,
        km=manager,
        timeout=CELL_TIMEOUT,
        record_timing=False,
        shutdown_kernel="immediate",  # nothing is left to save
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=[f"--IPKernelApp.exec_lines={reads.START}"],
    )


def find_failure(notebook):
    """The number of the cell that failed, counted from 1, and the heading it stands below."""
    heading = ""
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "markdown" and cell.source.startswith("#"):
            heading = cell.source.splitlines()[0].lstrip("# ")
        if any(output.output_type == "error" for output in cell.get("outputs", [])):
            return number, heading
    return len(notebook.cells), heading


def explain(path, notebook, error):
    """The failure of a notebook as one message with notebook, cell, error and remedy."""
    number, heading = find_failure(notebook)
    name = getattr(error, "ename", "") or type(error).__name__
    message = " ".join((getattr(error, "evalue", "") or str(error)).split())[:MESSAGE_LENGTH].rstrip(".")
    section = f" (section “{heading}”)" if heading else ""
    problem = f"cell {number}{section} stopped with {name}: {privacy.hide(message)}"
    remedy = "rebuild the tables with scripts/03_build_tables.py; if it stays, open the notebook (make lab) and run it"
    return InputError(path.name, problem, remedy)


async def run_one(path, raw, processed):
    """Run one notebook in its own folder; InputError where a cell fails."""
    from nbclient.exceptions import CellControlSignal, DeadKernelError

    started = time.perf_counter()
    notebook = read_notebook(path)
    with tempfile.TemporaryDirectory(prefix="qantar-") as scratch:
        scratch = Path(scratch).resolve()
        (scratch / "figures").mkdir()
        client = new_client(notebook, path.parent)
        try:
            await client.async_execute(env=kernel_environment(raw, processed, scratch), cleanup_kc=True)
        except (CellControlSignal, DeadKernelError) as error:
            raise explain(path, notebook, error) from None
        notebook = privacy.without_machine(notebook, [scratch / "figures", scratch, raw, processed])
        return Run(
            outputs=[cell.outputs for cell in code_cells(notebook)],
            tables=reads.read_log(scratch / "reads", processed),
            modules=reads.read_log(scratch / "reads", reads.PACKAGE),
            figures={file.name: file.read_bytes() for file in sorted((scratch / "figures").iterdir())},
            seconds=time.perf_counter() - started,
        )


async def run_side_by_side(notebooks, raw, processed, done):
    """Run notebooks with as many kernels as cores; after a failure no further one is started."""
    free, runs, failures = asyncio.Semaphore(cores()), {}, []

    async def run_when_free(path):
        async with free:
            try:
                if not failures:
                    runs[path] = await run_one(path, raw, processed)
                    done(path, runs[path])
            except InputError as error:
                failures.append(error)

    # The longest first, so that none of them is left to run alone at the end; file size is a fair guess.
    await asyncio.gather(*map(run_when_free, sorted(notebooks, key=lambda path: -path.stat().st_size)))
    if failures:
        raise failures[0]
    return runs


def wait_for(coroutine):
    """The result of a coroutine, also where an event loop is running already, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def run_all(notebooks, raw=None, processed=None, done=lambda path, run: None):
    """Run notebooks side by side.

    Args:
        notebooks: paths.
        raw: folder of the raw data, default the project's.
        processed: folder of the tables, default the project's.
        done: called with path and `Run` as each is finished.

    Returns:
        `Run` by path.

    Raises:
        InputError: a cell failed; names the notebook, the cell, the error and a remedy.
    """
    raw, processed = Path(raw or paths.RAW).resolve(), Path(processed or paths.PROCESSED).resolve()
    return wait_for(run_side_by_side(notebooks, raw, processed, done))
