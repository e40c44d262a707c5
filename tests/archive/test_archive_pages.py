"""Web pages in the clothes of texts are set aside: their scripts hold numbers that nobody reads."""

import csv
import json

PAGE = '<html><head><script>var deaths="999 people were killed"</script></head><body>12 people died.</body></html>'


def test_pages_are_set_aside_with_the_reason(tmp_path, extract):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "text.txt").write_text("At least 40 people were detained.", encoding="utf-8")
    (folder / "a.jsonl").write_text(json.dumps({"text": PAGE}) + "\n", encoding="utf-8")
    extract(folder, "--out", tmp_path / "out")
    bad = list(csv.DictReader((tmp_path / "out" / "bad_documents.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["file"] for row in bad] == ["a.jsonl", "page.txt"]
    assert all("web page (HTML)" in row["reason"] and "take the article out" in row["remedy"] for row in bad)
    shards = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out" / "claims").glob("*.csv"))
    assert "999" not in shards and ",40," in shards
