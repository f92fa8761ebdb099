from __future__ import annotations

import json
from pathlib import Path

from .conftest import CommandLine

SUMMARY = '&lt;p onclick="x()"&gt;Tiga &lt;b&gt;napi&lt;/b&gt;&lt;script&gt;x&lt;/script&gt;&lt;/p&gt;'
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title>
<item><title>Napi kabur</title><link>/berita/1</link><guid>a1</guid>
<pubDate>Mon, 03 Feb 2025 10:00:00 +0700</pubDate><author>Redaksi</author>
<description>{SUMMARY}</description></item></channel></rss>"""
KEYS = {"file", "format", "title", "entries", "problems", "parser", "seconds"}
ENTRY_KEYS = {"id", "title", "link", "published", "author", "summary_html", "summary_text", "language"}


def inspected(pantau: CommandLine, *arguments: object) -> tuple[int, list[dict[str, object]], str]:
    answer = pantau.outside("inspect", "feed", *arguments)
    return answer.code, [json.loads(line) for line in answer.out.splitlines()], answer.err


def test_each_file_has_one_object_on_a_line(pantau: CommandLine, tmp_path: Path) -> None:
    good, page, empty = tmp_path / "a.xml", tmp_path / "b.html", tmp_path / "c.xml"
    good.write_text(RSS)
    page.write_text("<html><body>Masuk</body></html>")
    empty.write_bytes(b"")
    code, objects, _ = inspected(pantau, good, page, empty, "--url", "https://kabar.example/feed", "--json")
    assert code == 0
    assert [one["file"] for one in objects] == [str(good), str(page), str(empty)]
    assert [set(one) for one in objects] == [KEYS] * 3
    (entry,) = objects[0]["entries"]  # type: ignore[misc]
    assert set(entry) == ENTRY_KEYS
    assert entry["link"] == "https://kabar.example/berita/1"
    assert entry["published"] == "2025-02-03T03:00:00+00:00"
    assert entry["summary_text"] == "Tiga napi"
    assert "onclick" not in entry["summary_html"]
    assert objects[1]["problems"]
    assert objects[2]["entries"] == []
    assert not pantau.database.exists()


def test_a_file_that_cannot_be_read_does_not_hide_the_others(pantau: CommandLine, tmp_path: Path) -> None:
    good = tmp_path / "a.xml"
    good.write_text(RSS)
    code, objects, told = inspected(pantau, tmp_path / "tidak-ada.xml", tmp_path, good)
    assert code == 1
    assert [one["file"] for one in objects] == [str(good)]
    assert told.count("\n") == 2
    assert "Traceback" not in told


def test_hostile_bytes_have_an_object_too(pantau: CommandLine, tmp_path: Path) -> None:
    files = []
    for number, content in enumerate(
        [b"\xff\xfe\x00", b"<rss" * 5000, b"\x00" * 100, b'{"version": [', b"<a>" * 50_000]
    ):
        file = tmp_path / f"{number}.xml"
        file.write_bytes(content)
        files.append(file)
    code, objects, _ = inspected(pantau, *files)
    assert (code, len(objects)) == (0, len(files))
    assert all(isinstance(one["entries"], list) for one in objects)


TEXT = "Kericuhan di Lapas Abepura: dua petugas luka, kata Kalapas."


def test_a_text_is_read_into_the_shape_of_the_contract(pantau: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "teks.txt"
    file.write_text(TEXT, encoding="utf-8")
    answer = pantau.outside("inspect", "text", file, "--json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)
    assert set(told) == {"language", "topics", "regions", "units", "tone", "risks"}
    assert told["language"] == "id"
    assert "Lapas dan rutan" in told["topics"]
    (region,) = told["regions"]
    assert (region["name"], region["kind"]) == ("Jayapura", "kota")
    for evidence in region["evidence"]:
        assert TEXT[evidence["start"] : evidence["end"]] == evidence["text"]
    assert set(told["tone"]) == {"label", "score", "evidence"}
    assert not pantau.database.exists()


def test_a_text_comes_from_stdin_and_may_be_broken(pantau: CommandLine) -> None:
    assert pantau("inspect", "text", "-", input=b"\xef\xbb\xbfpaspor \xff\x00").json["units"] == ["imigrasi"]
    assert pantau("inspect", "text", "-", input=b"").code == 0
    assert pantau("inspect", "text", "tidak-ada.txt").code == 1


def test_a_text_is_read_with_the_topics_of_a_database_that_is_named(pantau: CommandLine) -> None:
    pantau("topics", "add", "Contoh", "zebra")
    assert pantau("inspect", "text", "-", input=b"Zebra di taman.").json["topics"] == ["Contoh"]
