"""The command line on a database of its own, called inside this process and, where it matters, outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pantau.cli.app import app
from pantau.domain.article import DateOrigin, Entry
from pantau.domain.finding import Finding
from pantau.domain.ids import StoryId
from pantau.domain.source import NewSource
from pantau.domain.story import Reading, Reason, Region, RegionKind, RiskKind, Story, ToneLabel
from pantau.language.tokens import indexed
from pantau.operations import open_desk, sources


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class CommandLine:
    """Every call names the same database."""

    database: Path

    def __call__(self, *arguments: object, input: bytes | None = None) -> Answer:
        given = [*map(str, arguments), "--database", str(self.database)]
        result = CliRunner().invoke(app, given, input=input)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Answer(result.exit_code, result.stdout, result.stderr)

    def json(self, *arguments: object) -> Any:
        answer = self(*arguments, "--json")
        assert answer.code == 0, answer.err
        return answer.json

    def outside(self, *arguments: object, **variables: str) -> Answer:
        """In a process of its own, as an operator calls it."""
        done = subprocess.run(
            [sys.executable, "-m", "pantau", *map(str, arguments)],
            capture_output=True,
            env={**os.environ, "PANTAU_DATABASE": str(self.database), **variables},
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def pantau(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CommandLine]:
    monkeypatch.delenv("PANTAU_DATABASE", raising=False)
    monkeypatch.setenv("PANTAU_HOME", str(tmp_path / "home"))
    yield CommandLine(tmp_path / "pantau.db")
    assert not (tmp_path / "home").exists()  # nothing was written where nobody said


HOSTILE = "Kericuhan \x1b[31mdi lapas\x07 \u202eterbalik"


@pytest.fixture
def filled(pantau: CommandLine) -> CommandLine:
    """Two stories of two articles: the second of the first story repeats the first's text."""
    now = datetime.now(UTC).replace(microsecond=0)
    desk = open_desk(str(pantau.database))
    source = sources.add(desk, NewSource("https://kabar.example/feed", "Kabar Contoh")).value.id
    titles = (HOSTILE, "Kericuhan di lapas", "Antrean paspor mengular", "Paspor habis")
    entries = [
        Entry(
            guid=f"tag:kabar.example:{number}",
            link=f"https://kabar.example/{number}",
            title=title,
            author="Redaksi",
            summary_html="",
            summary_text=f"{title}: petugas menenangkan keadaan pada hari Senin.",
            published=now - timedelta(minutes=number),
            published_origin=DateOrigin.STATED,
            language="id",
        )
        for number, title in enumerate(titles)
    ]
    with desk.database.write() as tx:
        for entry in entries:
            tx.arrivals.keep(source, [entry], now)
        found = tx.articles.after(0, 10)
        tx.search.put([(one.id, indexed(one.title), indexed(one.text)) for one in found])
        ids = [one.id for one in found]
        for story, articles in ((1, ids[:2]), (2, ids[2:])):
            tx.stories.record(
                Finding(
                    article,
                    StoryId(story),
                    StoryId(story),
                    Reading(),
                    copy_of=articles[0] if (story, article) == (1, articles[1]) else None,
                )
                for article in articles
            )
            tx.stories.save([_story(story, articles[0], titles[0 if story == 1 else 2], now)])
    desk.close()
    return pantau


def _story(number: int, headline: Any, title: str, now: datetime) -> Story:
    points = 80.0 - 10 * number
    return Story(
        id=StoryId(number),
        title=title,
        score=points,
        alert=number == 1,
        reasons=(
            Reason("pace", 4.0, points - 10, {"reports": 4}),
            Reason("topic", 6.0, 10.0, {"topic": "Lapas"}),
        ),
        articles=2,
        sources=1,
        first_seen=now,
        last_seen=now,
        headline=headline,
        topics=("Lapas dan rutan",),
        regions=(Region("Malang", "35.73", RegionKind.CITY),),
        units=("pemasyarakatan",),
        tone=ToneLabel.NEGATIVE,
        risks=(RiskKind.HOAX,),
        curve=((now, 2),),
    )
