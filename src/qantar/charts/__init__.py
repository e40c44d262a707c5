"""Charts of reported figures: one module per kind of chart, one style, one way to show a figure.

A chart function takes a small table of what is to be drawn and returns a matplotlib figure. Only
`qantar.charts.figure.show` puts it on a page, and it refuses a figure that lacks its words.
"""
