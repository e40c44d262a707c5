"""Mistakes in event.yml are named with the line on which they stand, and no word of it is left unread."""

import pytest
from small_corpus import EVENT, changed, write

from qantar.errors import InputError
from qantar.event import read_event
from qantar.yamlio import line_of, read_marked_yaml

PLACES = "places:\n  - {name: Norport, region: North}\n  - name: Southport\n    region: South\n"
FORCE = "foreign_force: {name: Pact, variant: [CP]}\n"


@pytest.mark.parametrize(
    ("text", "line", "named"),
    [
        (EVENT + "plases: []\n", 6, ["'plases' is unknown", "write 'places'"]),
        (EVENT + changed(PLACES, "region: North", "variant: [N]"), 7, ["entry 1, key 'variant'", "write 'variants'"]),
        (EVENT + changed(PLACES, "    region", "    regoin"), 9, ["entry 2, key 'regoin'", "write 'region'"]),
        (EVENT + FORCE, 6, ["foreign_force, key 'variant'", "write 'variants'"]),
        (EVENT + "weather: rain\n", 6, ["'weather' is unknown", "put # before it", "demonyms"]),
        (EVENT + "2024: x\n", 6, ["'2024' is unknown"]),
        (changed(EVENT, "country", "contry"), 3, ["'country' is missing", "write 'country' for 'contry'"]),
        (changed(EVENT, " Estmark", ""), 3, ["'country' is missing its value"]),
    ],
)
def test_a_key_that_nobody_reads_is_named_with_the_nearest_known_one(tmp_path, text, line, named):
    with pytest.raises(InputError) as error:
        read_event(write(tmp_path, "event.yml", text))
    assert error.value.row == line
    assert all(words in str(error.value) for words in named), str(error.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (changed(EVENT, "start: ", "start "), 4),  # noticed on line 5, where the colon comes
        (changed(EVENT, "Estmark", '"Estmark'), 3),  # noticed at the end of the file
        (changed(EVENT, "Estmark", "'Estmark"), 3),
        (EVENT + "places:\n  - {name: A, variants: [B, C}\n  - {name: D}\n", 7),
        (EVENT + "places:\n  - {name: A, variants: [B]\n  - {name: D}\nid: x\n", 7),
        (EVENT + "places:\n\t- {name: A}\n", 7),
    ],
)
def test_yaml_that_is_none_names_the_line_of_the_mistake(tmp_path, text, line):
    with pytest.raises(InputError, match="no valid YAML") as error:
        read_event(write(tmp_path, "event.yml", text))
    assert error.value.row == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (changed(EVENT, "2024-03-01", "14.05.2023"), 4),
        (changed(EVENT, "2024-03-09", "2024-13-14"), 5),
        (changed(EVENT, "2024-03-09", "2024-02-01"), 4),
        (changed(EVENT, "Harbour strike", "[a, b]"), 2),
        (EVENT + "places: Norport\n", 6),
        (EVENT + PLACES + "  - {region: X}\n", 10),
        (EVENT + PLACES + "    variants: Y\n", 10),
        (EVENT + PLACES + "    variants:\n      - [Y]\n", 11),
        (EVENT + "institutions:\n  - name: KNB\n    claimant_type: spy\n", 8),
        (EVENT + "other_events:\n  - name: X\n    year: old\n", 8),
    ],
)
def test_a_wrong_value_names_its_line(tmp_path, text, line):
    with pytest.raises(InputError) as error:
        read_event(write(tmp_path, "event.yml", text))
    assert error.value.row == line, str(error.value)


def test_line_of_what_is_not_there_is_that_of_what_lacks_it(tmp_path):
    _, root = read_marked_yaml(write(tmp_path, "a.yml", "id: x\nplaces:\n  - name: A\n"))
    assert [line_of(root, steps) for steps in (("places", 0, "region"), ("nothing",), ("places", 7))] == [3, 1, 3]
    assert line_of(read_marked_yaml(write(tmp_path, "b.yml", ""))[1], ("id",)) is None


def test_anchors_and_merged_keys_are_read(tmp_path):
    more = "places:\n  - &a {name: Norport, region: North}\n  - {<<: *a, name: Southport}\n"
    event = read_event(write(tmp_path, "event.yml", EVENT + more))
    assert [place["region"] for place in event["places"]] == ["North", "North"]
