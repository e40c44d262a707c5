"""Inside a kernel: note which data files a notebook reads, so that it is run again when one of them changes.

The kernel calls `watch` before the first cell. Python reports every file it opens to audit hooks (PEP 578), so nothing
has to be declared by hand and nothing can be forgotten.
"""

import os
import sys

LOG, FOLDER = "QANTAR_READS_LOG", "QANTAR_PROCESSED"
START = "__import__('qantar.report.reads', fromlist=['watch']).watch()"


def is_read(event, arguments):
    """Whether an audit event says that a file is opened for reading.

    >>> is_read("open", ("claims.csv", "r", 0)), is_read("open", ("claims.csv", "w", 0)), is_read("import", ("os",))
    (True, False, False)
    """
    return event == "open" and isinstance(arguments[0], str) and not set(arguments[1] or "r") & set("wax+")


def watch():
    """Append the name of each file of the data folder to the log when it is first opened for reading."""
    if LOG not in os.environ:
        return
    log = os.open(os.environ[LOG], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    folder, seen = os.path.join(os.environ[FOLDER], ""), set()

    def note(event, arguments):
        if is_read(event, arguments):
            path = os.path.abspath(arguments[0])
            if path.startswith(folder) and path not in seen:
                seen.add(path)
                os.write(log, f"{path.removeprefix(folder)}\n".encode())

    sys.addaudithook(note)
