"""Other feed readers, driven from outside: newsboat, reader (PyPI) and liferea."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, ClassVar
from xml.sax.saxutils import quoteattr

from measuring import HERE, ROOT, Skipped, Usage, Watch, run
from screen import Screen

READER_ENVIRONMENT = ROOT / "build" / "peers"


class Server:
    """A running load server."""

    def __init__(self, feeds: int, items: int) -> None:
        command = [sys.executable, str(HERE / "loadserver.py"), "--feeds", str(feeds), "--items", str(items)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.feeds, self.items = feeds, items
        self.address = self._process.stdout.readline().strip() if self._process.stdout else ""
        self.urls = [f"{self.address}/feed/{number}.xml" for number in range(1, feeds + 1)]

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

    def ask(self, page: str) -> Any:
        with urllib.request.urlopen(f"{self.address}/{page}") as answer:
            return json.load(answer)

    def save_opml(self, path: Path) -> None:
        with urllib.request.urlopen(f"{self.address}/opml") as answer:
            path.write_bytes(answer.read())


class Peer:
    """A feed reader with an empty profile in `home`, subscribed to every feed of a server."""

    name: ClassVar[str]
    _database: ClassVar[str]
    _articles: ClassVar[str]

    def __init__(self, home: Path, server: Server) -> None:
        self.home, self.server = home, server

    def prepare(self) -> None:
        """Subscribe. Raises Skipped where the program is missing."""
        raise NotImplementedError

    def poll(self) -> Usage:
        """Read all feeds once."""
        raise NotImplementedError

    def articles(self) -> int:
        """How many it holds, looked up in its database."""
        return self._count(self._articles)

    def _count(self, rows: str) -> int:
        path = self.home / self._database
        with suppress(sqlite3.Error), closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            return int(database.execute(f"SELECT count(*) FROM {rows}").fetchone()[0])
        return 0

    def close(self) -> None:
        """End what is still running."""


class Newsboat(Peer):
    name, _database, _articles = "newsboat", "cache.db", "rss_item"

    def prepare(self) -> None:
        if not shutil.which("newsboat"):
            raise Skipped("newsboat is not installed")
        (self.home / "urls").write_text("\n".join(self.server.urls) + "\n")
        (self.home / "config").write_text("reload-threads 32\nmax-items 0\n")

    def poll(self) -> Usage:
        places = {"-u": "urls", "-c": self._database, "-C": "config"}
        options = [part for option, file in places.items() for part in (option, str(self.home / file))]
        return run(["newsboat", *options, "-x", "reload"], env={"HOME": str(self.home)})


class Reader(Peer):
    name, _database, _articles = "reader", "reader.sqlite", "entries"
    _SUBSCRIBE = "for line in open(sys.argv[2]): library.add_feed(line.strip())"
    _POLL = "library.update_feeds(workers=20, scheduled=False)"

    def prepare(self) -> None:
        if not have_reader():
            raise Skipped("reader could not be installed into build/peers")
        (self.home / "urls").write_text("\n".join(self.server.urls) + "\n")
        self._do(self._SUBSCRIBE)

    def poll(self) -> Usage:
        return self._do(self._POLL)

    def _do(self, work: str) -> Usage:
        script = f"import sys, reader; library = reader.make_reader(sys.argv[1])\n{work}\nlibrary.close()"
        python = READER_ENVIRONMENT / "bin" / "python"
        return run([str(python), "-c", script, str(self.home / self._database), str(self.home / "urls")])


def have_reader() -> bool:
    """Whether reader can be imported in build/peers, making that environment if need be and possible.

    feedparser, as reader carries it, still wants `sgmllib`, which sgmllib3k brings.
    """
    python = READER_ENVIRONMENT / "bin" / "python"
    if _imports_reader(python):
        return True
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "reader",
        "sgmllib3k",
    ]
    try:
        subprocess.run(
            [sys.executable, "-m", "venv", str(READER_ENVIRONMENT)], check=True, capture_output=True
        )
        subprocess.run(install, check=True, capture_output=True, timeout=180)
    except (OSError, subprocess.SubprocessError):
        return False
    return _imports_reader(python)


def _imports_reader(python: Path) -> bool:
    return (
        python.exists()
        and not subprocess.run([python, "-c", "import reader"], capture_output=True).returncode
    )


class Liferea(Peer):
    """Stays open on a screen of its own and is told over D-Bus to read its feeds."""

    name, _database, _articles = "liferea", "data/liferea/liferea.db", "items"
    _QUIET, _LIMIT = 2.5, 300  # seconds without change that mean it is done; seconds it may take

    def prepare(self) -> None:
        if not shutil.which("liferea"):
            raise Skipped("liferea is not installed")
        write_liferea_feeds(self.home, self.server.urls)
        self._screen = Screen(self.home)
        program = self._screen.start(["liferea"])
        self._screen.keep(program)
        self._screen.wait_for_paint(program)
        self._watch = Watch(program.pid)
        self._wait_until_quiet(asked=0)
        if self.articles():
            raise Skipped("liferea read its feeds before it was told to")

    def poll(self) -> Usage:
        spent, began = self._watch.sample(), time.perf_counter()
        place = ["--dest", "org.gnome.feed.Reader", "--object-path", "/org/gnome/feed/Reader"]
        call = ["gdbus", "call", "--session", *place, "--method", "org.gnome.feed.Reader.Refresh"]
        subprocess.run(call, env=self._screen.env, check=True, capture_output=True, timeout=30)
        done = self._wait_until_quiet(asked=self.server.feeds)
        return Usage(done - began, self._watch.sample() - spent, self._watch.peak_mib)

    def _wait_until_quiet(self, asked: int) -> float:
        """The moment of the last change of what it asked for and holds, once nothing changes any more."""
        before, changed = (-1, -1), time.perf_counter()
        end = changed + self._LIMIT
        while time.perf_counter() < end:
            now = self.server.ask("stats")["requests"], self.articles()
            if now != before:
                before, changed = now, time.perf_counter()
            elif time.perf_counter() - changed > self._QUIET and now[0] >= asked:
                return changed
            time.sleep(0.05)
        raise Skipped(
            f"liferea had asked {before[0]} times and held {before[1]} articles after {self._LIMIT} s"
        )

    def close(self) -> None:
        if hasattr(self, "_watch"):
            self._watch.stop()
        if hasattr(self, "_screen"):
            self._screen.close()


def write_liferea_feeds(home: Path, urls: list[str]) -> None:
    """Its list of subscriptions, each to be read only when asked to."""
    outlines = "\n".join(
        f'<outline type="rss" id="f{number}" title="{number}" xmlUrl={quoteattr(url)} updateInterval="-1"/>'
        for number, url in enumerate(urls)
    )
    folder = home / "config" / "liferea"
    folder.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0"?>\n<opml version="1.0"><head><title>Feeds</title></head>'
    (folder / "feedlist.opml").write_text(f"{head}<body>\n{outlines}\n</body></opml>")


PEERS: tuple[type[Peer], ...] = (Newsboat, Reader, Liferea)
