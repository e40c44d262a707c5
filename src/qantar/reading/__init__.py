"""Reading figures out of prose: text → sentences → numbers → what they count → who says so, when, where, how firmly.

`read_document` is the door; the modules follow the order of the work: text, numerals, numbers, distractors, items,
heads, predicates, rules, then claimants, dates, places, groups, status and links, and rows at the end.
"""

from .rows import read_document

__all__ = ["read_document"]
