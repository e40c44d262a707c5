"""Reading an archive of any size: the same reading as of a few articles, in shards that many processes can write.

`documents` gives the texts of the input files one by one, `scan` leaves out those that can hold no claim, `extract`
turns a document into rows, `shards` writes them, `plan` cuts the input into pieces and remembers which are done, and
`run` hands the pieces to local processes or to a cluster. `prose`, `peers` and `measure` belong to the benchmark.
"""
