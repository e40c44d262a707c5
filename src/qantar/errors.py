"""The one error that a user is expected to meet: bad input, named by file, row and remedy."""

# What to do where a file is missing. Only the caller knows which option or which step it comes from.
NO_FILE = "create it, or name the right file"
NO_RAW_FILE = "create it, or name the right folder with --raw"
NO_TABLE = "run {} first, with the same --raw and --processed"


class InputError(Exception):
    """Input that cannot be used, with the place and the remedy in one message.

    Args:
        file: path of the file at fault, or a description of the input.
        problem: what is wrong, in one clause.
        remedy: what the user can do about it.
        row: line number in the file (the header of a CSV is line 1), where there is one.

    >>> print(InputError("data/raw/sources.csv", "unknown language 'xx'", "use a two-letter code", row=7))
    data/raw/sources.csv, line 7: unknown language 'xx'. Remedy: use a two-letter code.
    """

    def __init__(self, file, problem, remedy, row=None):
        self.file, self.problem, self.remedy, self.row = str(file), problem, remedy, row
        place = self.file if row is None else f"{self.file}, line {row}"
        super().__init__(f"{place}: {problem}. Remedy: {remedy}.")
