"""A whole run: pieces to workers, local or on a cluster; every worker writes its own shards, so order never matters."""

import multiprocessing
import signal
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from qantar.errors import InputError
from qantar.event import read_event

from . import plan
from .documents import FIELDS
from .extract import Options
from .fields import check_fields
from .inputs import find_pieces
from .progress import Progress
from .shards import has_pyarrow, write_shard

PIECE = 8 * 1024 * 1024  # bytes of input of a shard


def extract_archive(arguments):
    """Read an archive into shards of tables; see scripts/extract_archive.py for what `arguments` holds.

    Returns:
        One line that says what was done.

    Raises:
        InputError: input, output folder or options cannot be used; a worker was lost.
    """
    out = arguments.out.resolve()
    if out.exists() and not out.is_dir():
        raise InputError(arguments.out, "a file, no folder", "name a folder with --out, new or of a run to go on with")
    try:
        return _extract(arguments, out)
    except OSError as error:
        raise _no_access(error, out) from None


def _extract(arguments, out):
    if any(out == given.resolve() or given.resolve() in out.parents for given in arguments.input if given.is_dir()):
        raise InputError(arguments.out, "inside the input", "name a folder beside it with --out")
    event = read_event(arguments.event, "name the right file with --event") if arguments.event else None
    options = Options(event, arguments.rejects, arguments.fields)
    pieces = find_pieces(arguments.input, arguments.shard_bytes)
    check_fields(pieces, dict(options.fields))
    manifest = plan.make_manifest(pieces, options)
    missing = plan.begin(out, manifest)
    if not has_pyarrow():
        print("pyarrow is not installed: CSV only. For Parquet too: pip install 'qantar[scale]'", file=sys.stderr)
    tasks = [Task(str(out), number, pieces[number], options) for number in missing]
    progress = Progress(sum(task.piece.size for task in tasks), kept=len(pieces) - len(tasks))
    for task, record in _results(tasks, arguments):
        progress.add(task.piece.size, record)
    progress.close()
    _make_again(out, manifest, pieces, options, arguments)
    totals = plan.finish(out, manifest)
    _check_any(totals, out)
    return _summary(totals, len(pieces), out)


def _make_again(out, manifest, pieces, options, arguments):
    """The shards with documents whose identifier an earlier shard has, now that this is known."""
    again = plan.find_repeats(out, manifest)
    tasks = [Task(str(out), number, pieces[number], options, taken) for number, taken in again.items()]
    if not tasks:
        return
    print(f"{len(tasks)} shards are made again, since documents share identifiers with earlier ones", file=sys.stderr)
    for _ in _results(tasks, arguments):
        pass


def _check_any(totals, out):
    """A run that read nothing did not do what was asked for, whatever the reasons are."""
    if totals["bad"] and not totals["documents"]:
        problem = f"every document was set aside, {totals['bad']} in all, each with its reason there"
        remedy = "mend the input as it says, and name a new folder with --out"
        raise InputError(out / plan.BAD_DOCUMENTS, problem, remedy)


def _no_access(error, out):
    """The message for a file that the system does not let us read or write, or a disk that is full."""
    again = "; then give the same command again, it goes on where it stopped"
    place = Path(error.filename or out)
    if place == out or out in place.parents:
        remedy = f"make room in {out}, or make it writable{again}"
        return InputError(place, f"cannot be written ({error.strerror or error})", remedy)
    return InputError(place, f"cannot be read ({error.strerror or error})", f"make it readable{again}")


@dataclass(frozen=True)
class Task:
    """All that a worker needs to make one shard."""

    out: str
    number: int
    piece: object
    options: Options
    taken: frozenset = frozenset()  # keys of identifiers that earlier shards have

    def run(self):
        return write_shard(self.out, self.number, self.piece, self.options, self.taken)


def run_task(task):
    return task.run()


def read_fields(words):
    """`text=body,published=date` as pairs.

    >>> read_fields("text=body,published=date")
    (('text', 'body'), ('published', 'date'))
    """
    pairs = tuple(tuple(part.split("=", 1)) for part in words.split(",") if part)
    if any(len(pair) != 2 or pair[0] not in FIELDS for pair in pairs):
        raise ValueError(f"write NAME=FIELD with names among {', '.join(FIELDS)}")
    return pairs


def _results(tasks, arguments):
    """(task, record) as the shards get ready."""
    if arguments.scheduler:
        from .cluster import run_on_cluster

        return run_on_cluster(tasks, arguments.scheduler)
    if arguments.workers == 1 or len(tasks) < 2:
        return ((task, task.run()) for task in tasks)
    return _run_in_processes(tasks, arguments.workers)


def _run_in_processes(tasks, workers):
    """Local processes, forked where the system can: the lexicons are then loaded once."""
    kind = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    if kind:
        from qantar.reading import read_document

        read_document("")
    context = multiprocessing.get_context(kind)
    with ProcessPoolExecutor(min(workers, len(tasks)), context, initializer=_die_quietly) as pool:
        waiting = {pool.submit(run_task, task): task for task in tasks}
        try:
            for future in as_completed(waiting):
                yield waiting.pop(future), future.result()
        except BrokenProcessPool:
            remedy = "run the same command again, it goes on where it stopped; take fewer --workers if memory was short"
            raise InputError("a worker process", "was killed", remedy) from None
        except KeyboardInterrupt:
            for worker in multiprocessing.active_children():  # their shards are made anew in the next run
                worker.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _die_quietly():
    """In a worker: let Ctrl-C, which every process of a terminal gets, end it without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _summary(totals, shards, out):
    bad = f", {totals['bad']} bad documents set aside (bad_documents.csv)" if totals["bad"] else ""
    rejected = f", {totals['rejected_numbers']} numbers not taken" if totals["rejected_numbers"] else ""
    shared = f", {totals['repeated']} documents share an identifier with an earlier one" if totals["repeated"] else ""
    read = f"{totals['documents']} documents, {totals['claims']} claims{rejected}{bad}{shared}"
    return f"{read}: {shards} shards in {Path(out)}"
