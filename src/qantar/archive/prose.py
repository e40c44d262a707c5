"""Made-up news prose for the benchmark: sentences of our own, with a chosen share that states figures.

A quarter of the plain sentences holds a number that counts nobody (a year, a price, a score), as newspapers do.
"""

import random
from functools import partial

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
    "The price of {good} rose by {p} percent in {year}, the fastest since {year}.",
    "{Team} won {a}-{b} in front of an almost empty stand on {day}.",
    "The bridge near {place} is {n} metres long and was finished in {year}.",
    "On {date} the council meets again to speak about the budget for {year}.",
    "A kilo of {good} costs {p} dollars at the market in {town}.",
    "The exhibition in {town} runs until {date} and is free for those under {p}.",
    "Room {p} on the second floor has been empty since {year}.",
    "The orchestra from {town} plays three symphonies in one evening.",
)
PLAIN = (
    "The {adjective} weather over {town} will last until the weekend, forecasters believe.",
    "Farmers in the valley complain that {good} no longer brings what it used to bring.",
    "The mayor of {town} opened a {adjective} library beside {place} and spoke about reading.",
    "Critics called the new play {adjective}, and the theatre in {town} was full all the same.",
    "Engineers are looking at {place} again, because the old plans have been lost in the archive.",
    "Nobody in {town} remembers a winter as {adjective} as this, and the river is still frozen.",
    "The company says that it will move its offices from {town} to the coast next spring.",
    "A {adjective} mood settled over the exchange as traders waited for news about {good}.",
    "The ministry of transport wants to rebuild the road between {town} and the border.",
    "{Team} played well, but the {adjective} pitch made every pass a matter of luck.",
    "Her latest novel tells of a {adjective} childhood in a house behind {place}.",
    "Economists argue about whether the {adjective} harvest explains the shortage of {good}.",
    "The choir will sing at {place}, and tickets are sold at the door as always.",
    "Scientists have found a {adjective} way to store heat in sand, a journal reports.",
    "The court has not said when it will publish its opinion on the ownership of {place}.",
    "Visitors come to {town} for its {adjective} gardens and stay for the food.",
    "The airline apologised for the {adjective} service and promised to listen to its passengers.",
    "Trains between {town} and the capital will run later while the rails are replaced.",
    "Teachers say that the {adjective} timetable leaves little room for music.",
    "The old cinema near {place} shows silent films again, with a pianist in the corner.",
    "Customs officers at the airport look for {good}, which travellers like to hide in shoes.",
    "The opposition called the plan {adjective}; the government did not answer.",
    "A {adjective} wind from the lake kept the sailors in the harbour for most of the week.",
    "{name} grew up in {village}, learnt the violin and never left the district of {name2}.",
    "In his column {name} wonders why {village} has no museum of its own.",
    "The painter {name} shows {adjective} landscapes from {village} and {name2}.",
    "{name} of the university in {village} called the findings of {name2} {adjective} but useful.",
    "A ferry named after {name} takes tourists from {village} to the islands.",
    "According to {name}, the recipe came from {village} with the family of {name2}.",
    "Shops in {town} have run out of {good}, and the next delivery is not in sight.",
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
# Of invented names: real prose has tens of thousands of different words, and a reader that remembers words would look
# too fast without.
SYLLABLES = "ba dor ven ti ko lu mar es nil ra sho gan pe ur za fen oli vat qui hem"
WORDS = {slot: words.split(", ") for slot, words in SLOTS.items()}


def make_sentences(seed, density, count=20000):
    """A pool of sentences to write documents from.

    Args:
        seed: of the random choices; the same seed gives the same pool.
        density: share of sentences that state figures of people or cases, 0 to 1.
        count: how many.

    Returns:
        list of strings.

    >>> make_sentences(1, 0.5, 2) == make_sentences(1, 0.5, 2)
    True
    """
    chance = random.Random(seed)
    figures = round(count * density)
    kinds = [FIGURES] * figures + [NUMBERED if chance.random() < 0.25 else PLAIN for _ in range(count - figures)]
    pool = [_fill(chance, chance.choice(templates)) for templates in kinds]
    chance.shuffle(pool)
    return pool


def write_documents(seed, density, size, length=2000):
    """Documents of about `length` characters with a publication date, until they hold `size` characters.

    Yields:
        dicts with the keys `id`, `published` and `text`.
    """
    pool, chance, written, number = make_sentences(seed, density), random.Random(seed + 1), 0, 0
    while written < size:
        text = _document(chance, pool, length)
        yield {"id": f"made-up-{number:07}", "published": f"2022-01-{number % 28 + 1:02}", "text": text}
        written, number = written + len(text), number + 1


def _document(chance, pool, length):
    """Paragraphs of one to four sentences."""
    sentences, size = [], 0
    while size < length:
        sentences.append(chance.choice(pool))
        size += len(sentences[-1]) + 1
    lines, at = [], 0
    while at < len(sentences):
        step = chance.randint(1, 4)
        lines.append(" ".join(sentences[at : at + step]))
        at += step
    return "\n".join(lines) + "\n"


def _fill(chance, template):
    pick = partial(_pick, chance)
    words = {name: pick(name) for name in WORDS}
    words |= {"Office": _capital(pick("office")), "Team": _capital(pick("team"))}
    words |= {name: _name(chance) for name in ("name", "name2", "village")}
    words |= {"n": f"{chance.randint(13, 9999):,}", "m": chance.choice(("two", "three", "eleven", "12", "8", "5"))}
    words |= {"p": chance.randint(2, 90), "a": chance.randint(0, 4), "b": chance.randint(0, 4)}
    return template.format(**words, year=chance.randint(1990, 2021))


def _pick(chance, slot):
    return chance.choice(WORDS[slot])


def _name(chance):
    """An invented name of two to four syllables."""
    return _capital("".join(chance.choices(SYLLABLES.split(), k=chance.randint(2, 4))))


def _capital(words):
    return words[0].upper() + words[1:]
