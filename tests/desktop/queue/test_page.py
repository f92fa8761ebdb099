"""The queue page as an officer uses it: real keys and clicks on a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from pantau.desktop.queue.page import QueuePage
from pantau.desktop.surroundings import Surroundings
from pantau.domain.errors import StoreError
from pantau.domain.ids import StoryId
from pantau.domain.story import Mark
from pantau.operations import Desk, issues, queue, triage

from .. import content


def put(desk: Desk, *stories: object) -> None:
    with desk.database.write() as tx:
        tx.stories.save(stories)  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, around: Surroundings) -> Iterator[QueuePage]:
    page = QueuePage(desk, around)
    qtbot.addWidget(page)
    page.resize(1_280, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.stories.stories) == 11)
    qtbot.waitUntil(lambda: page.detail.reader.list.topLevelItemCount() == 6)
    yield page
    around.worker.wait()


def ids(page: QueuePage) -> list[int]:
    return [story.id for story in page.list.stories.stories]


def test_the_most_pressing_story_is_open_with_its_reasons_adding_up(page: QueuePage) -> None:
    assert page.detail.headline.text().startswith("Kericuhan di Lapas Pontianak")
    shown = [figure.text() for figure, _bar, _text in page.detail.reasons._rows]
    assert shown == ["+31,2", "+22,0", "+18,0", "+9,2", "+7,0"]
    assert "87,4" in page.detail.total.text()
    assert page.detail.growth.text() == "naik ▲ 13/jam"


def test_reports_stand_newest_first_with_copies_folded(page: QueuePage) -> None:
    reports = page.detail.reader.list
    assert reports.topLevelItem(0).text(0) == "Cek Fakta Bersama"  # type: ignore[union-attr]
    first = reports.topLevelItem(5)
    assert first is not None
    assert first.childCount() == 2
    assert "+2 salinan" in first.text(2)
    assert page.detail.reader.title.text() == "Berita (8)"


def test_pressing_a_bar_of_the_curve_shows_the_reports_of_its_ten_minutes(
    page: QueuePage, qtbot: QtBot
) -> None:
    curve = page.detail.curve
    wanted = content.NOW.replace(minute=30, second=0)
    place = next(place for place, (at, _count) in enumerate(curve._curve) if at == wanted)
    qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=QPoint(round(curve._x(place + 0.3)), 60))
    assert page.detail.reader.title.text() == "Berita (2)"
    qtbot.mouseClick(page.detail.reader.widen_button, Qt.MouseButton.LeftButton)
    assert page.detail.reader.title.text() == "Berita (8)"


def test_taking_up_makes_an_issue_and_the_undo_takes_it_back(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    with qtbot.waitSignal(page.done) as told:
        qtbot.mouseClick(page.detail.take_button, Qt.MouseButton.LeftButton)
    done, sentence = told.args
    assert sentence.startswith("Ditangani: Kericuhan")
    assert [issue.stories for issue in issues.listed(desk)] == [(1,)]
    qtbot.waitUntil(lambda: page.detail.issue_button.isVisible())
    done.undo()
    assert issues.listed(desk) == []


def test_a_dismissed_story_leaves_and_the_next_one_is_chosen(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    page.step(2)
    with qtbot.waitSignal(page.done):
        page.act("X")
    qtbot.waitUntil(lambda: 3 not in ids(page))
    assert page.list.story() is not None
    assert page.list.story().id == 4  # type: ignore[union-attr]
    assert queue.story(desk, StoryId(3)).story.mark is Mark.DISMISSED


def test_watching_can_be_ended_with_the_same_key(page: QueuePage, qtbot: QtBot, desk: Desk) -> None:
    for expected in (Mark.WATCHED, None):
        with qtbot.waitSignal(page.done):
            page.act("P")
        qtbot.waitUntil(lambda expected=expected: page.list.story().mark is expected)  # type: ignore[misc, union-attr]
        assert queue.story(desk, StoryId(1)).story.mark is expected


def test_a_story_that_a_colleague_took_meanwhile_is_refused_in_words(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    story = page.list.story()
    assert story is not None
    issues.take_up(desk, story.id)
    with qtbot.waitSignal(page.refused) as told:
        page.model.take_up(story)
    assert "sudah ditangani" in told.args[0]
    assert page.isEnabled()


def test_news_waits_outside_while_the_officer_reads_further_down(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    page.resize(1_280, 400)
    page.step(8)
    page.list.verticalScrollBar().setValue(100)
    put(desk, content.story(21, title="Berita sangat baru", score=99.0, headline=_headline(desk)))
    top = page.list.verticalScrollBar().value()
    with qtbot.waitSignal(page.model.waiting, check_params_cb=lambda count: count == 1):
        page.refresh()
    assert page.list.pill.text() == "1 kabar baru"
    assert page.list.pill.isVisible()
    assert 21 not in ids(page)
    assert page.list.verticalScrollBar().value() == top
    assert page.list.story().id == 9  # type: ignore[union-attr]
    qtbot.mouseClick(page.list.pill, Qt.MouseButton.LeftButton)
    assert ids(page)[0] == 21
    assert page.list.pill.isHidden()
    assert page.list.story().id == 9  # type: ignore[union-attr]


def test_until_somebody_chooses_a_story_the_most_pressing_one_is_open(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    put(desk, content.story(21, title="Berita sangat baru", score=99.0, headline=_headline(desk)))
    with qtbot.waitSignal(page.model.shown):
        page.refresh()
    assert page.detail.headline.text() == "Berita sangat baru"
    page.step(1)
    put(desk, content.story(22, title="Lebih baru lagi", score=99.5, headline=_headline(desk)))
    with qtbot.waitSignal(page.model.shown):
        page.refresh()
    assert page.detail.headline.text().startswith("Kericuhan")


def test_news_enters_at_once_while_the_list_is_at_its_top(page: QueuePage, qtbot: QtBot, desk: Desk) -> None:
    page.step(0)
    put(desk, content.story(21, title="Berita sangat baru", score=99.0, headline=_headline(desk)))
    with qtbot.waitSignal(page.model.shown):
        page.refresh()
    assert ids(page)[0] == 21
    assert page.list.story().id == 1  # type: ignore[union-attr]
    assert page.detail.headline.text().startswith("Kericuhan")


def test_what_rises_moves_up_and_what_is_read_stays_in_its_place(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    page.resize(1_280, 400)
    page.step(9)
    page.list.verticalScrollBar().setValue(100)
    anchor = page.list._anchor()
    risen = replace(content.queue()[10], score=95.0, headline=_headline(desk))
    put(desk, risen)
    with qtbot.waitSignal(page.model.shown):
        page.refresh()
    assert ids(page)[0] == 11
    assert page.list.story().id == 10  # type: ignore[union-attr]
    assert page.list._anchor()[0] == anchor[0]


def test_filters_say_how_much_they_hide_and_can_be_lifted_at_once(page: QueuePage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.filter_bar.watched, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.state.is_covered)
    assert "11 kabar tersembunyi" in page.state.text.text()
    qtbot.mouseClick(page.state.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(ids(page)) == 11)
    assert not page.state.is_covered


def test_an_empty_queue_says_what_would_be_here_and_leads_to_the_sources(
    qtbot: QtBot, empty_desk: Desk, around: Surroundings
) -> None:
    page = QueuePage(empty_desk, around)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.state.is_covered and page.state.button.isVisible())
    with qtbot.waitSignal(page.sources_wanted):
        qtbot.mouseClick(page.state.button, Qt.MouseButton.LeftButton)


def test_a_queue_that_cannot_be_read_says_why_and_offers_to_try_again(
    qtbot: QtBot, desk: Desk, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = QueuePage(desk, around)
    qtbot.addWidget(page)
    page.show()

    def away(*_given: object) -> None:
        raise StoreError("nowhere.at-all")

    with monkeypatch.context() as patched:
        patched.setattr("pantau.operations.queue.ranked", away)
        page.refresh()
        qtbot.waitUntil(lambda: page.state.is_covered and page.state.button.isVisible())
    assert "nowhere.at-all" in page.state.text.text()
    qtbot.mouseClick(page.state.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.state.is_covered)


def test_in_a_narrow_window_the_story_takes_the_page_and_escape_returns(
    page: QueuePage, qtbot: QtBot
) -> None:
    page.resize(1_000, 700)
    qtbot.waitUntil(lambda: page.split.is_narrow)
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    assert page.go_back()
    assert page.list.isVisible()
    assert not page.go_back()


def test_a_report_is_read_without_loading_anything_and_opened_only_if_safe(
    page: QueuePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    reader = page.detail.reader
    reader.list.setCurrentItem(reader.list.topLevelItem(1))
    assert reader.card.isVisible()
    assert "Satu blok hunian" in reader.text.toPlainText()
    with qtbot.waitSignal(page.link) as told:
        qtbot.mouseClick(reader.open_button, Qt.MouseButton.LeftButton)
    assert told.args == ["https://berita.example/1/6"]


def test_a_headline_without_end_leaves_the_acts_in_reach(page: QueuePage, qtbot: QtBot, desk: Desk) -> None:
    put(desk, content.story(21, title="panjang " * 800, score=99.0, headline=_headline(desk)))
    with qtbot.waitSignal(page.model.shown):
        page.refresh()
    assert page.detail.headline.text().startswith("panjang panjang")
    assert page.detail.take_button.isVisible()
    assert page.detail.take_button.geometry().bottom() < page.height()


def test_muting_a_source_can_be_taken_back(page: QueuePage, qtbot: QtBot, desk: Desk) -> None:
    article = page.detail.reader.list.topLevelItem(0).data(0, Qt.ItemDataRole.UserRole)  # type: ignore[union-attr]
    with qtbot.waitSignal(page.done) as told:
        page.detail.mute_source.emit(article)
    assert [mute.value for mute in triage.mutes(desk)] == [str(article.source)]
    told.args[0].undo()
    assert triage.mutes(desk) == []


def _headline(desk: Desk) -> int:
    with desk.read() as tx:
        return int(tx.stories.get(StoryId(1)).headline)


def test_a_report_becomes_a_fact_of_the_issue_with_its_evidence(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    with qtbot.waitSignal(page.done):
        page.act("T")
    qtbot.waitUntil(lambda: page.detail.reader.list.may_note)
    article = page.detail.reader.list.topLevelItem(0).data(0, Qt.ItemDataRole.UserRole)  # type: ignore[union-attr]
    with qtbot.waitSignal(page.done) as told:
        page.detail.reader.list.noted.emit(article)
    (fact,) = issues.view(desk, issues.listed(desk)[0].id).facts
    assert (fact.text, fact.source, fact.article) == (article.title, article.source_name, article.id)
    told.args[0].undo()


def test_a_story_that_becomes_part_of_another_takes_the_reader_along(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    page.step(1)
    assert page.list.story().id == 2  # type: ignore[union-attr]
    with desk.database.write() as tx:
        tx.stories.merge([(StoryId(2), StoryId(5))])
    page.refresh()
    qtbot.waitUntil(lambda: page.list.story().id == 5)  # type: ignore[union-attr]
    assert 2 not in ids(page)
    assert page.detail.story is not None
    assert page.detail.story.id == 5


def test_a_story_outside_the_filters_is_fetched_when_an_issue_leads_to_it(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    old = content.story(31, title="Kabar pekan lalu", score=2.0, headline=_headline(desk))
    put(desk, replace(old, last_seen=content.NOW - timedelta(days=6)))
    assert not page.find_story(StoryId(31))
    qtbot.waitUntil(lambda: page.list.story().id == 31)  # type: ignore[union-attr]
    assert page.detail.headline.text() == "Kabar pekan lalu"


def test_the_list_reads_on_when_its_end_comes_near(page: QueuePage, qtbot: QtBot, desk: Desk) -> None:
    head = _headline(desk)
    put(desk, *(content.story(100 + place, score=5 - place / 100, headline=head) for place in range(130)))
    page.refresh()
    qtbot.waitUntil(lambda: len(ids(page)) == 60)
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(ids(page)) == 120)
    assert page.list.pill.isHidden()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(ids(page)) == 141)


def test_when_everything_is_older_than_the_filter_it_says_from_when_and_offers_any_time(
    page: QueuePage, qtbot: QtBot, desk: Desk
) -> None:
    head = _headline(desk)
    past = content.NOW - timedelta(days=90)
    put(desk, *(replace(story, headline=head, last_seen=past) for story in content.queue()))
    page.refresh()
    qtbot.waitUntil(lambda: page.state.is_covered)
    assert "11 kabar lebih lama" in page.state.text.text()
    assert "5 Nov" in page.state.text.text()
    qtbot.mouseClick(page.state.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(ids(page)) == 11)


def test_a_story_whose_reports_are_gone_says_so(page: QueuePage, qtbot: QtBot) -> None:
    assert not page.detail.reader.nothing.isVisible()
    page.list.choose(1)
    qtbot.waitUntil(page.detail.reader.nothing.isVisible)
    assert not page.detail.reader.list.isVisible()
