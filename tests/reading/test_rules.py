"""Every rule of the grammar on its own sentences: what it takes, what it must leave, and no rule without a sentence."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from qantar.paths import ROOT
from qantar.reading import rules
from qantar.reading.document import read_figures_of
from qantar.reading.items import Row
from qantar.reading.lexicon import general_phrases
from qantar.reading.rules.things import read_damage
from qantar.reading.text import read_sentences
from qantar.reading.wordlists import load_file

LEXICONS = {path.stem for path in (ROOT / "src/qantar/lexicon").glob("*.yml")}
KEYED = {"countries", "irregular", "people"}  # their keys are data, not sections that a module reads
TABLE = yaml.safe_load((Path(__file__).parent / "rules.yml").read_text(encoding="utf-8"))
TAKEN = [(rule, *row) for rule, rows in TABLE.items() for row in rows["takes"]]
LEFT = [(rule, *row) for rule, rows in TABLE.items() for row in rows["leaves"]]


@pytest.fixture
def answers(monkeypatch):
    """(text, number) to (name of the rule function that answered, metric, name in the column `rule`)."""
    answered = {}

    def recorded(rule):
        def ask(context):
            reading = rule(context)
            if reading is not None:
                answered[id(context.item)] = rule.__name__
            return reading

        return ask

    def read(text, number):
        figures, _ = read_figures_of(text)
        figure = next(figure for figure in reversed(figures) if figure.item.text == number)
        return answered.get(id(figure.item)), figure.metric, figure.reading.rule

    monkeypatch.setattr(rules, "RULES", tuple(recorded(rule) for rule in rules.RULES))
    return read


@pytest.mark.parametrize(("rule", "text", "number", "metric", "name", "reason"), TAKEN)
def test_rule_takes_its_sentence(answers, rule, text, number, metric, name, reason):
    assert answers(text, number) == (rule, metric, name), reason


@pytest.mark.parametrize(("rule", "text", "number", "metric", "reason"), LEFT)
def test_rule_leaves_the_near_miss(answers, rule, text, number, metric, reason):
    answered, found, _ = answers(text, number)
    assert answered != rule, reason
    assert found == metric, reason


def test_every_rule_has_its_sentences_in_the_order_of_asking():
    assert list(TABLE) == [rule.__name__ for rule in rules.RULES]


@pytest.mark.parametrize("rule", TABLE)
def test_a_rule_has_two_sentences_and_a_near_miss(rule):
    assert len(TABLE[rule]["takes"]) >= 2
    assert len(TABLE[rule]["leaves"]) >= 1


def test_every_rule_tells_what_it_reads():
    assert [rule.__name__ for rule in rules.RULES if '"' not in (rule.__doc__ or "")] == []


@pytest.mark.parametrize("text", ["Twelve tables stood there.", "She said 40.", "He left at noon with 3 dogs."])
def test_a_number_that_no_rule_takes_has_a_reason(text):
    figures, _ = read_figures_of(text)
    assert [figure.metric for figure in figures] == [None]
    assert figures[0].reading.reason


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The storm caused $40 million in damage.", "USD"),
        ("Losses of 227 million euros were booked.", "EUR"),
        ("The ministry spent $40 million on schools.", None),
    ],
)
def test_a_sum_of_money_is_damage_only_beside_a_word_of_damage(text, unit):
    items = Row(next(read_sentences(text)), general_phrases()).items
    at = next(k for k, item in enumerate(items) if item.kind == "num")
    damage = read_damage(items, at)
    assert (damage.unit if damage else None) == unit


@pytest.mark.parametrize("name", sorted(LEXICONS - KEYED))
def test_every_section_of_a_lexicon_is_used(name):
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/qantar/reading").rglob("*.py"))
    assert [key for key in load_file(name) if f'"{key}"' not in code and f"['{key}']" not in code] == []


@pytest.mark.parametrize("name", sorted(LEXICONS - {"irregular"}))
def test_no_list_of_a_lexicon_repeats_a_word(name):
    repeated = {place: Counter(map(str, words)) - Counter(set(map(str, words))) for place, words in lists_of(name)}
    assert {place: [*words] for place, words in repeated.items() if words} == {}


def lists_of(name):
    """(place, list) of all lists of a lexicon, however deep."""
    waiting = [(name, load_file(name))]
    while waiting:
        place, entries = waiting.pop()
        if isinstance(entries, dict):
            waiting += [(f"{place}/{key}", inner) for key, inner in entries.items()]
        elif isinstance(entries, list):
            yield place, entries
