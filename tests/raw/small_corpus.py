"""A small made-up corpus: two sources, one with a text, one with coded figures."""

from pathlib import Path

EVENT = "id: harbour-2024\nname: Harbour strike\ncountry: Estmark\nstart: 2024-03-01\nend: 2024-03-09\n"
SOURCES = (
    "source_id,outlet,publisher_type,country_of_outlet,title,url,published,language,syndicated_from,sha256,note\n"
    "daily-2024-03-05,The Daily,newspaper,Estmark,strike toll,https://daily.example/1,2024-03-05,en,,,\n"
    'wire-2024-03-06,Wire,wire,Estmark,ministry count,,2024-03,en,"Daily; Radio",,coded only\n'
)
FIGURES = (
    "figure_id,source_id,metric,value,low,high,qualifier,unit,group,detail,stage,claimant,claimant_type,via,as_of,"
    "place,measure,status,part_of,event_scope,note,checked\n"
    "wire-2024-03-06-01,wire-2024-03-06,deaths,7,7,7,exact,people,all,,,Interior Ministry,interior_ministry,,"
    "2024-03-06,Estmark,cumulative,asserted,,in_event,,yes\n"
    "wire-2024-03-06-02,wire-2024-03-06,deaths,2,2,2,exact,people,security_forces,,,Interior Ministry,"
    "interior_ministry,,2024-03-06,Estmark,cumulative,asserted,wire-2024-03-06-01,in_event,,yes\n"
)
DECISIONS = "claim_id,action,column,value,reason,date\n"
CONVENTIONS = "profile,word,value,low,high,source,note\ninterval,dozens,,24,99,us,\n"
DAILY = "daily-2024-03-05"
TEXT = (
    "Strike toll\n\nThe interior ministry said on 5 March 2024 that 12 people had been killed. "
    "At least 30 protesters were injured, according to doctors.\n"
)
FILES = {
    "event.yml": EVENT,
    "sources.csv": SOURCES,
    "reported_figures.csv": FIGURES,
    f"articles/{DAILY}.txt": TEXT,
}


def write(folder, name, content):
    """Write text or bytes to a file of a folder and return its path."""
    path = Path(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def changed(text, old, new):
    """A file's content with one thing changed; fails where there is nothing to change."""
    assert old in text
    return text.replace(old, new, 1)
