"""Labelled streams as files: odd lines, odd letters, odd places to write to."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from pantau.domain.errors import PantauError
from pantau.evaluate import streams


def stream(tmp_path: Path, *lines: str) -> list[streams.Item]:
    file = tmp_path / "in.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return streams.stream(file)


def line(**more: Any) -> str:
    told = {"id": 1, "title": "Lapas", "published": "2026-11-23T12:00:00+07:00", **more}
    return json.dumps(told, ensure_ascii=False)


def test_a_title_may_hold_what_ends_lines_elsewhere(tmp_path: Path) -> None:
    titles = ["satu\u2028dua", "satu\u0085dua", "satu\u2029dua"]
    items = stream(tmp_path, *(line(title=title) for title in titles))
    assert {item.title for item in items} == {*titles}


def test_the_order_of_the_file_and_the_ids_change_nothing(tmp_path: Path) -> None:
    told = [line(id=number, title=title) for number, title in enumerate(("satu", "dua", "tiga"))]
    others = [line(id=-number, title=title) for number, title in enumerate(("tiga", "satu", "dua"))]
    before, after = stream(tmp_path, *told), stream(tmp_path, *others)
    assert [item.title for item in before] == [item.title for item in after]


def test_a_byte_order_mark_and_windows_line_ends_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + line().encode() + b"\r\n\r\n")
    assert len(streams.stream(file)) == 1


@pytest.mark.parametrize("published", ["9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00", "kemarin"])
def test_a_moment_that_no_clock_can_count_on_from_is_a_bad_line(tmp_path: Path, published: str) -> None:
    with pytest.raises(PantauError, match=r"evaluate\.bad-line \(line=2\)"):
        stream(tmp_path, line(), line(published=published))


def test_half_a_surrogate_pair_comes_back_as_it_came(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    streams.write(out, [{"id": "\ud800"}])
    assert json.loads(out.read_text(encoding="utf-8")) == {"id": "\ud800"}


@pytest.mark.skipif(os.name != "posix", reason="named pipes of POSIX")
def test_what_is_no_file_is_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    streams.write(pipe, [{"id": 1}])
    reader.join()
    assert (read, pipe.is_fifo()) == (['{"id": 1}\n'], True)


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("lama")
    with pytest.raises(TypeError):
        streams.write(out, [{"id": object()}])
    assert out.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [out]
