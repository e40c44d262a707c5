"""Identifiers that several documents of one archive share.

The id of a claim is a hash of its document's own identifier and the place in the text, so two documents with one
identifier would give equal ids to claims of different texts. The first document in the archive keeps its ids, whatever
the number of workers; the claims of a later one get theirs from its document_id, which is unique.

Each shard knows only its own documents. Which identifiers an earlier shard has taken is seen when all shards are there;
the few shards that they touch are then made again.
"""

import hashlib
from dataclasses import replace

from .documents import Bad
from .extract import Rows, extract


class Identifiers:
    """The identifiers of the documents of one shard that state a claim; no others can meet.

    Attributes:
        taken: keys of identifiers that an earlier shard has.
        seen: keys of those of this shard.
        repeated: how many documents of this shard came after another one with the same identifier.
    """

    def __init__(self, taken=()):
        self.taken, self.seen, self.repeated = frozenset(taken), set(), 0

    def extract(self, document, options):
        """The rows of a document as `extract.extract` gives them, with claim ids that no other document has."""
        rows = extract(document, options)
        if isinstance(rows, Bad) or not rows.claims or document.source_id == document.document_id:
            return rows
        key = key_of(document.source_id)
        is_repeated = key in self.taken or key in self.seen
        self.seen.add(key)
        if not is_repeated:
            return rows
        self.repeated += 1
        return _extract_under_its_place(document, options)

    def record(self):
        """What the record of the shard keeps of them; texts, since a list would take a line for each."""
        return {
            "repeated": self.repeated,
            "identifiers": " ".join(sorted(self.seen)),
            "taken": " ".join(sorted(self.taken)),
        }


def key_of(identifier):
    """A short hash of an identifier, 16 hexadecimal digits.

    >>> len(key_of("https://example.org/1"))
    16
    """
    return hashlib.sha256(identifier.encode("utf-8")).hexdigest()[:16]


def find_repeats(records):
    """The shards that have to be made again, because earlier ones have identifiers of theirs.

    Args:
        records: the records of all shards, in their order.

    Returns:
        {number of the shard: keys that earlier shards have}, without the shards that were made so already.

    >>> find_repeats([{"shard": number, "identifiers": "000000000000000a", "taken": ""} for number in (0, 1)])
    {1: frozenset({'000000000000000a'})}
    """
    import numpy  # here, since workers do not need it

    shards = [(record["shard"], _numbers(record["identifiers"]), record["taken"]) for record in records]
    every = numpy.sort(numpy.concatenate([_numbers(""), *(numbers for _, numbers, _ in shards)]))
    shared, earlier, again = every[1:][every[1:] == every[:-1]], set(), {}
    for shard, numbers, taken in shards if shared.size else ():
        own = {f"{number:016x}" for number in numbers[numpy.isin(numbers, shared)].tolist()}
        if own & earlier != set(taken.split()):
            again[shard] = frozenset(own & earlier)
        earlier |= own
    return again


def _numbers(keys):
    """Keys as an array of numbers, so that those of millions of documents can be held."""
    import numpy

    return numpy.array([int(key, 16) for key in keys.split()], dtype=numpy.uint64)


def _extract_under_its_place(document, options):
    """The rows of a document, read as if the archive gave it no identifier, and then named by it all the same."""
    rows = extract(replace(document, source_id=document.document_id), options)
    named = [tuple(row | {"source_id": document.source_id} for row in part) for part in (rows.claims, rows.rejected)]
    return Rows(*named)
