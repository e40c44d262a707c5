"""Words for numbers: the sentences of notebooks and reports are computed, never typed."""

import re

import pandas as pd
from IPython.display import Markdown, display

HEDGES = {
    "about": "about {value}",
    "at_least": "at least {low}",
    "more_than": "more than {low}",
    "almost": "nearly {high}",
    "up_to": "up to {high}",
    "less_than": "fewer than {high}",
}
SIGNS = {"about": "≈", "at_least": "≥", "more_than": ">", "almost": "<", "up_to": "≤", "less_than": "<"}
METRICS = {"troop_contingents": "troops"}  # every other metric is called by its name
OFFICES = (
    *("president", "government", "prosecutor", "court", "ombudsman", "police"),
    *("interior_ministry", "health_ministry", "defence_ministry"),
)
STATE_BODIES = tuple(kind for kind in OFFICES if kind != "ombudsman")
LOADED = ("attackers",)  # what one side calls the other
CLAIMANTS = {
    "igo": "international bodies",
    "ngo": "rights groups",
    "media": "media’s own counts",
    "unattributed": "nobody named",
    "witness": "witnesses",
}


def say(*sentences):
    """Display sentences as one paragraph of a notebook; empty ones are left out."""
    display(Markdown(" ".join(sentence for sentence in sentences if sentence)))


def number(value):
    """An integer with thousands separators.

    >>> number(4353)
    '4,353'
    """
    return f"{int(value):,}"


def wording(row):
    """A figure in words that promise no more than the source did.

    Args:
        row: mapping with `value`, `low`, `high` and `qualifier`; blanks are missing values.

    >>> wording({"value": 238, "low": 238, "high": None, "qualifier": "at_least"})
    'at least 238'
    >>> wording({"value": None, "low": 24, "high": 99, "qualifier": "vague"})
    '24 to 99'
    """
    parts = {key: number(row[key]) for key in ("value", "low", "high") if not pd.isna(row[key])}
    if "value" in parts:
        bounds = dict.fromkeys(("value", "low", "high"), parts["value"]) | parts
        return HEDGES.get(row["qualifier"], "{value}").format(**bounds)
    if "low" in parts and "high" in parts:
        return f"{parts['low']} to {parts['high']}"
    if "low" in parts:
        return f"at least {parts['low']}"
    return f"up to {parts['high']}" if "high" in parts else "not stated"


def compact(row):
    """A figure with its hedge as a sign, where a chart has no room for words.

    >>> compact({"value": 238, "low": 238, "high": None, "qualifier": "at_least"})
    '≥ 238'
    >>> compact({"value": None, "low": 24, "high": 99, "qualifier": "vague"})
    '24–99'
    """
    if not pd.isna(row["value"]):
        return f"{SIGNS.get(row['qualifier'], '')} {number(row['value'])}".strip()
    return wording(row).replace(" to ", "–").replace("at least", "≥").replace("up to", "≤")


def day(date, year=True):
    """A date as a reader writes it; parts that are not known stay unsaid.

    >>> day("2022-01-09"), day("2022-01"), day("2022"), day(""), day("2022-01-09", year=False)
    ('9 January 2022', 'January 2022', '2022', '', '9 January')
    """
    text = date.strftime("%Y-%m-%d") if hasattr(date, "strftime") else str(date)
    parts = text.split("-")
    month = pd.Timestamp(f"{parts[0]}-{parts[1]}-01").strftime("%B") if len(parts) > 1 else ""
    words = [str(int(parts[2])) if len(parts) > 2 else "", month, parts[0] if year or len(parts) == 1 else ""]
    return " ".join(word for word in words if word)


def as_of(date):
    """The day a figure holds for, as it stands in a subtitle.

    >>> as_of("2022-01-09"), as_of("")
    ('as of 9 January 2022', 'of no stated day')
    """
    return f"as of {day(date)}" if date else "of no stated day"


def tally(number_of, one, many=None):
    """A count with its noun, where none is a word.

    >>> tally(0, "outlet"), tally(2, "outlet")
    ('no outlet', '2 outlets')
    """
    return plural(number_of, one, many) if number_of else f"no {one}"


def plural(count, one, many=None):
    """A count with its noun.

    >>> plural(1, "outlet"), plural(1200, "outlet"), plural(2, "copy", "copies")
    ('1 outlet', '1,200 outlets', '2 copies')
    """
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listing(words):
    """Words joined as in a sentence.

    >>> listing(["a"]), listing(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    words = [str(word) for word in words]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else "none"


def share(part, whole):
    """A share in whole per cent, in words that do not round to nothing or all.

    >>> share(1, 3), share(1, 1000), share(999, 1000)
    ('33%', 'less than 1%', 'more than 99%')
    """
    percent = 100 * part / whole if whole else 0
    if 0 < percent < 1:
        return "less than 1%"
    return "more than 99%" if 99 < percent < 100 else f"{percent:.0f}%"


def times(factor):
    """A factor in words.

    >>> times(9.0), times(1.57)
    ('9 times', '1.6 times')
    """
    return f"{factor:.1f}".removesuffix(".0") + " times"


def sentence_case(text):
    """The text with a capital first letter, also behind a quotation mark.

    >>> sentence_case("“attackers”"), sentence_case("police")
    ('“Attackers”', 'Police')
    """
    start = 1 if text.startswith("“") else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def sentence(text):
    """The text with a capital first letter and a full stop.

    >>> sentence("nearly 10,000 were detained")
    'Nearly 10,000 were detained.'
    """
    text = sentence_case(re.sub(r"\s+", " ", text).strip())
    return text + ("" if text.endswith((".", "?", "!")) else ".")


def claimant(kind):
    """A kind of speaker in words.

    >>> claimant("interior_ministry"), claimant("ngo"), claimant("")
    ('interior ministry', 'rights groups', 'nobody named')
    """
    return CLAIMANTS.get(kind, kind.replace("_", " ")) or "nobody named"


def credited(kind):
    """A kind of speaker as the one to whom a figure is credited.

    >>> credited("interior_ministry"), credited("ngo"), credited("unattributed")
    ('the interior ministry', 'rights groups', 'nobody named')
    """
    return f"the {claimant(kind)}" if kind in OFFICES else claimant(kind)


def possessive(kind):
    """A kind of speaker as the owner of a figure.

    >>> possessive("prosecutor"), possessive("ngo")
    ('the prosecutor’s', 'rights groups’')
    """
    words = credited(kind)
    return words + ("’" if words.endswith("s") else "’s")


def group(name):
    """A group of people in words; a label that is a speaker's own stays in quotation marks.

    >>> group("security_forces"), group("attackers")
    ('security forces', '“attackers”')
    """
    words = name.replace("_", " ")
    return f"“{words}”" if name in LOADED else words


def whom(name, link=", "):
    """A group of people as it follows what is counted; nothing where everybody is meant.

    >>> whom("security_forces"), whom("civilians", " of "), whom("all")
    (', security forces', ' of civilians', '')
    """
    return "" if name in ("", "all") else f"{link}{group(name)}"


def metric(name):
    """A metric in words.

    >>> metric("troop_contingents"), metric("crowd_size")
    ('troops', 'crowd size')
    """
    return METRICS.get(name, name.replace("_", " "))
