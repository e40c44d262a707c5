"""Writing tables: the same bytes each time, all files or none."""

import pytest

from qantar.csvio import cell, read_table, replace_files, write_tables
from qantar.errors import InputError
from qantar.schema import load

REJECTED = {"source_id": "a", "number_text": '1,5 "x"', "start": 3, "end": 6, "paragraph": None, "reason": "money"}


def test_written_bytes(tmp_path):
    write_tables(tmp_path / "new" / "folder", {"rejected_numbers": [REJECTED]})
    written = (tmp_path / "new" / "folder" / "rejected_numbers.csv").read_bytes()
    header = b"source_id,number_text,start,end,paragraph,sentence,reason\n"
    assert written == header + b'a,"1,5 ""x""",3,6,,,money\n'


def test_what_is_written_is_read_back(tmp_path):
    write_tables(tmp_path, {"rejected_numbers": [REJECTED]})
    rows = read_table(tmp_path / "rejected_numbers.csv", load()["rejected_numbers"])
    assert rows == [{key: cell(value) for key, value in (REJECTED | {"sentence": None}).items()}]


@pytest.mark.parametrize(
    "broken",
    [{"start": 9}, {"reason": ""}, {"paragraph": "second"}, {"end": 2**60}, {"reason": "two\nlines"}],
)
def test_one_broken_row_keeps_every_earlier_file(tmp_path, broken):
    write_tables(tmp_path, {"rejected_numbers": [REJECTED], "claims": []})
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(InputError, match=r"rejected_numbers\.csv, line 3: .*Remedy: "):
        write_tables(tmp_path, {"claims": [], "rejected_numbers": [REJECTED, REJECTED | {"start": 4} | broken]})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_key_stands_there_once(tmp_path):
    with pytest.raises(InputError, match="already on line 2"):
        write_tables(tmp_path, {"rejected_numbers": [REJECTED, REJECTED]})


def test_a_disk_error_between_two_files_leaves_none_behind(tmp_path):
    (tmp_path / "first.csv").write_bytes(b"earlier")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match="cannot be written"):
        replace_files({tmp_path / "first.csv": b"later", tmp_path / "file" / "second.csv": b"later"})
    assert (tmp_path / "first.csv").read_bytes() == b"earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "first.csv"]
