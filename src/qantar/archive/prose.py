"""Made-up news prose for the benchmark: sentences of our own, with a chosen share that states figures.

A quarter of the plain sentences holds a number that counts nobody (a year, a price, a score), as newspapers do. No
sentence is drawn twice, and invented names and words keep coming: a reader that remembers words would look too fast
otherwise. The vocabulary grows as that of a news agency does, by Heaps' law as fitted to the Reuters corpus RCV1
(Manning, Raghavan, Schütze: Introduction to Information Retrieval, 2008, section 5.1.1).
"""

import random
from itertools import islice

FIGURES = (
    "At least {n} people were killed and {m} injured in {town}, {office} said on {day}.",
    "{Office} put the number of detainees at {n}, up from {m} a day earlier.",
    "Police detained {n} protesters near {place}, among them {m} women.",
    "{n} officers and {m} civilians have died since the beginning of the unrest, according to {office}.",
    "Some {n} wounded were in hospital on {day}, {m} of them in intensive care.",
    "{Office} said that {n} criminal cases had been opened, {m} of them over rioting.",
    "The alliance will send {n} peacekeepers, said {office}; {m} soldiers from Belarus have already arrived.",
    "More than {n} people were arrested overnight in {town}, and {m} were released on {day}.",
    "The death toll in {town} stands at {n}, {office} announced.",
    "Nearly {n} people were hurt when the crowd was dispersed near {place}; {m} needed treatment.",
)
NUMBERED = (
    "The price of {good} rose by {p} percent in {year}, the fastest since {year}, {name} of {firm} reckons.",
    "{Team} won {a}-{b} against {village} in front of an almost empty stand on {day}.",
    "The bridge near {village} is {n} metres long and was finished in {year} by {firm}.",
    "On {date} the council of {village} meets again to speak about the budget for {year}.",
    "A kilo of {good} costs {p} dollars at the market in {village}, and {name} sells {brand} beside it.",
    "The exhibition of {name} in {village} runs until {date} and is free for those under {p}.",
    "Room {p} on the second floor of {firm} has been empty since {year}.",
    "The orchestra from {village} plays three symphonies by {name} in one evening.",
)
PLAIN = (
    "The {adjective} weather over {village} will last until the weekend, forecasters at {firm} believe.",
    "Farmers in the valley of {village} complain that {brand} no longer brings what it used to bring.",
    "The mayor of {village} opened a {adjective} library beside {place} and spoke about {name}.",
    "Critics called {name} {adjective}, and the theatre in {village} was full all the same.",
    "Engineers of {firm} are looking at {place} again, because the plans of {name} have been lost.",
    "Nobody in {village} remembers a winter as {adjective} as this, and the {name} is still frozen.",
    "{Firm} says that it will move its offices from {village} to the coast next spring.",
    "A {adjective} mood settled over the exchange as traders waited for news about {firm} and {brand}.",
    "The ministry of transport wants to rebuild the road between {village} and {name}.",
    "{Team} played well, but the {adjective} pitch of {village} made every pass a matter of luck.",
    "Her latest novel, {name}, tells of a {adjective} childhood in a house behind {place}.",
    "Economists such as {name} argue about whether the {adjective} harvest explains the shortage of {good}.",
    "The choir of {village} will sing at {place}, and tickets are sold at the door as always.",
    "Scientists of {firm} have found a {adjective} way to store heat in {brand}, a journal reports.",
    "The court has not said when it will publish its opinion on the ownership of {firm}.",
    "Visitors come to {village} for its {adjective} gardens and stay for the {brand}.",
    "{Firm} apologised for the {adjective} service and promised to listen to its passengers.",
    "Trains between {village} and {name} will run later while the rails are replaced.",
    "Teachers in {village} say that the {adjective} timetable leaves little room for music.",
    "The old cinema {name} near {place} shows silent films again, with a pianist in the corner.",
    "Customs officers at the airport look for {brand}, which travellers like to hide in {good}.",
    "The opposition called the plan of {name} {adjective}; the government did not answer.",
    "A {adjective} wind from the {name} kept the sailors of {village} in the harbour for most of the week.",
    "{name} grew up in {village}, learnt the violin and never left the district of {name}.",
    "In his column {name} wonders why {village} has no museum of its own.",
    "The painter {name} shows {adjective} landscapes from {village} and {name}.",
    "{name} of the university in {village} called the findings of {name} {adjective} but useful.",
    "A ferry named after {name} takes tourists from {village} to the islands.",
    "According to {name}, the recipe came from {village} with the family of {name}.",
    "Shops in {town} have run out of {brand}, and the next delivery from {firm} is not in sight.",
)
SLOTS = {
    "town": "Almaty, Aktau, Port Alder, Bishkek, Oskemen, Tarnow, Lisbon, Quebec, Windhoek, Tartu, Osaka, Ghent",
    "office": "the interior ministry, the health ministry, the prosecutor's office, a police spokesman, officials",
    "place": "the harbour, the town hall, the railway station, the old market, Republic Square, the north gate",
    "day": "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday",
    "date": "3 January, 5 January, 12 January, 7 March, 21 June, 30 September, 9 November",
    "good": "gas, wheat, bread, cotton, copper, sugar, paper, coffee, timber, flour",
    "adjective": "cold, quiet, long, difficult, bright, slow, careful, unusual, pleasant, narrow, modern, old",
    "team": "the home side, the visitors, United, Rovers, the champions",
}
SYLLABLES = (
    *("ba", "dor", "ven", "ti", "ko", "lu", "mar", "es", "nil", "ra"),
    *("sho", "gan", "pe", "ur", "za", "fen", "oli", "vat", "qui", "hem"),
)
WORDS = {slot: words.split(", ") for slot, words in SLOTS.items()}
NAMES = ("name", "village", "firm")  # slots of invented names; those without a list are of invented words
SMALL_NUMBERS = ("two", "three", "eleven", "12", "8", "5")
NUMBERS = {
    "n": lambda chance: f"{chance.randint(13, 9999):,}",
    "m": lambda chance: chance.choice(SMALL_NUMBERS),
    "p": lambda chance: chance.randint(2, 90),
    "a": lambda chance: chance.randint(0, 4),
    "b": lambda chance: chance.randint(0, 4),
    "year": lambda chance: chance.randint(1990, 2021),
}
COMMONPLACE = 0.3  # share of the adjectives that are of the list
HEAPS_EXPONENT = 0.49  # distinct words grow with this power of all words
SPREAD = 4000  # words that come about equally often, fitted: a million words hold as many different ones as in RCV1


def make_sentences(seed, density, count=20000):
    """Sentences to write documents from.

    Args:
        seed: of the random choices; the same seed gives the same sentences.
        density: chance of a sentence to state figures of people or cases, 0 to 1.
        count: how many.

    Returns:
        list of strings.

    >>> make_sentences(1, 0.5, 2) == make_sentences(1, 0.5, 2)
    True
    """
    return list(islice(_sentences(random.Random(seed), density), count))


def write_documents(seed, density, size, length=2000):
    """Documents of about `length` characters with a publication date, until they hold `size` characters.

    Yields:
        dicts with the keys `id`, `published` and `text`.
    """
    chance, written, number = random.Random(seed), 0, 0
    sentences = _sentences(chance, density)
    while written < size:
        text = _document(chance, sentences, length)
        yield {"id": f"made-up-{number:07}", "published": f"2022-01-{number % 28 + 1:02}", "text": text}
        written, number = written + len(text), number + 1


def _sentences(chance, density):
    """Sentences without end."""
    words = Words(chance)
    while True:
        plain = NUMBERED if chance.random() < 0.25 else PLAIN
        yield chance.choice(FIGURES if chance.random() < density else plain).format_map(words)


def _document(chance, sentences, length):
    """Paragraphs of one to four sentences."""
    chosen, size = [], 0
    while size < length:
        chosen.append(next(sentences))
        size += len(chosen[-1]) + 1
    lines, at = [], 0
    while at < len(chosen):
        step = chance.randint(1, 4)
        lines.append(" ".join(chosen[at : at + step]))
        at += step
    return "\n".join(lines) + "\n"


class Words:
    """What fills the slots of a sentence, drawn when a slot asks; a slot in capitals opens the sentence.

    Args:
        chance: a `random.Random`.
    """

    def __init__(self, chance):
        self.chance = chance

    def __getitem__(self, slot):
        if slot in NUMBERS:
            return NUMBERS[slot](self.chance)
        word = self._draw(slot.lower())
        return _capital(word) if slot[0].isupper() or slot in NAMES else word

    def _draw(self, slot):
        is_invented = slot not in WORDS or (slot == "adjective" and self.chance.random() > COMMONPLACE)
        return invent(self.chance) if is_invented else self.chance.choice(WORDS[slot])


def invent(chance):
    """An invented word of two syllables or more, the rarer the longer: ranks of a Zipf-Mandelbrot law, spelt out.

    Words whose ranks follow such a law with the exponent 1 / b make a vocabulary that grows with the power b of a text.
    """
    rank = int(SPREAD * ((1 - chance.random()) ** (-1 / (1 / HEAPS_EXPONENT - 1)) - 1)) + len(SYLLABLES)
    spelt = ""
    while rank:
        rank, syllable = divmod(rank, len(SYLLABLES))
        spelt += SYLLABLES[syllable]
    return spelt


def _capital(words):
    return words[0].upper() + words[1:]
