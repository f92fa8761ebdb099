from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from pantau.narrative.paper import About, Paper, Style
from pantau.narrative.typeface import shipped

from .reading import objects, pdf_pages, pdf_text, stream

ABOUT = About("Judul (1) \\ <2>", "Petugas", "Versi 1", datetime(2026, 11, 24, 5, 0, tzinfo=UTC))


def paper(*texts: str, header: str = "", style: Style | None = None) -> bytes:
    made = Paper(ABOUT, header=header)
    for text in texts:
        made.write(text, style or Style())
    return made.finished()


def test_every_reference_of_the_file_leads_to_its_object() -> None:
    document = paper("Satu baris.")
    table = int(re.search(rb"startxref\n(\d+)", document)[1])  # type: ignore[index]
    places = [int(at) for at in re.findall(rb"(\d{10}) 00000 n", document[table:])]
    assert [document[at:].partition(b" ")[0] for at in places] == [
        str(number).encode() for number in range(1, len(places) + 1)
    ]
    named = {
        int(number)
        for number in re.findall(
            rb"(\d+) 0 R", re.sub(rb"stream\n.*?endstream", b"", document, flags=re.DOTALL)
        )
    }
    assert named <= set(objects(document))


def test_text_comes_back_letter_for_letter_in_lines_that_fit() -> None:
    text = "Sebanyak 2.450 orang “terdampak” — naïve, Łódź, Привет. " * 30
    lines = pdf_pages(paper(text))[0][:-1]
    assert " ".join(lines).split() == text.split()
    face = shipped("Inter-Regular")
    assert all(face.measure(line) * 11 / 1000 <= 595.28 - 2 * 64 for line in lines)


def test_a_word_without_an_end_is_broken_and_nothing_of_it_lost() -> None:
    lines = pdf_pages(paper("x" * 1000))[0][:-1]
    assert len(lines) > 5
    assert "".join(lines) == "x" * 1000


def test_long_texts_go_on_on_numbered_pages_and_each_bears_the_warning() -> None:
    pages = pdf_pages(paper(*["Baris yang sama."] * 120, header="DRAF"))
    assert len(pages) == 4
    assert all(page[0] == "DRAF" for page in pages)
    assert [page[-1] for page in pages] == ["1/4", "2/4", "3/4", "4/4"]
    assert sum(page.count("Baris yang sama.") for page in pages) == 120


def test_paper_on_which_nothing_was_written_is_a_page() -> None:
    assert pdf_pages(paper()) == [["1/1"]]


def test_characters_that_steer_are_not_drawn() -> None:
    assert pdf_text(paper("a\x00b\u202ec\td\ue000")).splitlines()[0] == "abc    d"


def test_letters_that_no_font_has_are_told() -> None:
    made = Paper(ABOUT)
    made.write("Kantor 北京")
    assert made.missing == {"北", "京"}
    assert "\N{REPLACEMENT CHARACTER}" in pdf_text(made.finished())


def test_nothing_in_the_file_can_be_run_or_followed() -> None:
    document = paper("/JavaScript (x) /URI http://jahat.example ) Tj")
    readable = re.sub(rb"stream\n.*?endstream", b"", document, flags=re.DOTALL)
    for name in (b"/JS", b"/JavaScript", b"/URI", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/AA"):
        assert name not in readable
    assert "/URI http://jahat.example ) Tj" in pdf_text(document)


def test_what_the_document_says_of_itself_cannot_be_ended_by_its_letters() -> None:
    title = re.search(rb"/Title <FEFF([0-9A-F]+)>", paper("x"))[1]  # type: ignore[index]
    assert bytes.fromhex(title.decode()).decode("utf-16-be") == ABOUT.title


@pytest.mark.parametrize("bold", [False, True])
def test_the_font_in_the_file_is_the_shipped_one(bold: bool) -> None:
    document = paper("Tebal", style=Style(bold=bold))
    name = "Inter-SemiBold" if bold else "Inter-Regular"
    fonts = [stream(content) for content in objects(document).values() if b"/Subtype /OpenType" in content]
    assert shipped(name).data in fonts


def test_a_typeface_knows_its_letters_and_their_widths() -> None:
    face = shipped("Inter-Regular")
    assert face.glyph("A") != face.glyph("B") != 0
    assert face.glyph("北") == 0
    assert face.measure("iii") < face.measure("mmm")
    assert face.rise > 0 > face.fall
