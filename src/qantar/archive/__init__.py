"""Reading an archive of any size: the same reading as of a few articles, in shards that many processes can write.

`inputs` cuts the input files into pieces, `formats` reads the documents of a piece (by `lines`, `parquet`, `warc` or
`textfiles`), `documents` says what a document is, `extract` turns one into rows, `shards` writes them, `plan` remembers
which pieces are done, and `run` hands the pieces to local processes or to a `cluster` and shows its `progress`.
`bench`, `prose`, `peers`, `measure` and `results` belong to the benchmark.
"""
