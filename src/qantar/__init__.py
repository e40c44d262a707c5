"""Qantar reads reported figures out of prose and compares them: what was reported, by whom, and how did it change?

>>> import qantar
>>> qantar.text_totals("Gunmen shot dead a driver and wounded two passengers.")
{'deaths': 1, 'injuries': 2, 'detentions': None}
"""

from importlib import import_module

DOORS = {"read_figures": ".reading.totals", "text_totals": ".reading.totals", "known_on": ".tables"}
__all__ = ["known_on", "read_figures", "text_totals"]


def __getattr__(name):
    """The plain doors, loaded at first use: importing the package stays cheap."""
    if name in DOORS:
        return getattr(import_module(DOORS[name], __name__), name)
    raise AttributeError(f"module 'qantar' has no attribute {name!r}")
