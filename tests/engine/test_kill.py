"""An engine that is killed at any point leaves no half feed and loses no article."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.serving import Answering, served

from pantau.domain.source import NewSource
from pantau.store.database import Database
from pantau.store.migrate import open_database

FEEDS, ITEMS, KILLS = 60, 20, 6


class Feeds(Answering):
    """Feed n at /n, ITEMS items each, without validators: a poll that was cut short must fetch it again."""

    def do_GET(self) -> None:
        feed = self.path.strip("/")
        told = "".join(
            f"<item><title>Kabar {feed} nomor {n} dari lapas</title><guid isPermaLink='false'>{feed}-{n}</guid>"
            f"<link>https://media-{feed}.example/{n}</link><description>Isi {n} dari {feed}.</description></item>"
            for n in range(ITEMS)
        )
        body = f"<rss version='2.0'><channel><title>{feed}</title>{told}</channel></rss>".encode()
        self.answer(body)


@pytest.fixture
def base() -> Iterator[str]:
    with served(Feeds) as address:
        yield address


def engine(url: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pantau", "engine", "--once", "--force", "--json", "--database", url]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )


def count(database: Database, sql: str) -> list[tuple[int, int]]:
    with database.read() as tx:
        return [(row[0], row[1]) for row in tx.connection().execute(text(sql))]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX systems have kill -9")
def test_kill_9_during_a_poll_leaves_whole_feeds_only(tmp_path: Path, base: str) -> None:
    url = f"sqlite:///{tmp_path / 'pantau.db'}"
    database = open_database(url)
    with database.write() as tx:
        for number in range(FEEDS):
            tx.sources.add(NewSource(f"{base}/{number}", intranet=True))
    chance = random.Random(7)
    for _ in range(KILLS):
        running = engine(url)
        assert running.stdout is not None
        for _line in range(chance.randrange(1, FEEDS)):
            running.stdout.readline()  # killed somewhere between two events, not at a time on a clock
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        assert running.returncode == -signal.SIGKILL
        stored = count(database, "SELECT source_id, count(*) FROM article GROUP BY source_id")
        told = count(database, "SELECT id, articles FROM source WHERE articles > 0")
        assert {articles for _, articles in stored} <= {ITEMS}
        assert sorted(stored) == sorted(told)

    last = engine(url)
    last.communicate(timeout=60)
    assert last.returncode == 0
    whole = FEEDS * ITEMS
    assert count(database, "SELECT count(*), count(DISTINCT key) FROM article") == [(whole, whole)]
    assert count(database, "SELECT count(*), count(DISTINCT article_id) FROM finding") == [(whole, whole)]
    assert (
        count(database, "SELECT count(*), sum(articles) FROM story WHERE merged_into IS NULL")[0][1] == whole
    )
    with database.read() as tx:
        assert len(tx.search.find('"lapas"', whole + 1)) == whole
    database.close()
