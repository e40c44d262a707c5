"""The same tasks on a cluster: Dask distributed, on workers that see the same files under the same paths."""

from qantar.errors import InputError

from .plan import rules_hash
from .run import run_task

AT_ONCE = 1000  # tasks that the scheduler is given ahead of time


def run_on_cluster(tasks, address):
    """(task, record) as the shards get ready.

    Args:
        tasks: what `qantar.archive.run` would give to local processes.
        address: of the scheduler, e.g. `tcp://10.0.0.1:8786`.

    Raises:
        InputError: no Dask, no such scheduler, or workers with other rules.
    """
    try:
        from dask.distributed import Client, as_completed
    except ModuleNotFoundError:
        raise InputError(address, "a cluster needs Dask", "pip install 'qantar[scale]'") from None
    with _connect(Client, address) as client:
        _check_rules(client, address)
        rest = iter(tasks)
        running = {_submit(client, task): task for task, _ in zip(rest, range(AT_ONCE), strict=False)}
        queue = as_completed(list(running))
        for future in queue:
            yield running.pop(future), future.result()
            task = next(rest, None)
            if task is not None:
                added = _submit(client, task)
                running[added] = task
                queue.add(added)


def _submit(client, task):
    return client.submit(run_task, task, pure=False)


def _connect(client, address):
    try:
        return client(address, timeout="10s")
    except (OSError, ValueError):
        remedy = "start one with `dask scheduler`, and name the address that it prints"
        raise InputError(address, "no scheduler answers there", remedy) from None


def _check_rules(client, address):
    """Workers with another version would write other rows: better none."""
    others = [worker for worker, found in client.run(rules_hash).items() if found != rules_hash()]
    if others:
        raise InputError(
            address, f"workers with other rules or lexicons: {', '.join(others)}", "install the same version"
        )
