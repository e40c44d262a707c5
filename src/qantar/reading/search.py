"""What a search for the predicate of a counted group looks for, and what it has seen on the way."""

from dataclasses import dataclass

HAVE = ("has", "have", "had", "having")
HYPOTHETICAL = ("would", "might", "may", "could")
FUTURE = ("will", "shall", "'ll", "must", "can")


@dataclass(slots=True)
class Predicate:
    """A predicate. `kind`: outcome, context, general, copula, troop, none; `at` is its position."""

    kind: str
    at: int
    metric: str | None = None
    lemma: str = ""
    negated: bool = False
    hypothetical: bool = False
    passive: bool = False
    future: bool = False


NONE = Predicate("none", -1)


@dataclass(slots=True)
class Search:
    """The auxiliaries, negations and relative clauses between a counted noun and its predicate."""

    coordinated: bool = True  # whether a following "and 12 soldiers" belongs to the same subject
    be: bool = False
    have: bool = False
    aux: bool = False
    negated: bool = False
    hypothetical: bool = False
    future: bool = False
    relative: bool = False  # within "who stormed the building": the main verb is still to come
    other: Predicate | None = None  # the verb of that clause, taken where no main verb follows

    def note_auxiliary(self, item):
        """Remember what an auxiliary says of tense, voice and mood."""
        self.aux = True
        self.be |= item.has("be")
        self.have |= item.low in HAVE
        self.hypothetical |= item.low in HYPOTHETICAL
        self.future |= item.low in FUTURE

    def predicate(self, kind, at, lemma, metric=None, passive=False):
        """A predicate with the negation and mood seen so far."""
        return Predicate(kind, at, metric, lemma, self.negated, self.hypothetical, passive)

    def outcome(self, at, reading, passive=False):
        """The predicate that a verb reading with an outcome makes."""
        return self.predicate("outcome", at, reading["lemma"], reading["metric"], passive)

    def state(self, at, item):
        """The predicate that a state makes: "in custody", "under guard"."""
        return self.predicate("outcome", at, item.low, item.senses["state"])

    def set_aside(self, predicate):
        """Keep the verb of a relative clause and go on to the main verb."""
        self.relative, self.other = False, predicate
