"""Dates of a text: tables of explicit and relative ones, and every day of the calendar read back as printed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qantar.reading.dates import READERS, RELATIVE, find_dates, parse_published

TABLE = yaml.safe_load((Path(__file__).parent / "dates.yml").read_text(encoding="utf-8"))
ROWS = [row for rows in TABLE.values() for row in rows]
EVENT = date(2022, 1, 2), date(2022, 1, 11)
FORMATS = [
    "{0.day} {0:%B} {0.year}",
    "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%b} {0.year}",
    "{0.day}th of {0:%B} {0.year}",
]
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def dates_of(text, published=None, **more):
    return find_dates(text, 0, len(text), parse_published(published), **more)


@pytest.mark.parametrize(("text", "published", "expected"), ROWS)
def test_dates_of_a_text(text, published, expected):
    assert [("-" if d.is_beginning else "") + d.iso for d in dates_of(text, published)] == expected


@pytest.mark.parametrize(("text", "basis"), [("On 5 January 2022", "explicit"), ("Yesterday", "relative")])
def test_basis(text, basis):
    assert [d.basis for d in dates_of(text, "2022-01-15")] == [basis]


def test_every_form_of_a_relative_date_has_a_reader():
    assert set(READERS) > RELATIVE


@pytest.mark.parametrize(("text", "expected"), [
    ("On 5 January they fell", "2022-01-05"),    # in a report of a later year the event's day
    ("On 25 March they met", "2023-03-25"),      # too far from the event
])  # fmt: skip
def test_bare_day_in_a_later_report(text, expected):
    assert [d.iso for d in dates_of(text, "2023-06-01", window=EVENT)] == [expected]


@pytest.mark.xfail(strict=True, reason='"the 5th" is read by itself, before "5th of January" is')
def test_ordinal_day_of_a_month():
    assert [d.iso for d in dates_of("On the 5th of January 2022")] == ["2022-01-05"]


def test_first_hand_account_tells_weekdays_forward():
    (found,) = dates_of("On Friday they left", "2022-02-01", scene="2022-01-05", forward=True)
    assert found.iso == "2022-01-07"


@pytest.mark.parametrize(("published", "expected"), [
    ("2022-01-15", date(2022, 1, 15)),
    ("2022-01", date(2022, 1, 31)),
    ("2022", date(2022, 12, 31)),
    ("", None),
    (None, None),
    ("2022-13-45", None),
    ("0000", None),
    ("9" * 5000, None),
])  # fmt: skip
def test_day_of_publication(published, expected):
    assert parse_published(published) == expected


@given(DAYS, st.sampled_from(FORMATS))
def test_printed_day_reads_back(day, form):
    assert [d.iso for d in dates_of(f"On {form.format(day)} it ended")] == [day.isoformat()]


@given(DAYS, st.integers(0, 6))
def test_weekday_lies_in_the_week_up_to_publication(published, weekday):
    name = (date(2024, 1, 1) + timedelta(days=weekday)).strftime("%A")  # 1 January 2024 was a Monday
    (found,) = find_dates(f"On {name}", 0, len(name) + 3, published)
    day = date.fromisoformat(found.iso)
    assert day.weekday() == weekday
    assert timedelta(0) <= published - day < timedelta(days=7)


@given(st.text(max_size=80), DAYS)
def test_spans_are_ordered_and_hold_the_words(text, published):
    found = find_dates(text, 0, len(text), published)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert [d.start for d in found] == sorted(d.start for d in found)
