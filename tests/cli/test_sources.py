from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from .conftest import CommandLine

KEYS = (
    *("id", "name", "url", "tier", "region", "enabled", "last_polled", "last_ok", "status", "error"),
    *("failures", "articles", "next_due"),
)
OPML = """<opml version="2.0"><body><outline text="Satu" type="rss" xmlUrl="https://satu.example/feed"/>
<outline text="Dalam" type="rss" xmlUrl="http://127.0.0.1:8/feed"/></body></opml>"""
RSS = b"""<rss version="2.0"><channel><title>Kabar</title><item><title>Satu</title>
<link>https://kabar.example/1</link><guid>1</guid></item></channel></rss>"""


def test_a_source_is_added_listed_and_removed(pantau: CommandLine) -> None:
    assert pantau.json("sources", "list") == []
    added = pantau.json(
        "sources", "add", "https://Kabar.example/feed", "--name", "Kabar", "--tier", "national"
    )
    (listed,) = pantau.json("sources", "list")
    assert listed == added
    assert set(KEYS) <= set(listed)
    assert (listed["url"], listed["tier"], listed["enabled"]) == (
        "https://kabar.example/feed",
        "national",
        True,
    )
    assert pantau("sources", "add", "https://kabar.example/feed").code == 0
    assert len(pantau.json("sources", "list")) == 1
    assert pantau.json("sources", "remove", added["id"])["id"] == added["id"]
    assert pantau.json("sources", "list") == []
    assert pantau("sources", "remove", added["id"]).code == 1


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1/", "http://localhost/", "bukan alamat"]
)
def test_an_address_that_may_not_be_is_refused_with_one_line(pantau: CommandLine, url: str) -> None:
    answer = pantau("sources", "add", url)
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)


def test_an_inner_address_is_added_when_it_is_called_so(pantau: CommandLine) -> None:
    assert pantau("sources", "add", "http://127.0.0.1:8000/feed", "--intranet").code == 0


def test_an_import_says_what_came_of_each(pantau: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "daftar.opml"
    file.write_text(OPML)
    first = pantau.json("sources", "import", file)
    assert (first["added"], first["already"]) == (1, 0)
    (refused,) = first["refused"]
    assert refused["url"] == "http://127.0.0.1:8/feed"
    assert "intranet" in refused["why"]
    again = pantau.json("sources", "import", file, "--intranet")
    assert again == {"added": 1, "already": 1, "refused": []}


@pytest.mark.parametrize("content", ["", "<html></html>", "bukan xml", "\x00\x01"])
def test_a_file_that_is_no_list_is_refused(pantau: CommandLine, tmp_path: Path, content: str) -> None:
    file = tmp_path / "daftar.opml"
    file.write_text(content)
    answer = pantau("sources", "import", file)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert pantau("sources", "import", tmp_path / "tidak-ada.opml").code == 1


def test_what_was_exported_is_imported_elsewhere(pantau: CommandLine, tmp_path: Path) -> None:
    pantau("sources", "add", "https://satu.example/feed", "--name", "Satu & <Dua>")
    assert pantau.json("sources", "export", tmp_path / "keluar.opml")["sources"] == 1
    other = CommandLine(tmp_path / "lain.db")
    assert other.json("sources", "import", tmp_path / "keluar.opml")["added"] == 1
    assert other.json("sources", "list")[0]["name"] == "Satu & <Dua>"


def test_the_catalogue_is_shown_and_installed(pantau: CommandLine) -> None:
    shown = pantau.json("sources", "catalogue")
    assert pantau.json("sources", "list") == []
    assert pantau.json("sources", "catalogue", "--install")["added"] == len(shown)


class Feed(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = RSS if self.path == "/feed" else b"<html><body>Masuk</body></html>"
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server():  # type: ignore[no-untyped-def]
    running = HTTPServer(("127.0.0.1", 0), Feed)
    thread = Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


def test_an_address_is_tried_without_being_kept(pantau: CommandLine, server: str) -> None:
    answer = pantau.outside("sources", "check", f"{server}/feed", "--intranet", "--json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)
    assert (told["status"], told["format"], told["title"], told["entries"]) == (200, "rss20", "Kabar", 1)
    assert not pantau.database.exists()


@pytest.mark.parametrize("path", ["/page", "/gone"])
def test_an_address_without_a_feed_is_a_failure(pantau: CommandLine, server: str, path: str) -> None:
    answer = pantau.outside("sources", "check", server + path, "--intranet")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)


def test_an_inner_address_is_not_tried_unasked(pantau: CommandLine, server: str) -> None:
    answer = pantau("sources", "check", f"{server}/feed")
    assert answer.code == 1
    assert "intranet" in answer.err
