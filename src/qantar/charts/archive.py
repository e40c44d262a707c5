"""Claims by the million: few columns of all of them, counted and never held as objects, and the words for their charts.

The claims are those of claims.csv; where the folder of tables is what `scripts/extract_archive.py` wrote, those of its
shards. They bear no outlet and no origin, so their charts say how many documents stand behind them instead.
"""

import pandas as pd

from qantar import paths
from qantar.charts.data import read
from qantar.charts.prose import day, plural
from qantar.charts.tell import tell as tell_finding
from qantar.errors import InputError

DOCUMENT = "document_id"
BOUNDS = ("value", "low", "high")
COLUMNS = (DOCUMENT, "metric", *BOUNDS, "group", "as_of", "place", "event_scope", "status", "part_of")


def read_claims():
    """The claims of this event, or of an archive, with the columns that charts of many claims need.

    Returns:
        Table with the columns `COLUMNS`: bounds as Int64 with blanks, `document_id` and `as_of` as text, the others as
        categories.

    Raises:
        InputError: there are no claims.
    """
    folder = paths.PROCESSED / "claims"
    claims = _read_shards(folder) if folder.is_dir() else read("claims").rename(columns={"source_id": DOCUMENT})
    claims = claims[claims["event_scope"] == "in_event"][list(COLUMNS)].reset_index(drop=True)
    return claims.astype(dict.fromkeys(("metric", "group", "place", "status"), "category"))


def _read_shards(folder):
    """All shards of a run, Parquet where they are (with pyarrow), else CSV."""
    shards = sorted(folder.glob("*.parquet")) or sorted(folder.glob("*.csv"))
    if not shards:
        raise InputError(folder, "no shards of claims", "run scripts/extract_archive.py to its end")
    claims = _read_parquet(shards) if shards[0].suffix == ".parquet" else _read_csv(shards)
    texts = [name for name in COLUMNS if name not in BOUNDS]
    return claims.astype(dict.fromkeys(BOUNDS, "Int64")).fillna(dict.fromkeys(texts, ""))


def _read_parquet(shards):
    try:
        from pyarrow import dataset
    except ModuleNotFoundError:
        return _read_csv([shard.with_suffix(".csv") for shard in shards])
    return dataset.dataset([str(shard) for shard in shards]).to_table(columns=list(COLUMNS)).to_pandas()


def _read_csv(shards):
    types = {name: "Int64" if name in BOUNDS else str for name in COLUMNS}
    return pd.concat([pd.read_csv(shard, usecols=list(COLUMNS), dtype=types) for shard in shards], ignore_index=True)


def tell(name, finding, draw):
    """Show a finding about many claims: figure, reading, caveat; see `qantar.charts.tell.tell`."""
    tell_finding(name, finding, draw, source_of=source_line, caveat_of=caveat)


def source_line(claims):
    """The source line of a figure: how much was read, and the last day that a figure holds for."""
    last = claims["as_of"].max()
    return f"Source: Qantar, {_extent(claims)}, {f'for days up to {day(last)}' if last else 'undated'}"


def caveat(claims):
    """The sentence under every chart of many claims."""
    return f"*Counts {_extent(claims)}. Figures are what was reported, copies included; none was verified by us.*"


def _extent(claims):
    return f"{plural(len(claims), 'claim')} in {plural(claims[DOCUMENT].nunique(), 'document')}"
