"""Inside a kernel: note which tables a notebook reads and which of our modules it imports.

With these it is known what has to be unchanged for a notebook not to be run again. The kernel calls `watch` before the
first cell. Python reports every file it opens to audit hooks (PEP 578), so nothing has to be declared by hand and
nothing can be forgotten.
"""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
LOG, TABLES = "QANTAR_READS_LOG", "QANTAR_PROCESSED"
START = "__import__('qantar.report.reads', fromlist=['watch']).watch()"


def is_read(event, arguments):
    """Whether an audit event says that a file is opened for reading.

    >>> is_read("open", ("claims.csv", "r", 0)), is_read("open", ("claims.csv", "w", 0)), is_read("import", ("os",))
    (True, False, False)
    """
    return event == "open" and isinstance(arguments[0], str) and not set(arguments[1] or "r") & set("wax+")


def watch():
    """Append the path of each table and of each file of the package to the log when it is first opened."""
    if LOG not in os.environ:
        return
    log = os.open(os.environ[LOG], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    folders = (os.path.join(os.environ[TABLES], ""), os.path.join(PACKAGE, ""))
    seen = set()

    def note(event, arguments):
        if is_read(event, arguments):
            path = os.path.abspath(arguments[0])
            if path.startswith(folders) and path not in seen:
                seen.add(path)
                os.write(log, f"{path}\n".encode())

    sys.addaudithook(note)


def source_of(path):
    """The source file of a compiled module; any other path as it is.

    >>> source_of(Path("charts/__pycache__/style.cpython-311.pyc")).as_posix()
    'charts/style.py'
    """
    if path.parent.name != "__pycache__":
        return path
    return path.parent.parent / f"{path.name.split('.')[0]}.py"


def read_log(log, folder):
    """The files of one folder that a log names, relative to it and sorted."""
    paths = (Path(line) for line in log.read_text(encoding="utf-8").splitlines())
    return sorted({source_of(path.relative_to(folder)).as_posix() for path in paths if path.is_relative_to(folder)})
