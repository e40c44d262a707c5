"""Reading figures out of prose: text → sentences → numbers → what they count → who says so, when, where, how firmly.

`read_document` is the door. The modules in the order of the work:

- words: wordlists, inflection, lexicon (`qantar/lexicon/*.yml` as one table of phrases), text (sentences and tokens);
- numbers: neighbours, numerals, numbers (hedges and ranges), numbering (of lists);
- numbers that count nobody: distractors, with a module per kind: ages, dating, idioms, labels, measures, shapes;
- what a number counts: items, heads, predicates and what they stand on (clauses, outcomes, pronouns, readings, search),
  then rules; document puts them together, guesses takes back what nothing confirms;
- which sentences can hold a figure at all, asked before the others: signals, telling, quiet, governing, look;
- who says so: offices, ties, names, speakers, voices, claimants;
- when and where, whom, and whether it stands: dates and asof, places, groups, links, status, scope;
- the rows: unread (digits that nothing took in), rows;
- the counts of a text about one incident: totals, with scan, incident, incident_rules, singles, persons, pronouns,
  background and tally.
"""

from .rows import read_document

__all__ = ["read_document"]
