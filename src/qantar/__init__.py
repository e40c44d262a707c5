"""Qantar reads reported figures out of prose and compares them: what was reported, by whom, and how did it change?

>>> import qantar
>>> qantar.text_totals("Gunmen shot dead a driver and wounded two passengers.")
{'deaths': 1, 'injuries': 2, 'detentions': None}
"""

__all__ = ["read_figures", "text_totals"]


def __getattr__(name):
    """The two plain doors, loaded at first use: importing the package stays cheap."""
    if name in __all__:
        from .reading import totals

        return getattr(totals, name)
    raise AttributeError(f"module 'qantar' has no attribute {name!r}")
