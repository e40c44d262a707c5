"""Numbers that leave out what they count: parts, lists, repeated totals, bare figures after a verb of stating.

"three of them", "of whom 19", "103 in Almaty, 21 in Kyzylorda", "Then 61", "the 164", "up from 36".
"""

from ..figure import CASES, PEOPLE, Context, Reading
from .frames import outcome_in

PART_WORDS = {
    "including",
    "among",
    "being",
    "whereof",
    "of",
    "counting",
    "with",
    "from",
    "among them",
    "comprising",
    "plus",
}
CARRIERS = {
    "then",
    "now",
    "from",
    "to",
    "or",
    "and",
    "at",
    "by",
    "about",
    "of",
    "as",
    "than",
    "was",
    "is",
    "be",
    "been",
    "so",
    "with",
    "had",
    "has",
    "have",
}
STATING = {"count", "figure", "number", "toll", "total", "estimate", "list", "tally"}


def by_part(context: Context):
    """ "three of them", "of whom 19", "including 19 officers": a part of the figure before, where it has no metric of its own."""
    marker = find_part_marker(context)
    if context.number.style == "zero" and context.predicate.kind == "general":
        return None
    if not marker or context.head.kind in ("thing", "unit", "case", "weak_case", "outcome"):
        return None
    if context.item.low == "one" and context.head.kind == "pronoun" and context.predicate.kind == "general":
        return Reading(None, "introduction", reason="introduces a person")
    noun = _noun_of_pronoun(context)
    if noun is not None:
        return Reading(noun.senses.get("case") or "criminal_cases", "part_of_noun", stage="opened", unit="cases")
    parent = find_parent(context)
    if parent is None:
        return None
    if context.head.kind in ("person", "unknown", "demonym") and not _shares_people(context, parent):
        return None
    return _continue(parent, "part", parent=parent)


def find_part_marker(context):
    """The words that make the number a part: "of them", "including", "among them", "of whom", "(… of them"; "" if none."""
    if context.head.kind == "pronoun":
        return "" if context.head.text in ("us", "you") else "of them"
    before = _words_before(context)
    if context.low(context.i - 1) in ("being", "whereof"):
        return "being"
    if _among_after(context):
        return "among them"
    if before[0] in ("include", "includes", "included") or before[0] == "of" and before[1] == "inclusive":
        return "including"
    if before[0] in ("including", "counting", "whereof", "being", "comprising") or before[0] == "among them":
        return before[0]
    if before[0] in ("whom", "which", "them") and before[1] in ("of", "among", "from", "including", "with"):
        return "of whom"
    if before[0] == "," and before[1] in ("them", "whom", "these", "those") and before[2] in ("of", "among"):
        return "of whom"
    if (
        before[0] == "numbering"
        or before[0] == ","
        and before[1] in ("majority", "rest", "remainder", "most", "bulk", "share", "half")
    ):
        return "numbering"
    if before[0] == "with" and context.number.is_definite and context.predicate.lemma == "include":
        return "including"
    if _opened_by_of_whom(context):
        return "of whom"
    if before[1] == "including" or before[0] in ("them", "these", "those") and before[1] in ("of", "among", "from"):
        return "including"
    return _after_of_total(context)


def _words_before(context):
    """The three words before the number that are no auxiliary or adverb."""
    words, at = [], context.i - 1
    while len(words) < 3:
        if at < 0 or not (context.items[at].has("aux", "be", "transparent") or context.low(at) == "there"):
            words.append(context.low(at))
        at -= 1
    return words


def _among_after(context):
    """ "14 citizens of neighbouring states among their number"."""
    after = [item.low for item in context.items[context.head.at : context.head.at + 6]]
    return (
        any(
            after[k] in ("among", "amongst") and after[k + 1] in ("them", "their", "those", "these")
            for k in range(len(after) - 1)
        )
        or "among them" in after[:5]
    )


def _opened_by_of_whom(context):
    """ "61, of whom, it was careful to add, three were soldiers"; "of which in Almaty 2,616"; "among the victims two Peruvians"."""
    window = context.items[max(context.i - 10, 0) : context.i]
    for k in range(len(window) - 1):
        opened = window[k].low in ("of", "among", "between", "from") and window[k + 1].low in (
            "whom",
            "which",
            "them",
            "these",
            "those",
        )
        if opened and (
            window[k + 2 : k + 3]
            and window[k + 2].low == ","
            and window[-1].low == ","
            or _only_places(window[k + 2 :])
        ):
            return True
        if window[k].low == "among" and any(
            item.low in ("victims", "dead", "casualties", "fallen") for item in window[k + 1 : k + 3]
        ):
            return not any(item.is_count for item in window[k:])
    return False


def _only_places(items):
    return all(
        item.has("place", "preposition", "country", "aux", "be", "transparent") or item.text[:1].isupper()
        for item in items
    )


def _noun_of_pronoun(context):
    """ "reported on police files alone: 4,623 of them": the pronoun stands for cases named since the last figure."""
    if context.head.kind != "pronoun":
        return None
    last = context.last(paragraphs=1, sentences=3)
    if last is not None and last.sentence is context.sentence or context.in_sentence():
        return None
    rows = [context.items[: context.i], *reversed(context.recent[-1:])]
    for row in rows:
        for item in reversed(row):
            if item.is_count:
                return None
            if item.has("person", "outcome") and not item.has("office"):
                return None
            if item.has("case", "weak_case") and item.low.endswith(("s", "proceedings")):
                return item
    return None


def _after_of_total(context):
    """ "Of the 238 on the list, six died": the second number is a part of the first."""
    earlier = [f for f in context.in_sentence() if f.metric]
    if earlier and earlier[-1].index <= 2 and context.items[0].low in ("of", "from", "among", "out of", "and"):
        opened = context.items[0].low in ("of", "among", "out of", "from") or context.low(1) == "of"
        between = context.items[earlier[-1].index + 1 : context.i]
        if opened and any(item.low == "," for item in between) and not any(item.is_count for item in between):
            return "of the total"
    if (
        context.items[0].low in ("of", "among", "from")
        and not earlier
        and context.low(1) in ("these", "those", "them", "this")
    ):
        return "of these" if any(item.low == "," for item in context.items[1 : context.i]) or context.i <= 3 else ""
    return ""


def find_parent(context):
    """The total that a part belongs to: the nearest earlier figure that is no part of the same enumeration."""
    last = context.last(paragraphs=1 if context.sentence.number else 0, sentences=2)
    if last is None:
        return None
    if context.head.kind == "pronoun" or not last.parent or last.sentence is not context.sentence:
        return last
    return last


def _shares_people(context, parent):
    """A part names people where its total counts people or troops, never people as a part of cases."""
    return parent.metric not in CASES


def _continue(previous, rule, parent=None, twin=None):
    """The reading of a figure that carries on from another: same metric, stage, unit and country."""
    if previous.metric is None:
        return Reading(None, rule, reason=previous.reading.reason if previous.reading else "no predicate")
    return Reading(
        previous.metric,
        rule,
        stage=previous.stage,
        unit=previous.unit,
        detail=previous.detail if rule != "part" or previous.metric == "troop_contingents" else "",
        parent=parent,
        twin=twin,
    )


def by_coordination(context: Context):
    """ "killed 12 soldiers and three civilians", "103 in Almaty, 21 in Kyzylorda, ten in Zhambyl region"."""
    earlier = context.in_sentence()
    if not earlier or context.head.kind in ("thing", "unit", "case", "weak_case", "outcome", "unknown"):
        return None
    previous = earlier[-1]
    if previous.metric is None or context.predicate.kind in ("context", "case"):
        return None
    if (
        context.item.low == "one"
        and context.head.kind == "none"
        and context.low(context.head.at)
        not in (
            "in",
            "at",
            "seriously",
            "badly",
            "with",
            "from",
            "more",
            "under",
            "–",
            "-",
            "another",
            ".",
            ",",
            ";",
            "",
            ")",
            "critically",
            "for",
        )
    ):
        return None
    if context.number.style == "zero" or context.head.kind == "person" and previous.metric in CASES:
        return None
    if (
        context.predicate.kind == "general"
        and context.predicate.at - context.head.at <= 1
        and context.head.kind == "person"
    ):
        return None
    between = context.items[max(previous.head.at, previous.predicate.at + 1) : context.i]
    if _is_alternative(context):
        return _continue(previous, "coordination", twin=previous)
    if not _is_list_link(between) or context.predicate.kind == "general" and context.head.kind == "none":
        return None
    parent = (
        previous
        if "alone" in [item.low for item in context.items[context.head.at : context.head.at + 5]]
        else previous.parent
    )
    return _continue(previous, "coordination", parent=parent)


def by_group_copula(context: Context):
    """ "By category, 86 were attackers, 20 were bystanders": bare numbers that say who the counted people were."""
    if context.head.kind not in ("none", "pronoun") or context.predicate.kind != "copula":
        return None
    last = context.last(paragraphs=0, sentences=2)
    if last is None or last.metric is None or last.metric in CASES:
        return None
    noun = next(
        (
            item
            for item in context.items[context.predicate.at + 1 : context.predicate.at + 5]
            if item.has("person")
            or item.low in ("women", "children")
            or item.kind == "num"
            and item.number.reason == "age"
        ),
        None,
    )
    if noun is None:
        return None
    return _continue(last, "group_copula", parent=last.parent or last)


def _is_list_link(between):
    """Only places, prepositions, marks and conjunctions stand between the two members of a list."""
    if len(between) > 12 or not between:
        return False
    linked = any(
        item.low
        in (
            ",",
            "and",
            ";",
            ":",
            "-",
            "plus",
            "or",
            "–",
            "—",
            "(",
            ")",
            "then",
            "as well as",
            "against",
            "another",
            "from",
            "while",
            "but",
        )
        for item in between
    )
    return linked and not any(_is_loud(item) for item in between)


def _is_loud(item):
    """A verb or another clause between two numbers: they are no list."""
    if (
        item.is_count
        or item.has("place", "country", "person", "unit", "transparent", "preposition")
        or item.low in ("it", "is", "and", "then", "plus")
    ):
        return item.is_count
    if (
        item.has("aux", "modal", "say", "attribution", "troop_verb")
        or item.has("subordinator")
        and item.low not in ("while", "since", "after")
    ):
        return True
    if not item.senses and item.low.endswith("ed") and len(item.low) > 4 and item.text[:1].islower():
        return True
    return item.has("verb") and not item.has("outcome", "charge", "office") and item.text[:1].islower()


def _is_alternative(context):
    """ "225 dead, prosecutors said, or 227, as they had it by Wednesday"."""
    previous = context.in_sentence()[-1]
    adjacent = context.low(context.i - 2) == "," or previous.index == context.i - 2
    return context.low(context.i - 1) == "or" and adjacent and context.head.kind == "none"


def by_change(context: Context):
    """ "up from 36", "rose from 49 to 114", "to 337 from 276", "It replaced 16": the other value of the same figure."""
    earlier = [f for f in context.in_sentence() if f.metric]
    if context.head.kind in ("thing", "unit", "case"):
        return None
    if earlier and context.low(context.i - 1) in ("from", "to") and context.head.kind in ("none", "pronoun", "person"):
        between = context.items[earlier[-1].index + 1 : context.i]
        if not any(item.low in (".", ";") for item in between) and (context.head.kind == "none" or _is_change(context)):
            return _continue(earlier[-1], "change", twin=earlier[-1], parent=None)
    if (
        context.low(context.i - 1) in ("replaced", "replacing", "superseded", "corrected")
        or context.low(context.i - 2) in ("replaced", "replacing")
        and context.head.kind == "none"
    ):
        last = context.last(paragraphs=1)
        return _continue(last, "change", twin=last) if last else None
    return None


def _is_change(context):
    return any(
        item.low
        in (
            "up",
            "down",
            "rose",
            "risen",
            "fell",
            "climbed",
            "jumped",
            "revised",
            "raised",
            "increase",
            "rise",
            "lowered",
            "dropped",
        )
        for item in context.items[max(context.i - 8, 0) : context.i]
    )


def by_repetition(context: Context):
    """ "the 164", "those 50", "of the 337", a printed value met before: the same figure again."""
    if (
        context.head.text in ("us", "you")
        or context.head.kind not in ("none", "pronoun", "person")
        or context.number.value is None
        and context.number.style != "vague"
    ):
        return None
    large = (context.number.value or 0) > 12 or context.number.is_definite
    if _speaks_of_others(context):
        return None
    if not large or context.number.style == "zero":
        return None
    for figure in reversed(context.figures):
        if figure.metric and _same_value(figure, context) and _fits_group(figure, context):
            return Reading(
                figure.metric,
                "repetition",
                stage=figure.stage,
                unit=figure.unit,
                detail=figure.detail,
                group=figure.group,
                twin=figure,
            )
    return None


def _speaks_of_others(context):
    """The words before the number name another kind of people ("troop numbers, which began at 2,500")."""
    return any(item.has("troop", "troop_unit", "thing") for item in context.items[max(context.i - 7, 0) : context.i])


def _same_value(figure, context):
    number = figure.number
    return number.value == context.number.value and number.value is not None


def _fits_group(figure, context):
    if context.head.kind != "person":
        return True
    group = context.head.senses.get("person")
    return (
        group in (figure.group, "all")
        and (context.number.is_definite or context.predicate.kind == "copula" or (context.number.value or 0) > 100)
        and context.predicate.kind not in ("context",)
    )


def by_topic(context: Context):
    """A bare number that a verb of stating, a place or the start of the sentence ties to what the text speaks of.

    "Two days later the ministry conceded 46. Then 61." "His party claims 30." "It is now 4,404." The nearest figure
    or outcome before it in the paragraph tells what it counts, else the subject of the whole text.
    """
    if not _may_be_bare(context):
        return None
    tied = _is_tied(context)
    stated = _is_stated(context) or _is_counted_in_noun(context)
    if not (tied or stated or _is_stated_loosely(context)):
        return None
    evidence = nearest_evidence(context)
    if evidence is not None and (tied or stated):
        return _from_evidence(context, evidence)
    if (stated or _is_stated_loosely(context)) and context.head.kind == "none" and not context.in_sentence():
        return _from_subject(context, evidence)
    return None


def _may_be_bare(context):
    head = context.head
    if (
        context.number.style == "zero"
        or head.text in ("us", "you")
        or context.item.low == "one"
        and head.kind == "none"
    ):
        return False
    if (
        head.kind not in ("none", "pronoun", "demonym")
        and not _is_listed_after_colon(context)
        and not (_is_name(context) and _is_stated(context))
    ):
        return False
    if context.predicate.kind == "context" or context.low(context.i - 1) == "for":
        return False
    return context.predicate.kind != "general" or _is_quiet_predicate(context) or _is_counted_in_noun(context)


def _is_name(context):
    return context.head.text.lower() in ("names", "surnames", "biographies", "entries")


def _is_listed_after_colon(context):
    """ "the presenter apologised: eighteen officers and 26 bandits": people named right after a colon."""
    if context.head.kind != "person":
        return False
    if context.low(context.i - 1) == ":":
        return context.predicate.kind == "none"
    earlier = context.in_sentence()
    return bool(earlier) and earlier[-1].reading.rule == "topic" and context.low(context.i - 1) == "and"


def _is_tied(context):
    """ "Then 61", "another 26", "139 in Almaty", names after a colon."""
    openers = (",", "and", "with", "plus", ";", "–", "by")
    more = (
        context.head.more
        and context.low(context.i - 1) != "for"
        and (context.i == 0 or context.low(context.i - 1) in openers or context.predicate.kind == "outcome")
    )
    emerges = (
        context.predicate.lemma in ("come", "follow", "appear", "emerge", "vanish", "disappear")
        and (context.number.value or 0) > 12
    )
    return (
        emerges
        and context.head.kind == "none"
        or _stands_alone(context)
        or more
        or _is_listed_after_colon(context)
        or _has_place_after(context)
        or _is_elliptic_copula(context)
    )


def _is_elliptic_copula(context):
    """ "By August hundreds were.": the verb of the sentence before is understood."""
    return (
        context.predicate.kind == "copula"
        and context.predicate.at + 1 < len(context.items)
        and context.items[context.predicate.at + 1].low in (".", ",", ";", "?")
    )


def nearest_evidence(context):
    """What a bare number counts: a figure of its sentence, else the nearest figure or outcome noun before it.

    Returns:
        a Figure, an (metric, stage, item) tuple for a noun, or None; a number of something else in between ends the
        search, since nothing carries over it.
    """
    by_item = {id(figure.item): figure for figure in context.figures[-24:]}
    earlier = context.in_sentence()
    earlier = [f for f in earlier if f.metric or f.head.kind in ("none", "pronoun", "person")]
    if earlier:
        return earlier[-1] if earlier[-1].metric else None
    own = next((found for found in map(_outcome_noun, reversed(context.items[: context.i])) if found), None)
    if own:
        return own
    for row in reversed(context.recent):
        for item in reversed(row):
            figure = by_item.get(id(item))
            if figure is not None and figure.metric and context.sentence.paragraph - figure.sentence.paragraph <= 1:
                return context.last(paragraphs=1, sentences=4) or figure
            if _outcome_noun(item):
                return _outcome_noun(item)
    return context.last(paragraphs=1, sentences=4)


def _outcome_noun(item):
    """The outcome that a noun names ("arrests", "the wounded"); states such as "in custody" only set the scene."""
    if item.low in ("missing", "disappeared", "displaced"):
        return item.low, "", item
    if item.kind != "word" or item.has("office") or not item.has("outcome", "case"):
        return None
    return outcome_in([item])


def _from_evidence(context, evidence):
    if not isinstance(evidence, tuple):
        if context.head.kind == "demonym" and evidence.metric != "troop_contingents":
            return None
        if evidence.metric in CASES and context.low(context.i - 1) in ("by", "before", "until"):
            return None
        return _continue(evidence, "topic")
    metric, stage, _ = evidence
    if context.head.kind == "demonym":
        return None
    return Reading(metric, "nearest_outcome", stage=stage, unit="cases" if metric in CASES else "people")


def _from_subject(context, evidence):
    """A figure that somebody states, in a text about one thing: the thing that the text speaks of most."""
    if evidence is not None and not isinstance(evidence, tuple):
        return _from_evidence(context, evidence)
    if context.subject not in PEOPLE or (context.number.value or context.number.high or 9) < 3:
        return None
    return Reading(context.subject, "subject_of_text", unit="people")


def _is_stated_loosely(context):
    """A bare number at the end of its phrase, after an office or a word of counting: "HRANA has 506", "put names to 183"."""
    after = context.low(context.head.at)
    if after not in (
        ",",
        ".",
        ";",
        ")",
        "(",
        "",
        "–",
        "?",
        "!",
        ":",
        "in",
        "for",
        "on",
        "by",
        "from",
        "and",
        "so far",
        "as of",
        "at",
        "since",
    ):
        return False
    for at in range(context.i - 1, max(context.i - 12, -1), -1):
        item = context.items[at]
        if item.has("thing", "unit") and not item.has("say", "statement") or item.is_count:
            return False
        office = item.has("office") and item.senses["office"] != "witness" and not item.has("person")
        if office or item.has("say", "statement") or item.low in STATING:
            return True
    return False


def _is_counted_in_noun(context):
    """ "rejecting a figure of at least 108 given by a doctors' committee": the noun of counting decides."""
    return context.low(context.i - 1) == "of" and context.low(context.i - 2) in STATING


QUIET = {
    "take",
    "bring",
    "add",
    "remain",
    "stay",
    "include",
    "come",
    "be",
    "have",
    "find",
    "register",
    "record",
    "note",
    "report",
    "confirm",
    "count",
    "verify",
    "follow",
    "identify",
    "document",
}


def _is_quiet_predicate(context):
    return context.predicate.lemma in QUIET


def _is_stated(context):
    """A verb of stating, a noun of counting or a link stands just before the number: "conceded 46", "put it at 2,030"."""
    if context.low(context.i - 1) == "," and context.low(context.i - 2) in SUPERLATIVES:
        return True
    if any(
        word in ("a total of", "passed", "had passed", "topped", "exceeded") for word in context.number.words_before
    ):
        return True
    if context.low(context.i + 1) == "by" and context.low(context.i + 2) in ("her", "his", "its", "their", "our"):
        return True  # "eight by her information"
    if (
        context.i
        and context.items[context.i - 1].has("be")
        and any(item.low in STATING for item in context.items[: context.i])
    ):
        return True
    for at in range(context.i - 1, max(context.i - 7, -1), -1):
        item = context.items[at]
        if item.low in STATING or item.has("say", "statement") and not item.has("preposition"):
            return True
        if item.low in (
            "stayed",
            "stood",
            "stands",
            "remained",
            "replaced",
            "peaked",
            "began",
            "rose",
            "climbed",
            "makes",
            "made",
            "claims",
            "reached",
            "passed",
        ):
            return True
        if (
            item.low == ":"
            or item.low in ("–", "—")
            and at == context.i - 1
            or item.has("be")
            and context.low(at - 1) in ("it", "that", "this", "figure", "number", "there", "one", "them")
        ):
            return True
        passing = item.has(
            "transparent", "preposition", "function", "aux", "alliance", "country", "place", "weekday", "month"
        )
        if item.is_count or not (passing or item.low in ("outset", "true", "own", "real", "office")):
            return False
    return False


SUPERLATIVES = {
    "largest",
    "highest",
    "lowest",
    "biggest",
    "first",
    "latest",
    "last",
    "smallest",
    "official",
    "previous",
}


def _stands_alone(context):
    """The number is most of its clause: "Then 61, …", "It is now 4,404.", "At 227, two months ago"."""
    before = context.items[: context.i]
    after = context.low(context.head.at)
    short = len(before) <= 4 and all(
        item.has("function", "transparent", "aux", "be", "preposition")
        or item.low in ("then", "later", "it", "now", "figure", "the")
        for item in before
    )
    return short and (
        after in (",", ".", "", ";", ")", "(", "–", "—", "?", "!", "she", "he", "they", "we", "i")
        or context.head.at >= len(context.items)
    )


def _has_place_after(context):
    at = context.head.at
    return context.low(at) in ("in", "for", "at", "from") and any(
        item.has("place") or item.text[:1].isupper() and not item.has("month", "weekday")
        for item in context.items[at + 1 : at + 4]
    )


def by_only_outcome(context: Context):
    """A bare number in a sentence that names exactly one outcome: "A taxi driver: forty, all of them dead"."""
    if (
        context.head.kind not in ("none", "pronoun")
        or context.predicate.kind in ("general", "context")
        or context.in_sentence()
    ):
        return None
    counted_up = (
        context.low(context.i + 1) == "in"
        and context.low(context.i + 2) in ("all", "total", "number")
        or context.low(context.i + 1) in ("altogether", "so far")
    )
    if not (_has_place_after(context) or _is_stated(context) or counted_up):
        return None
    found = (
        outcome_in(context.items[: context.i])
        or outcome_in(context.items[context.i :])
        or (
            outcome_in(context.recent[-1])
            if context.recent and context.last(paragraphs=0, sentences=2) is None
            else None
        )
    )
    if not found:
        return None
    unit = "cases" if found[0] in CASES else "people"
    return Reading(found[0], "only_outcome", stage=found[1], unit=unit)
