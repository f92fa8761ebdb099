"""The claim board in the open story: rows that say how a figure moved, and lead to the reports that say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.queue.claim_rows import rows
from pantau.desktop.queue.claims import ClaimsView
from pantau.desktop.queue.page import QueuePage
from pantau.desktop.surroundings import Surroundings
from pantau.domain.board import Line
from pantau.domain.changes import ChangeKind
from pantau.domain.ids import ArticleId, StoryId
from pantau.narrative.board import Report, assemble
from pantau.operations import Desk, facts, issues

from .. import content

HOSTILE = '<img src="https://jahat.example/x.png"> \u202e'


def told(*texts: str, official: str = "", copies: int = 0) -> tuple[Line, ...]:
    """The board of reports that say these, a minute apart, the official one last."""

    def report(number: int, text: str) -> Report:
        at = content.NOW + timedelta(minutes=number)
        return Report(ArticleId(number), f"Media {number}", at, text, "", is_official=text == official)

    first, *rest = [report(number, text) for number, text in enumerate((*texts, official), start=1) if text]
    again = tuple(report(100 + number, texts[0]) for number in range(copies))
    return assemble([replace(first, copies=again), *rest])


@pytest.fixture
def view(qtbot: QtBot, around: Surroundings) -> ClaimsView:
    view = ClaimsView(around)
    qtbot.addWidget(view)
    return view


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, around: Surroundings) -> Iterator[QueuePage]:
    page = QueuePage(desk, around)
    qtbot.addWidget(page)
    page.resize(1_280, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.detail.claims.isVisible())
    yield page
    around.worker.wait()


def cells(view: ClaimsView, place: int = 0) -> list[str]:
    item = view.table.topLevelItem(place)
    assert item is not None
    return [item.text(column) for column in range(4)]


def test_a_row_says_how_the_figure_moved_what_holds_and_who_began(around: Surroundings) -> None:
    (row,) = rows(told("3 orang tewas", "5 orang tewas", official="Kanwil: 2 orang tewas", copies=2), around)
    assert (row.subject, row.steps, row.official) == ("tewas", "3 → 5 → 2", "resmi 2")
    assert row.beside == "5 media · sejak 13.43, Media 1"
    assert not row.differs
    assert row.articles == {1, 2, 3, 100, 101}
    assert row.told.splitlines() == [
        "13.43 Media 1: 3 (+2 salinan)",
        "13.44 Media 2: 5",
        "13.45 Media 3: 2, menurut Kanwil",
        "Resmi: Media 3",
    ]


def test_a_value_that_is_not_the_official_one_is_told_apart(around: Surroundings) -> None:
    lines = told("Polisi: 2 orang tewas", official="Kanwil: tidak ada korban jiwa")
    assert not rows(lines, around)[0].differs
    late = assemble(
        [
            Report(ArticleId(1), "Kanwil", content.NOW, "Tidak ada korban jiwa", "", is_official=True),
            Report(ArticleId(2), "Media", content.NOW + timedelta(minutes=1), "7 orang tewas", ""),
        ]
    )
    assert rows(late, around)[0].differs


def test_what_an_official_source_only_calls_a_rumour_is_no_official_figure(around: Surroundings) -> None:
    rumour = "Kanwil: kabar belasan orang tewas masih diperiksa"
    (row,) = rows(told("12 orang tewas", official=rumour), around)
    assert row.official == "resmi: baru kabar"
    (row,) = rows(told(rumour, "Belasan orang tewas", official=rumour), around)
    assert "belasan" not in row.official


def test_what_every_report_calls_false_and_what_is_passed_on_say_so(around: Surroundings) -> None:
    assert rows(told("[SALAH] 12 Napi Tewas"), around)[0].steps == "12 (disebut salah)"
    assert rows(told("Dikabarkan belasan napi tewas"), around)[0].steps == "belasan (kabar)"


def test_what_several_outlets_say_is_shown_before_what_one_says(around: Surroundings) -> None:
    one = [
        f"Sebanyak {number} {noun} diterima"
        for number, noun in enumerate(("map", "kursi", "meja", "kipas", "pintu", "lampu"), 20)
    ]
    lines = told(*one, "Sebanyak 180 personel dikerahkan", "Sebanyak 180 personel berjaga")
    few = rows(lines, around)
    assert len(few) == 6
    assert few[0].subject.startswith("personel")
    assert len(rows(lines, around, every=True)) == 7


def test_a_story_without_figures_says_so_in_a_word(view: ClaimsView) -> None:
    view.show_lines(())
    assert view.table.isHidden()
    assert view.nothing.text() == "Belum ada angka atau klaim dalam laporan kabar ini."
    view.clear()
    assert view.isHidden()


def test_a_board_that_takes_a_while_says_so_and_one_that_cannot_be_read_is_hidden(
    view: ClaimsView, qtbot: QtBot
) -> None:
    view.clear()
    assert view.isHidden()
    qtbot.waitUntil(lambda: not view.isHidden())
    assert view.nothing.text().startswith("Membaca angka")
    view.show_lines(told("3 orang tewas"))
    assert view.nothing.isHidden()
    assert cells(view)[:2] == ["tewas", "3"]
    view.show_lines(None)
    assert view.isHidden()


def test_how_long_things_took_is_left_to_scripts(around: Surroundings) -> None:
    assert (
        rows(told("Kericuhan berlangsung tiga jam dan video ditonton 40 ribu kali"), around, every=True) == []
    )


def test_all_lines_are_shown_when_asked_for(view: ClaimsView, qtbot: QtBot) -> None:
    nouns = ("map", "kursi", "meja", "kipas", "pintu", "lampu", "jendela", "papan")
    view.show_lines(told(*(f"Sebanyak {number} {noun} rusak" for number, noun in enumerate(nouns, 20))))
    assert view.table.topLevelItemCount() == 6
    assert view.all_button.text() == "Tampilkan semua (8)"
    qtbot.mouseClick(view.all_button, Qt.MouseButton.LeftButton)
    assert view.table.topLevelItemCount() == 8
    assert view.all_button.text() == "Tampilkan yang utama"


def test_the_line_that_was_chosen_stays_chosen_when_news_arrive(view: ClaimsView) -> None:
    view.show_lines(told("3 orang tewas", "4 orang luka"))
    view.table.setCurrentItem(view.table.topLevelItem(1))  # type: ignore[arg-type]
    view.show_lines(told("3 orang tewas", "4 orang luka", "9 orang tewas"))
    assert [item.text(0) for item in view.table.selectedItems()] == ["luka"]
    assert cells(view)[1] == "3 → 9"


def test_a_strangers_words_are_never_markup(view: ClaimsView) -> None:
    at = content.NOW
    view.show_lines(assemble([Report(ArticleId(1), HOSTILE, at, "3 orang tewas", "")]))
    item = view.table.topLevelItem(0)
    assert item is not None
    assert "<img" not in item.toolTip(0)
    assert "\u202e" not in item.text(3) + item.toolTip(0)


def test_a_chosen_line_leads_to_the_reports_that_say_it_and_back(page: QueuePage, qtbot: QtBot) -> None:
    claims, reader = page.detail.claims, page.detail.reader
    assert cells(claims)[:2] == ["tewas", "10 (kabar)"]
    claims.table.setCurrentItem(claims.table.topLevelItem(0))  # type: ignore[arg-type]
    assert reader.title.text() == "Berita (1)"
    qtbot.mouseClick(reader.widen_button, Qt.MouseButton.LeftButton)
    assert reader.title.text() == "Berita (8)"
    assert claims.table.selectedItems() == []


def test_the_board_of_a_story_that_was_left_is_not_shown(page: QueuePage) -> None:
    page.detail.show_claims(StoryId(5), told("999 orang tewas"))
    assert cells(page.detail.claims)[1] == "10 (kabar)"
    page.list.step(1)
    assert page.detail.claims.isHidden()


def test_what_the_issue_holds_stands_beside_as_soon_as_it_is_noted(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    issue = issues.take_up(desk, StoryId(1)).value.id
    page.heed({ChangeKind.STORY, ChangeKind.ISSUE})
    qtbot.waitUntil(lambda: page.detail.story.issue == issue)  # type: ignore[union-attr]
    facts.add(desk, issue, "Tidak ada korban jiwa.", "RSUD Soedarso")
    page.heed({ChangeKind.ISSUE})
    qtbot.waitUntil(lambda: cells(page.detail.claims)[2] == "resmi 0")
    assert "RSUD Soedarso" in page.detail.claims.table.topLevelItem(0).toolTip(0)  # type: ignore[union-attr]
