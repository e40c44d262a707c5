"""What the notebooks find: each function selects the figures for one question and puts the answer in words.

Every function returns a `qantar.charts.tell.Finding`, or None where the data hold nothing of the kind. No number is
typed: titles and sentences are computed from the rows that are drawn, and stay true for another event's data.
"""
