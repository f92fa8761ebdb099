"""The queue page: filters in the top bar, the list, the open story."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from pantau.desktop.page import Command, Page
from pantau.desktop.queue.detail import StoryDetail
from pantau.desktop.queue.filter_bar import FilterBar
from pantau.desktop.queue.filters import provinces, topics
from pantau.desktop.queue.listing import QueueList
from pantau.desktop.queue.ranking import Ranking
from pantau.desktop.queue.severity import Severity, severity
from pantau.desktop.queue.view_model import QueueViewModel
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.widgets.labels import PlainLabel
from pantau.desktop.widgets.list_detail import ListDetail
from pantau.desktop.widgets.state_view import StateView
from pantau.domain.article import Article
from pantau.domain.changes import ChangeKind
from pantau.domain.ids import StoryId
from pantau.domain.story import Story
from pantau.operations import Desk

translate = QCoreApplication.translate

_HEEDED = {ChangeKind.STORY, ChangeKind.ISSUE, ChangeKind.SETTING}


class QueuePage(Page):
    """`sources_wanted`: the list is empty, nothing is watched yet. `alerted` gives a story that became an alert."""

    sources_wanted = Signal()
    alerted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        around: Surroundings,
        provinces: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self.model = QueueViewModel(desk, around, self)
        self.filter_bar = FilterBar(around, provinces or {})
        self.list = QueueList(around)
        self.state = StateView(self.list, around.theme)
        self.detail = StoryDetail(around)
        self.split = ListDetail(self.state, self._right())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self._covered_by = ""
        self._wanted: StoryId | None = None  # a story that is being fetched into the list
        self.setFocusProxy(self.list)
        self._connect()

    def _right(self) -> QWidget:
        """The open story, or a word on how to open one."""
        pane = QWidget()
        pane.setProperty("kind", "surface")
        self._invitation = translate("Queue", "Choose a story to see why it is here.")
        self._nothing = PlainLabel(ink="muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(pane)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.detail)
        return pane

    def _connect(self) -> None:
        model, detail = self.model, self.detail
        model.shown.connect(self._show)
        model.waiting.connect(self._announce)
        model.loading.connect(lambda: self.state.show_loading(translate("Queue", "Reading the queue …")))
        model.read.connect(detail.show_view)
        model.claimed.connect(detail.show_claims)
        model.failed.connect(self._fail)
        model.refused.connect(self.refused)
        model.done.connect(self.done)
        model.alerted.connect(self.alerted)
        model.surveyed.connect(self.filter_bar.offer)
        model.merged.connect(self._follow)
        detail.take_up.connect(model.take_up)
        detail.watch.connect(model.watch)
        detail.dismiss.connect(model.dismiss)
        detail.open_issue.connect(self.issue_wanted)
        detail.open_story.connect(self.find_story)
        detail.open_link.connect(self.link)
        detail.mute_source.connect(model.mute_source)
        detail.noted.connect(self._note)
        detail.menu_asked.connect(self._offer_more)
        self.list.chosen.connect(self._open)
        self.list.opened.connect(lambda _story: self.open_chosen())
        self.list.pill.clicked.connect(self._admit)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.filter_bar.changed.connect(self._filter)
        self.filter_bar.asked.connect(model.survey)
        self.state.acted.connect(self._press)

    def title(self) -> str:
        return translate("Queue", "Queue")

    def tools(self) -> QWidget:
        return self.filter_bar

    def refresh(self) -> None:
        self.model.refresh()

    def heed(self, kinds: Collection[ChangeKind]) -> None:
        if _HEEDED.intersection(kinds):
            self.model.refresh()
        story = self.detail.story
        if ChangeKind.ISSUE in kinds and story is not None and story.issue is not None:
            self.model.open(story)  # what the issue holds officially stands beside the claims

    def step(self, by: int) -> None:
        self.list.step(by)

    def open_chosen(self) -> None:
        if self.list.story() is None:
            self.list.choose(0)
        self.split.open_detail()
        self.detail.scroller.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> bool:
        return self.split.go_back()

    def act(self, key: str) -> None:
        story = self.list.story()
        if story is None:
            return
        if story.issue is not None:
            if key == "T":
                self.issue_wanted.emit(story.issue)
            return
        {"T": self.model.take_up, "P": self.model.watch, "X": self.model.dismiss}[key](story)

    def find_story(self, story: StoryId) -> bool:
        """Open a story; False when it has to be fetched into the list first, which then follows."""
        found = self.list.find_story(story)
        self.list.is_touched = True
        self._wanted = None if found else story
        if not found:
            self.model.seek(story)
        self.split.open_detail()
        return found

    def commands(self) -> list[Command]:
        return [
            Command(translate("Queue", "Take up the story"), "T", lambda: self.act("T")),
            Command(translate("Queue", "Watch the story"), "P", lambda: self.act("P")),
            Command(translate("Queue", "Dismiss the story"), "X", lambda: self.act("X")),
            Command(translate("Queue", "Mute a word …"), "", self._ask_word),
            Command(translate("Queue", "Lift all filters"), "", self.filter_bar.lift),
        ]

    def layout_state(self) -> QByteArray:
        return self.split.split()

    def _show(self, stories: Sequence[Story]) -> None:
        self.list.show_stories(stories)
        self.waits.emit(sum(1 for story in stories if _waits(story)))
        self._cover(stories)
        if not self.filter_bar.is_offering:
            self.filter_bar.offer(topics(self.model.stories), provinces(self.model.stories))
        if self._wanted is not None and self.list.find_story(self._wanted):
            self._wanted = None
        if not (self.list.is_touched or self.detail.underMouse() or self.split.is_narrow):
            self.list.choose(0)  # nobody chose a story yet: the most pressing one is open
        story = self.list.story()
        if story is not None:
            self._refresh_detail(story)
        elif stories and not self.split.is_narrow:
            self.list.choose(0)
        elif not stories:
            self._stack.setCurrentIndex(0)
        self._nothing.setText(self._invitation if stories else "")

    def _cover(self, stories: Sequence[Story]) -> None:
        self.split.stand_alone(not stories)
        if stories:
            self.state.show_content()
        elif self.model.ranking is not None and self.model.ranking.hidden:
            self._cover_filtered(self.model.ranking)
        else:
            self._covered_by = "empty"
            self.state.show_empty(
                translate("Queue", "The queue is empty"),
                translate("Queue", "Stories appear here as soon as watched sources report something."),
                translate("Queue", "See the sources"),
            )

    def _cover_filtered(self, ranking: Ranking) -> None:
        """All there is was kept away. If only its age does that, say from when the newest is."""
        if self.filter_bar.filters.is_time_alone and ranking.newest is not None:
            self._covered_by = "time"
            self.state.show_filtered(
                translate("Queue", "Nothing new in this time"),
                self.around.say("queue.older", count=ranking.hidden, at=self.around.moment(ranking.newest)),
                translate("Queue", "Show any time"),
            )
            return
        self._covered_by = "filter"
        self.state.show_filtered(
            translate("Queue", "Nothing passes the filters"),
            self.around.say("queue.filtered", count=ranking.hidden),
            translate("Queue", "Lift all filters"),
        )

    def _fail(self, sentence: str) -> None:
        if self.list.stories.stories:
            self.refused.emit(sentence)
            return
        self._covered_by = "error"
        self.split.stand_alone(True)
        self.state.show_error(
            translate("Queue", "The queue cannot be read"), sentence, translate("Queue", "Try again")
        )

    def _press(self) -> None:
        if self._covered_by == "filter":
            self.filter_bar.lift()
        elif self._covered_by == "time":
            self.filter_bar.widen()
        elif self._covered_by == "error":
            self.refresh()
        else:
            self.sources_wanted.emit()

    def _open(self, story: Story) -> None:
        self._stack.setCurrentIndex(1)
        self.detail.show_story(story)
        self.model.open(story)

    def _follow(self, story: int) -> None:
        """The open story became part of another one: that one is open now."""
        self.list.find_story(StoryId(story))

    def _refresh_detail(self, story: Story) -> None:
        """The open story may have newer figures; its reports are read again only if there are more of them."""
        before = self.detail.story
        if before is not None and before.id == story.id and before != story:
            self.detail.show_story(story)
            if (before.articles, before.thread) != (story.articles, story.thread):
                self.model.open(story)

    def _announce(self, count: int) -> None:
        self.list.pill.tell(self.around.say("queue.new", count=count) if count else "")

    def _admit(self) -> None:
        self.list.verticalScrollBar().setValue(0)
        self.model.admit()

    def _scrolled(self) -> None:
        self.model.is_at_top = self.list.is_at_top
        if self.list.is_at_top and self.list.pill.isVisible():
            self.model.admit()
        elif self.list.is_near_end:
            self.model.more()

    def _filter(self, filters: object) -> None:
        self.model.choose(self.filter_bar.filters)

    def _note(self, article: Article) -> None:
        story = self.detail.story
        if story is not None and story.issue is not None:
            self.model.note_fact(story.issue, article)

    def _offer_more(self, button: QWidget) -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        muting = menu.addAction(self.around.theme.icon("mute"), translate("Queue", "Mute a word …"))
        muting.triggered.connect(self._ask_word)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _ask_word(self) -> None:
        word, agreed = QInputDialog.getText(
            self,
            translate("Queue", "Mute a word"),
            translate("Queue", "Stories whose headline has this word no longer enter the queue:"),
            QLineEdit.EchoMode.Normal,
        )
        if agreed and word.strip():
            self.model.mute_word(word.strip())


def _waits(story: Story) -> bool:
    """Whether a story needs a decision soon: pressing, and nobody said anything to it yet."""
    pressing = severity(story) in (Severity.URGENT, Severity.HIGH)
    return pressing and story.issue is None and story.mark is None
