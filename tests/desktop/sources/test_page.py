"""The sources page: health at a glance, and every act with its way back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pantau.desktop.regions import provinces
from pantau.desktop.sources.add_dialog import AddSourceDialog
from pantau.desktop.sources.model import Column
from pantau.desktop.sources.page import SourcesPage
from pantau.desktop.surroundings import Surroundings
from pantau.domain.ids import SourceId
from pantau.domain.source import NewSource, Tier
from pantau.operations import Desk, sources

OPML = b"""<?xml version="1.0"?><opml version="2.0"><head/><body>
<outline type="rss" text="Satu" xmlUrl="https://satu.example/rss"/>
<outline type="rss" text="Dua" xmlUrl="https://dua.example/rss"/></body></opml>"""


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, around: Surroundings) -> Iterator[SourcesPage]:
    page = SourcesPage(desk, around, provinces())
    qtbot.addWidget(page)
    page.resize(1_280, 700)
    page.show()
    page.tools().show()
    qtbot.addWidget(page.tools())
    page.refresh()
    qtbot.waitUntil(lambda: len(page.rows.sources) == 9)
    yield page
    around.worker.wait()


def names(page: SourcesPage) -> list[str]:
    return [page.rows.index(row, Column.NAME).data() for row in range(page.rows.rowCount())]


def test_the_failing_source_stands_first_with_what_to_do(page: SourcesPage) -> None:
    assert names(page)[0] == "Radar Kapuas"
    assert page.foot.problem.text() == "Sumber ini menjawab 404. Periksa alamatnya atau nonaktifkan."
    assert page.rows.index(0, Column.STATE).data() == "bermasalah"


def test_sorting_follows_values_and_not_their_letters(page: SourcesPage) -> None:
    page.table.sortByColumn(Column.POLLED, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "Kabar Nusantara"
    assert names(page)[-1] == "Cek Fakta Bersama"


def test_the_filter_finds_by_name_and_address(page: SourcesPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.words, "borneo")
    assert names(page) == ["Suara Borneo"]
    page.words.clear()
    qtbot.mouseClick(page.failing, Qt.MouseButton.LeftButton)
    assert names(page) == ["Radar Kapuas"]
    qtbot.keyClicks(page.words, "tidak ada")
    assert page.state.is_covered
    qtbot.mouseClick(page.state.button, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 9


def test_a_removed_source_can_be_brought_back(page: SourcesPage, qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(page.done) as told:
        qtbot.mouseClick(page.foot.remove_button, Qt.MouseButton.LeftButton)
    assert told.args[1] == "Dihapus: Radar Kapuas"
    qtbot.waitUntil(lambda: len(page.rows.sources) == 8)
    told.args[0].undo()
    assert len(sources.listed(desk)) == 9


def test_a_source_is_disabled_and_enabled_with_the_same_button(page: SourcesPage, qtbot: QtBot) -> None:
    before = page.foot.toggle_button.text()
    with qtbot.waitSignal(page.done):
        qtbot.mouseClick(page.foot.toggle_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.foot.toggle_button.text() != before)
    source = page.source()
    assert source is not None
    assert not source.enabled


def test_adding_takes_what_the_dialog_says(page: SourcesPage, qtbot: QtBot, desk: Desk) -> None:
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(AddSourceDialog)
    assert isinstance(dialog, AddSourceDialog)
    assert not dialog.agree.isEnabled()
    qtbot.keyClicks(dialog.url, "https://baru.example/rss")
    qtbot.keyClicks(dialog.name, "Media Baru")
    dialog.region.setCurrentIndex(dialog.region.findData("61"))
    with qtbot.waitSignal(page.done) as told:
        qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert told.args[1] == "Ditambahkan: Media Baru"
    added = next(source for source in sources.listed(desk) if source.name == "Media Baru")
    assert (added.region, added.tier) == ("61", Tier.REGIONAL)


def test_an_address_that_may_not_be_opened_is_refused_in_words(page: SourcesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.refused) as told:
        page.model.add(NewSource("http://127.0.0.1/rss"))
    assert "intranet" in told.args[0]


def test_a_list_of_sources_is_taken_in_and_given_out(
    page: SourcesPage, qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, written = tmp_path / "in.opml", tmp_path / "out.opml"
    given.write_bytes(OPML)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(given), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(written), ""))
    with qtbot.waitSignal(page.done) as told:
        page._import()
    assert told.args[1] == "2 sumber ditambahkan, 0 sudah ada, 0 ditolak"
    with qtbot.waitSignal(page.told):
        page._export()
    assert b"https://satu.example/rss" in written.read_bytes()


def test_what_a_list_has_that_is_not_taken_is_said_with_the_reason(
    page: SourcesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    given = tmp_path / "terputus.opml"
    given.write_bytes(OPML[: OPML.rindex(b"https://")])
    with qtbot.waitSignal(page.done) as told:
        page.model.import_opml(given)
    assert told.args[1].startswith("1 sumber ditambahkan, 0 sudah ada, 1 ditolak. Berkas terputus")


def test_a_file_that_is_not_there_is_said_in_words(page: SourcesPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.refused) as told:
        page.model.import_opml(tmp_path / "tidak-ada.opml")
    assert "tidak dapat dibaca" in told.args[0]


def test_an_empty_desk_begins_with_the_catalogue(
    qtbot: QtBot, empty_desk: Desk, around: Surroundings
) -> None:
    page = SourcesPage(empty_desk, around, provinces())
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.state.is_covered and page.state.button.isVisible())
    qtbot.mouseClick(page.state.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.rows.sources) > 50, timeout=15_000)
    assert not page.state.is_covered


def test_checking_an_address_runs_apart_and_says_what_it_found(qtbot: QtBot, around: Surroundings) -> None:
    dialog = AddSourceDialog(around, {})
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.url, "http://127.0.0.1/rss")
    qtbot.mouseClick(dialog.check_button, Qt.MouseButton.LeftButton)
    assert dialog.progress.isVisible()
    qtbot.waitUntil(lambda: dialog.verdict.isVisible(), timeout=30_000)
    assert "intranet" in dialog.verdict.text()
    assert not dialog.progress.isVisible()


def test_the_chosen_source_stays_chosen_whatever_the_order_and_the_filter(
    page: SourcesPage, qtbot: QtBot
) -> None:
    page.step(1)
    page.step(2)
    chosen = page.source()
    assert chosen is not None
    page.table.sortByColumn(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert page.source() == chosen
    page.words.setText(chosen.name[:5])
    assert page.source() == chosen
    page.words.clear()
    assert page.source() == chosen
    assert names(page) == sorted(names(page), key=str.casefold, reverse=True)


def test_a_thousand_sources_are_shown_without_a_stall(page: SourcesPage) -> None:
    one = page.rows.sources[0]
    many = [replace(one, id=SourceId(number), name=f"Media {number}") for number in range(1, 1_001)]
    began = perf_counter()
    page.rows.show(many)
    assert perf_counter() - began < 0.1


def test_on_a_narrow_page_the_problem_comes_before_tier_and_region(page: SourcesPage, qtbot: QtBot) -> None:
    page.resize(720, 500)
    qtbot.waitUntil(lambda: page.table.isColumnHidden(Column.REGION))
    assert page.table.isColumnHidden(Column.TIER)
    label = page.foot.problem
    qtbot.waitUntil(
        lambda: label.height() >= label.heightForWidth(label.width())
    )  # the whole sentence is seen
    page.resize(1_280, 700)
    qtbot.waitUntil(lambda: not page.table.isColumnHidden(Column.REGION))


def test_what_adds_a_source_is_never_cut_off(page: SourcesPage, qtbot: QtBot) -> None:
    tools = page.tools()
    tools.resize(tools.minimumSizeHint())
    qtbot.waitUntil(lambda: page.words.width() < 90)
    assert page.add_button.width() >= page.add_button.fontMetrics().horizontalAdvance(page.add_button.text())
