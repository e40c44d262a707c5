"""Whatever bytes a file holds: it is read, or one InputError says why not."""

import contextlib
import tempfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_corpus import DECISIONS, EVENT, SOURCES, write

from qantar import schema
from qantar.csvio import read_table
from qantar.errors import InputError
from qantar.event import read_event
from qantar.textio import read_text

READERS = {
    "a.txt": read_text,
    "event.yml": read_event,
    "sources.csv": lambda path: read_table(path, schema.load()["raw_sources"]),
    "corrections.csv": lambda path: read_table(path, schema.load()["corrections"]),
}
SEEDS = {"a.txt": "12 people", "event.yml": EVENT, "sources.csv": SOURCES, "corrections.csv": DECISIONS}


@pytest.mark.parametrize("name", READERS)
@given(cut=st.integers(0, 400), noise=st.binary(max_size=30) | st.text(max_size=20).map(str.encode))
def test_damaged_file(name, cut, noise):
    content = SEEDS[name].encode()
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(InputError):
        READERS[name](write(folder, name, content[:cut] + noise + content[cut:]))
