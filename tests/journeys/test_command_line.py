"""From an OPML file to a searchable, ranked queue on the command line, over real HTTP."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from tests.serving import Answering, served

from .program import document, lines, pantau

OUTLETS = 12
EVENTS = (
    (
        "{n} Napi Kabur dari Lapas Pontianak",
        (
            "Sebanyak {n} narapidana melarikan diri dari Lapas Pontianak tadi malam.",
            "Lapas Pontianak kehilangan {n} narapidana yang melarikan diri tadi malam lewat tembok.",
            "Polisi memburu {n} narapidana yang melarikan diri dari Lapas Pontianak.",
            "Pelarian {n} narapidana dari Lapas Pontianak baru diketahui petugas saat apel pagi.",
        ),
    ),
    (
        "Antrean Paspor di Surabaya Mengular",
        (
            "Pemohon paspor di Surabaya menunggu berjam-jam karena sistem gangguan.",
            "Antrean paspor di Surabaya mengular sejak pagi setelah sistem gangguan.",
            "Sistem gangguan, pemohon paspor di Surabaya menunggu sampai sore.",
            "Ratusan pemohon paspor di Surabaya masih menunggu; sistem antrean gangguan.",
        ),
    ),
    (
        "Harga Cabai di Pasar Induk Turun",
        (
            "Pedagang menyebut pasokan cabai rawit kembali lancar.",
            "Harga cabai di pasar induk turun karena pasokan kembali lancar.",
            "Pasokan cabai rawit lancar lagi, kata pedagang pasar induk.",
            "Pedagang pasar induk menjual cabai rawit lebih murah pekan ini.",
        ),
    ),
)


class Outlets(Answering):
    """/feed/N tells every event in its own words; /opml lists all; anything else is missing."""

    began = datetime.now(UTC)

    def do_GET(self) -> None:
        if self.path == "/opml":
            self.answer(self._opml(), "text/x-opml")
        elif self.path.startswith("/feed/"):
            tag = f'"{self.path}"'
            if self.headers.get("If-None-Match") == tag:
                self.answer(b"", "", status=304)
            else:
                self.answer(self._feed(int(self.path.split("/")[2])), ETag=tag)
        else:
            self.answer(b"", "text/plain", status=404)

    def _opml(self) -> bytes:
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        told = "".join(
            f'<outline type="rss" text="Media {n}" xmlUrl="{base}/feed/{n}"/>' for n in range(1, OUTLETS + 1)
        )
        missing = f'<outline type="rss" text="Hilang" xmlUrl="{base}/hilang"/>'
        return f"<opml version='2.0'><body>{told}{missing}<outline xmlUrl='ftp://x.example/f'/></body></opml>".encode()

    def _feed(self, outlet: int) -> bytes:
        told = ""
        for number, (title, texts) in enumerate(EVENTS):
            text = texts[outlet % len(texts)]
            at = format_datetime(self.began - timedelta(minutes=3 * outlet + number))
            link = f"https://media-{outlet}.example/{number}"
            told += f"<item><title>{title.format(n=7)}, Kata Media {outlet}</title><link>{link}</link>"
            told += f"<guid>{link}</guid><description>{text.format(n=7)}</description><pubDate>{at}</pubDate></item>"
        return f"<rss version='2.0'><channel><title>Media {outlet}</title>{told}</channel></rss>".encode()


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served(Outlets) as address:
        yield address


@pytest.fixture(scope="module")
def home(base: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose database has polled every outlet once."""
    import urllib.request

    home = tmp_path_factory.mktemp("rumah")
    file = home / "umpan.opml"
    with urllib.request.urlopen(f"{base}/opml") as answer:
        file.write_bytes(answer.read())
    imported = document(home, "sources", "import", str(file), "--intranet")
    assert (imported["added"], imported["already"]) == (OUTLETS + 1, 0)
    assert [refused["url"] for refused in imported["refused"]] == ["ftp://x.example/f"]
    again = document(home, "sources", "import", str(file), "--intranet")
    assert (again["added"], again["already"]) == (0, OUTLETS + 1)
    done = lines(home, "engine", "--once", "--force", "--json")[-1]
    assert done.pop("seconds") > 0
    assert done == {
        "event": "done",
        "sources": OUTLETS + 1,
        "ok": OUTLETS,
        "not_modified": 0,
        "failed": 1,
        "articles_seen": OUTLETS * 3,
        "articles_new": OUTLETS * 3,
        "stories": 3,
    }
    return home


def test_a_second_poll_finds_every_feed_unchanged_and_stores_nothing(home: Path) -> None:
    done = lines(home, "engine", "--once", "--force", "--json")[-1]
    assert (done["not_modified"], done["articles_seen"], done["articles_new"]) == (OUTLETS, 0, 0)


def test_the_queue_ranks_the_escape_first_and_says_why(home: Path) -> None:
    queue = document(home, "queue")
    assert "Kabur" in queue[0]["title"]
    assert [story["score"] for story in queue] == sorted((story["score"] for story in queue), reverse=True)
    for story in queue:
        assert sum(reason["points"] for reason in story["reasons"]) == pytest.approx(story["score"])
        assert all(reason["text"] and not reason["text"].startswith("reason.") for reason in story["reasons"])
    assert len(document(home, "queue", "--limit", "1")) == 1


def test_a_story_opens_down_to_its_articles_and_its_curve(home: Path) -> None:
    top = document(home, "queue")[0]
    story = document(home, "story", str(top["story"]))
    assert len(story["articles"]) == top["articles"] == OUTLETS
    assert sum(count for _, count in story["curve"]) == OUTLETS
    assert {article["url"] for article in story["articles"]} >= {"https://media-1.example/0"}


def test_a_search_finds_by_stem_phrase_and_exclusion(home: Path) -> None:
    assert len(document(home, "search", "pelarian narapidana", "--limit", "50")) == OUTLETS
    assert len(document(home, "search", '"antrean paspor" NOT cabai', "--limit", "50")) == OUTLETS
    found = document(home, "search", "cab* AND pedagang", "--limit", "3")
    assert len(found) == 3
    assert set(found[0]) == {"id", "title", "url", "source", "published", "snippet", "rank"}


def test_sources_tell_how_they_fare(home: Path) -> None:
    sources = document(home, "sources", "list")
    failing = [source for source in sources if source["error"]]
    assert len(sources) == OUTLETS + 1
    assert [source["status"] for source in failing] == [404]
    assert failing[0]["failures"] >= 1
    assert "404" in failing[0]["error"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("story", "999999"), 1),
        (("search", "paspor AND ("), 1),
        (("sources", "import", "tidak-ada.opml"), 1),
        (("sources", "add", "file:///etc/passwd"), 1),
        (("queue", "--limit", "nol"), 2),
        (("perintah-asing",), 2),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(home: Path, arguments: tuple[str, ...], code: int) -> None:
    done = pantau(home, *arguments)
    assert done.returncode == code
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_an_engine_stops_when_asked_and_says_how_it_went(home: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pantau",
        "engine",
        "--json",
        "--database",
        f"sqlite:///{home / 'lain.db'}",
    ]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert '"event": "started"' in running.stdout.readline()
    running.send_signal(signal.SIGTERM)
    told, complaints = running.communicate(timeout=30)
    assert (running.returncode, complaints) == (0, "")
    assert '"event": "stopped"' in told.splitlines()[-1]
