"""Reading and grouping under load; grouping.py starts a process for each step, so that memory can be told.

    python placing.py fill DATABASE REPORTS WORDS      stores so many reports, each with so many words more
    python placing.py take DATABASE WINDOW...          reads and groups them all; figures at each window
    python placing.py restart DATABASE                 takes the window up again, as an engine does that starts
    python placing.py topics QUERIES ARTICLES          asks so many queries of so many articles

The last line printed is JSON. Seconds are processor seconds, those of the database not counted in `take`.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from collections import defaultdict
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import newsroom
import psutil
from grouping import AROUND

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.ids import SourceId, TopicId
from pantau.domain.source import NewSource
from pantau.domain.topic import Topic
from pantau.engine import briefing
from pantau.engine.analysis import Analysis
from pantau.language.document import Document
from pantau.language.query import Matcher
from pantau.operations.desk import prepared
from pantau.store.arrivals import Arrival
from pantau.store.database import Database, Durability
from pantau.store.transaction import Transaction

NEWEST = datetime(2026, 3, 2, 12, tzinfo=UTC)
FEEDS = 1_000
BATCH = 500
SEED = 7


def fill(path: Path, reports: int, words: int) -> dict[str, Any]:
    """A database with news that nobody has read."""
    news = newsroom.stream(reports, FEEDS, NEWEST, SEED, words=words)
    with _opened(path) as database:
        with database.write() as tx:
            sources = [tx.sources.add(NewSource(f"https://{n}.example/rss"))[0].id for n in range(FEEDS)]
        for start in range(0, reports, BATCH):
            carried: defaultdict[SourceId, list[Entry]] = defaultdict(list)
            for feed, item in news[start : start + BATCH]:
                carried[sources[feed]].append(_entry(item))
            with database.write() as tx:
                tx.arrivals.keep_all([Arrival(source, each, NEWEST) for source, each in carried.items()])
    return {"words": sum(_words(item) for _, item in news) / reports}


def _words(item: newsroom.Item) -> int:
    return item.title.count(" ") + item.summary.count(" ") + 2


def _entry(item: newsroom.Item) -> Entry:
    url = f"https://kabar.example/{item.number}"
    return Entry(url, url, item.title, "", "", item.summary, item.at, DateOrigin.STATED)


def _opened(path: Path) -> closing[Database]:
    """A database as the engine has it."""
    return closing(prepared(f"sqlite:///{path}", durability=Durability.NORMAL))


def take(path: Path, windows: list[int]) -> dict[str, Any]:
    """Seconds a report and memory, in MiB, at each window."""
    with _opened(path) as database:
        with database.read() as tx:
            analysis = briefing.fresh(tx, briefing.scoring(tx, NEWEST), NEWEST)
        gc.disable()  # as the engine does
        began, spent, taken = _memory(), [], 0
        figures: dict[str, Any] = {}
        while seconds := _take_some(database, analysis, taken):
            spent.append(seconds)
            taken += BATCH
            if taken - AROUND in windows:
                around = spent[-(2 * AROUND // BATCH) :]
                mean = sum(around) / len(around) / BATCH
                figures[str(taken - AROUND)] = {"seconds": mean, "memory": _memory() - began}
        return {"windows": figures, "stories": analysis.stories, "mean": sum(spent) / taken}


def _take_some(database: Database, analysis: Analysis, position: int) -> float:
    """Processor seconds of reading and grouping the next batch; 0 when there is none."""
    with database.write() as tx:
        articles = tx.articles.after(position, BATCH)
        began = time.process_time()
        findings = analysis.take(articles, {})
        spent = time.process_time() - began
        _keep(tx, analysis, findings)
    return spent if articles else 0.0


def _keep(tx: Transaction, analysis: Analysis, findings: Any) -> None:
    tx.stories.record(findings)
    tx.stories.regroup(analysis.regrouped())
    analysis.changed(NEWEST)  # scored, so that memory holds what an engine holds


def restart(path: Path) -> dict[str, Any]:
    """Seconds and memory of taking a window up."""
    with _opened(path) as database:
        gc.disable()
        memory, began = _memory(), time.process_time()
        with database.read() as tx:
            analysis = briefing.restored(tx, briefing.scoring(tx, NEWEST), NEWEST)
        seconds = time.process_time() - began
        return {"seconds": seconds, "memory": _memory() - memory, "stories": analysis.stories}


def topics(queries: int, articles: int) -> dict[str, Any]:
    """Seconds of asking all queries of all articles, these cut into words first; how many fit."""
    news = [item for _, item in newsroom.stream(articles, FEEDS, NEWEST, SEED)]
    rng = random.Random(SEED)
    spoken = sorted(
        {word for item in news for word in f"{item.title} {item.summary}".split() if word.isalpha()}
    )
    matcher = Matcher(
        Topic(TopicId(number), f"t{number}", _query(rng, spoken), "imigrasi") for number in range(queries)
    )
    matcher.match(Document("Judul", "Isi."))
    began = time.process_time()
    found = sum(len(matcher.match(Document(item.title, item.summary))) for item in news)
    return {"seconds": time.process_time() - began, "found": found}


def _query(rng: random.Random, spoken: list[str]) -> str:
    """As officers write them, of words that are told."""
    one, two, three, four = (word.lower() for word in rng.sample(spoken, 4))
    return rng.choice(
        [
            f"{one} {two}",
            f"({one} OR {two}) {three} NOT {four}",
            f'"{one} {two}" OR ={three}',
            f"{one} NEAR/6 {two}",
            f"title:{one} ({two} OR {three[:5]}*)",
            f'({one} OR "{two} {three}") {four}',
        ]
    )


def _memory() -> float:
    return psutil.Process().memory_info().rss / 2**20


def main(what: str, *given: str) -> dict[str, Any]:
    match what:
        case "fill":
            return fill(Path(given[0]), int(given[1]), int(given[2]))
        case "take":
            return take(Path(given[0]), [int(window) for window in given[1:]])
        case "restart":
            return restart(Path(given[0]))
        case _:
            return topics(int(given[0]), int(given[1]))


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
