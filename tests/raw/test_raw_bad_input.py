"""Bad input ends with one message that names file, line and remedy, exit code 2, and untouched earlier outputs."""

import pytest
from small_corpus import CONVENTIONS, DAILY, DECISIONS, EVENT, FIGURES, SOURCES, TEXT, changed, write

PREVIOUS = {"sources.csv": b"earlier sources\n", "claims.csv": b"earlier claims\n", "rejected_numbers.csv": b"\n"}
SPY = "institutions: [{name: KNB, claimant_type: spy}]\n"
NEVER_READ = "!!python/object/apply:os.getcwd []"

# file: (what is wrong, its content or None for "missing", what the message must name ...)
BAD = {
    "event.yml": [
        ("missing", None, "file not found", "create it"),
        ("broken YAML", "id: [1\nname: x", "line ", "no valid YAML", "correct that line"),
        ("asks for a Python object", EVENT + f"x: {NEVER_READ}\n", "line 6", "no valid YAML"),
        ("nests without end", "[" * 5000, "no valid YAML"),
        ("a list, no keys", "- id\n- name\n", "no description of an event", "id, name"),
        ("key missing", changed(EVENT, "start", "begin"), "'start' is missing", "start: ..."),
        ("a list as name", changed(EVENT, "Harbour strike", "[a, b]"), "name is no single word", "one value"),
        ("no date", changed(EVENT, "2024-03-01", "March"), "'March' is no date", "YYYY-MM-DD"),
        ("end before start", changed(EVENT, "2024-03-09", "2024-02-01"), "2024-02-01", "exchange"),
        ("places no list", EVENT + "places: Almaty\n", "'places' is no list", "- name"),
        ("place without name", EVENT + "places: [{region: X}]\n", "places, entry 1 has no name"),
        ("variants no list", EVENT + "places: [{name: X, variants: Y}]\n", "entry 1, variants is no list"),
        ("office of unknown kind", EVENT + SPY, "institutions, entry 1 (KNB)", "'spy'", "use one of president"),
        ("no year", EVENT + "other_events: [{name: X, year: old}]\n", "'old' is no year", "four digits"),
        ("Latin-1", "id: caf\xe9\n".encode("latin-1"), "UTF-8"),
    ],
    "sources.csv": [
        ("missing", None, "file not found", "--raw"),
        ("empty", "", "empty file", "header"),
        ("header only", SOURCES.splitlines()[0] + "\n", "no source", "add one row"),
        ("column missing", changed(SOURCES, "published,", "day,"), "line 1", "'published' is missing", "add it"),
        ("column twice", changed(SOURCES, "title,", "url,"), "line 1", "'url' stands there twice"),
        ("semicolons", SOURCES.replace(",", ";"), "line 1", "one column only", "commas"),
        ("row too short", SOURCES + "x,y\n", "line 4", "2 cells where the header has 11", "add the missing"),
        ("comma without quotes", changed(SOURCES, "strike toll", "strike, toll"), "line 2", "12 cells", "quotes"),
        ("quote never closed", changed(SOURCES, "strike toll", '"strike toll'), "line ", "no valid CSV"),
        ("line break in a cell", changed(SOURCES, "strike toll", '"a\nb"'), "line 2", "column title", "line break"),
        ("bad row after a line break", SOURCES + '"x\ny",A,,,,,,,,,\nz\n', "line 6", "1 cells"),
        ("cell larger than any", changed(SOURCES, "strike toll", "x" * 200_000), "line 2", "field larger"),
        ("id twice", SOURCES + f"{DAILY},A,,,,,,en,,,\n", "line 4", DAILY, "already on line 2", "rename"),
        ("id leaves the folder", SOURCES + "../x,A,,,,,,en,,,\n", "line 4", "source_id", "'../x'", "pattern"),
        ("unknown publisher", changed(SOURCES, "newspaper", "zine"), "line 2", "publisher_type", "'zine'", "wire"),
        ("no such day", changed(SOURCES, "2024-03-05,en", "2024-02-30,en"), "line 2", "'2024-02-30'", "YYYY"),
        ("another order", changed(SOURCES, "2024-03-05,en", "5.3.2024,en"), "line 2", "published", "YYYY"),
        ("another address", changed(SOURCES, "https://d", "javascript:d"), "line 2", "column url", "pattern"),
        ("formula", changed(SOURCES, "strike toll", "=1+1"), "line 2", "title", "'=1+1'", "begin it with a letter"),
        ("NUL", changed(SOURCES, "strike toll", "a\0b"), "line 2", "NUL", "plain text"),
        ("Latin-1", changed(SOURCES, "toll", "\xe9t\xe9").encode("latin-1"), "line 2", "UTF-8"),
        ("UTF-16 without mark", SOURCES.encode("utf-16-le"), "NUL", "UTF-8"),
        ("UTF-32", SOURCES.encode("utf-32"), "UTF-32", "save it in UTF-8"),
        ("no text", SOURCES + "lost-2024,A,,,,,,en,,,\n", "line 4", "'lost-2024'", "articles/lost-2024.txt"),
        ("another text", changed(SOURCES, "en,,,", f"en,,{'0' * 64},"), "line 2", "sha256", "restore the text"),
    ],
    "reported_figures.csv": [
        ("empty", "", "empty file", "header"),
        ("unknown metric", changed(FIGURES, "deaths", "dead"), "line 2", "metric", "'dead'", "injuries"),
        ("no qualifier", changed(FIGURES, "exact", ""), "line 2", "qualifier", "fill it in"),
        ("separator", changed(FIGURES, "deaths,7", 'deaths,"7,000"'), "line 2", "'7,000'", "digits only"),
        ("negative", changed(FIGURES, "deaths,7", "deaths,-7"), "line 2", "value", "below 0"),
        ("decimals", changed(FIGURES, "deaths,7", "deaths,7.5"), "line 2", "no integer"),
        ("other digits", changed(FIGURES, "deaths,7", "deaths,٧"), "line 2", "no integer"),
        ("huge", changed(FIGURES, "7,7,7", f"7,7,{'9' * 5000}"), "line 2", "high", "larger than", "digits"),
        ("low above value", changed(FIGURES, "7,7,7", "7,9,7"), "line 2", "low, value", "smaller number"),
        ("value above high", changed(FIGURES, "7,7,7", "7,,6"), "line 2", "value, high", "smaller number"),
        ("no such source", changed(FIGURES, "1,wire", "1,wirr"), "line 2", "'wirr-2024", "sources.csv"),
        ("part of nothing", changed(FIGURES, "ed,wire-2024-03-06-01", "ed,gone"), "line 3", "part_of", "'gone'"),
    ],
    "articles/other.txt": [("no source", "Text.", "no such source", "add a row 'other'")],
    "digests/other.md": [("no source", "Text.", "no such source", "sources.csv")],
    f"articles/{DAILY}.html": [("not read", "<p>Text.", "only *.txt", f"{DAILY}.txt")],
    f"articles/{DAILY}.txt": [
        ("Latin-1", "Un\n caf\xe9".encode("latin-1"), "line 2", "UTF-8"),
        ("NUL", TEXT + "\0", "line 4", "NUL", "plain text"),
        ("half a character", TEXT.encode("utf-16")[:-1], "UTF-16"),
    ],
}
CASES = [
    pytest.param(name, content, named, id=f"{name}: {problem}")
    for name, problems in BAD.items()
    for problem, content, *named in problems
]
# Input that only step 1 reads in full.
BAD_FOR_STEP_1 = [
    ("conventions.csv", CONVENTIONS + "interval,dozens,,20,99,us,\n", "line 3", "already on line 2"),
    ("corrections.csv", DECISIONS + "c1,drop,,,why,2024-04-01\n", "line 2", "'drop'", "accept, reject"),
    ("corrections.csv", DECISIONS + "c1,reject,,,,2024-04-01\n", "line 2", "reason", "fill it in"),
    ("corrections.csv", DECISIONS + "c1,set,start,5,why,2024-04-01\n", "line 2", "'start'", "metric"),
    ("corrections.csv", DECISIONS + "c1,accept,place,X,why,2024-04-01\n", "line 2", "leave column and value empty"),
]


@pytest.mark.parametrize("script", ["01_prepare_sources.py", "02_extract_claims.py"])
@pytest.mark.parametrize(("name", "content", "named"), CASES)
def test_message_exit_code_and_previous_outputs(raw, run, tmp_path, script, name, content, named):
    for output, earlier in PREVIOUS.items():
        write(tmp_path / "processed", output, earlier)
    if content is None:
        (raw / name).unlink()
    else:
        write(raw, name, content)
    done = run(script, raw)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("error: ") and done.stderr.count("\n") == 1, done.stderr
    for words in (name.rpartition("/")[2], "Remedy: ", *named):
        assert words in done.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "processed").iterdir()} == PREVIOUS


@pytest.mark.parametrize(
    ("name", "content", "named"), [(name, content, named) for name, content, *named in BAD_FOR_STEP_1]
)
def test_step_1_checks_what_later_steps_read(raw, run, name, content, named):
    write(raw, name, content)
    done = run("01_prepare_sources.py", raw)
    assert done.returncode == 2
    for words in (name, "Remedy: ", *named):
        assert words in done.stderr


def test_missing_folder(run, tmp_path):
    done = run("02_extract_claims.py", tmp_path / "nowhere")
    assert done.returncode == 2
    assert "nowhere: no such folder" in done.stderr and "--raw" in done.stderr


def test_output_folder_that_cannot_be_written(raw, run, tmp_path):
    write(tmp_path, "processed", "a file stands where the folder should be")
    done = run("01_prepare_sources.py", raw)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
