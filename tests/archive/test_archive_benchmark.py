"""The benchmark: it runs, names what is absent, and its corpus is the same every time. Nothing here is timed."""

import json
import re
import subprocess
import sys

import pytest

from qantar.archive import bench, measure, prose
from qantar.archive.peers import READERS
from qantar.paths import ROOT


def run(*words):
    return subprocess.run([sys.executable, ROOT / "scripts" / "benchmark.py", *words], capture_output=True, text=True)


def test_help_names_peers_and_options():
    shown = run("--help").stdout
    for word in ("quantulum3", "Recognizers-Text", "spaCy", "--size", "--density", "--json"):
        assert word in shown


@pytest.mark.parametrize("words", [("--size", "0"), ("--size", "101"), ("--density", "2"), ("--seconds", "0")])
def test_sizes_that_make_no_sense_are_refused(words):
    assert run(*words).returncode == 2


def test_a_corpus_is_the_same_every_time_and_as_dense_as_asked(tmp_path):
    for name in "ab":
        measure.write_corpus(tmp_path / name, density=0.5, size=20_000)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    entries = [json.loads(line) for line in (tmp_path / "a").read_text(encoding="utf-8").splitlines()]
    assert sum(len(entry["text"]) for entry in entries) >= 20_000
    pool = prose.make_sentences(1, density=0.5)
    openings = tuple(template.split("{")[0] for template in prose.FIGURES if not template.startswith("{"))
    assert sum(sentence.startswith(openings) for sentence in pool) > 0.3 * len(pool)


def test_no_sentence_comes_twice_and_the_vocabulary_grows_as_in_a_news_archive():
    """By Heaps' law as fitted to Reuters RCV1: k = 44, b = 0.49 (Manning, Raghavan, Schütze 2008, section 5.1.1)."""
    words, seen = 0, set()
    for entry in prose.write_documents(seed=1, density=0.01, size=6_100_000):
        found = re.findall(r"[^\W\d_]+", entry["text"].lower())
        words, _ = words + len(found), seen.update(found)
    assert words > 900_000
    assert len(seen) == pytest.approx(44 * words**0.49, rel=0.1)
    plain = [sentence for sentence in prose.make_sentences(2, density=0, count=3000) if len(sentence) > 60]
    assert len(set(plain)) > 0.95 * len(plain)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_finds_something_or_is_named_as_absent(tmp_path, name):
    corpus = measure.write_corpus(tmp_path / "news.jsonl", density=1.0, size=6000, length=1000)
    found = measure.measure_reader(name, corpus, seconds=60)
    if name in ("qantar", "qantar_with_rejects", "plain_regex"):
        assert found["found"] > 10 and found["documents"] > 4 and found["mb"] > 0
    else:
        assert found.get("absent") or found["found"] > 0


def test_the_account_names_every_reader_and_what_is_absent(tmp_path, monkeypatch):
    lines = []
    monkeypatch.setattr(bench, "SMALL", 4000)
    monkeypatch.setattr(bench, "LENGTHS", (500,))
    monkeypatch.setattr(bench, "DENSITIES", (0.5,))
    monkeypatch.setattr(bench, "READERS", {"qantar": None, "plain_regex": None, "nobody": None})
    result = bench.run_benchmark(4000, 0.5, 5, memory=20_000, report=lines.append)
    shown = "\n".join(lines)
    assert all(word in shown for word in ("qantar", "plain_regex", "nobody", "absent", "2 processes", "500 characters"))
    assert set(result) == {"machine", "date", "corpus", "readers", "scaling", "memory", "length", "density"}
    assert list(result["memory"]) == [0.002, 0.02] and min(result["memory"].values()) > 10
    assert json.dumps(result)
