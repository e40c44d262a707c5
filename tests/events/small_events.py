"""Small corpora of invented events, each with one thing that Kazakhstan's has not."""

HEAD = "source_id,outlet,publisher_type,country_of_outlet,title,url,published,language,syndicated_from,sha256,note"
EVENT = "id: veld\nname: Collapse of the Veld dam\ncountry: Freedonia\nstart: 2023-05-14\nend: 2023-05-31\n"
EVENT += "contributing_countries:\n  - {name: Ruritania, demonyms: [Ruritanian]}\n"
FIRST = (
    "At least 43 people were killed in Freedonia on 14 May, the health ministry said. Another 112 were injured.\n\n"
    "Police said on 15 May that 31 people had been detained. The prosecutor opened 3 criminal cases on 15 May."
)
SECOND = (
    "The health ministry said that 71 people had been killed by 16 May. The Red Cross counted 80 deaths.\n\n"
    "The interior ministry said that 54 people had been detained by 16 May. The number of injured rose to 130."
)
THIRD = (
    "The health ministry revised the death toll down from 71 to 64 on 18 May and apologised for an error in its count. "
    "Nine police officers had died, the interior ministry said.\n\nThe prosecutor opened 5 criminal cases."
)
VAGUE = "Hundreds were detained.\n\nThousands of people protested. Dozens died, residents said."
NOTHING = "The dam is 45 metres high and was built in 1962."
ONE_EACH = (
    "The prosecutor said that 12 people were killed on 14 May. The health ministry said that 30 people were injured on "
    "14 May.\n\nPolice said that 31 people were detained on 14 May. Ruritania sent 200 soldiers on 14 May.\n\n"
    "The prosecutor opened 3 criminal cases on 14 May. The court opened 7 administrative cases on 14 May."
)
EVENTS = {  # name → texts by the day of publication as sources.csv states it
    "three days": [("2023-05-15", FIRST), ("2023-05-16", SECOND), ("2023-05-18", THIRD)],
    "no day": [("", FIRST), ("", SECOND), ("", THIRD)],
    "one without a day": [("2023-05-15", FIRST), ("", SECOND), ("2023-05-18", THIRD)],
    "a month": [("2023-05", FIRST), ("2023-05", SECOND), ("2023-05", THIRD)],
    "a year": [("2023", FIRST), ("2023", THIRD)],
    "vague words": [("2023-05-15", VAGUE)],
    "no figure": [("2023-05-15", NOTHING)],
    "one figure of each": [("2023-05-14", ONE_EACH)],
    "one figure of each, no day": [("", ONE_EACH)],
    "one death": [("2023-05-15", "The police said that 5 people were killed.")],
}


def write_event(folder, name):
    """The raw folder of one of `EVENTS`; returns its path."""
    raw = folder / "raw"
    (raw / "articles").mkdir(parents=True)
    (raw / "event.yml").write_text(EVENT, encoding="utf-8")
    lines = [HEAD]
    for number, (published, text) in enumerate(EVENTS[name], start=1):
        lines.append(
            f"page-{number},Outlet {number},newspaper,Freedonia,dam,https://example.org/{number},{published},en,,,"
        )
        (raw / "articles" / f"page-{number}.txt").write_text(text + "\n", encoding="utf-8")
    (raw / "sources.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    return raw
