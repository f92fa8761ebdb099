"""Facts and notes: a list of what was written, and a line to write more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.issues.view_model import OpenIssue
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, BETWEEN, INSIDE
from pantau.desktop.widgets.labels import PlainLabel, line, tooltip
from pantau.desktop.widgets.scroller import Scroller
from pantau.domain.activity import Activity

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Entry:
    """A text over a grey line of where it comes from; `press` puts a small button beside it."""

    text: str
    meta: str
    press: Callable[[], object] | None = None
    icon: str = ""
    tip: str = ""
    muted: bool = False


class EntryList(Scroller):
    """Entries under headings, one after another."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._around = around
        self.entries: list[Entry] = []
        self._buttons: list[QToolButton] = []

    def show_entries(self, parts: Sequence[tuple[str, Sequence[Entry]]], empty: str) -> None:
        """Each part a heading and its entries; `empty` stands under a heading without any.

        Read anew, the list stays where it is, and the keys with the button that had them.
        """
        at, held = self.verticalScrollBar().value(), self._held()
        self.entries = [entry for _heading, entries in parts for entry in entries]
        body = QWidget()
        body.setProperty("kind", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(AROUND, BETWEEN, AROUND, BETWEEN)
        column.setSpacing(INSIDE)
        for place, (heading, entries) in enumerate(parts):
            if place:
                column.addSpacing(BETWEEN)
            column.addWidget(PlainLabel(heading, strong=True))
            for entry in entries:
                column.addLayout(self._row(entry))
                column.addWidget(line())
            if not entries and empty:
                column.addWidget(PlainLabel(empty, ink="muted", wrap=True))
                empty = ""
        column.addStretch(1)
        if held is not None:
            self._buttons[held].clearFocus()  # before it goes
        self._buttons.clear()
        self.setWidget(body)
        self._order(body)
        self.verticalScrollBar().setValue(at)
        if held is not None and self._buttons:
            self._buttons[min(held, len(self._buttons) - 1)].setFocus()

    def _held(self) -> int | None:
        """Which of the buttons has the keys."""
        return next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)

    def _order(self, body: QWidget) -> None:
        """Tab goes from the list to its buttons, from above, before it leaves."""
        self._buttons = body.findChildren(QToolButton)
        before: QWidget = self
        for button in self._buttons:
            QWidget.setTabOrder(before, button)
            before = button

    def _row(self, entry: Entry) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(
            PlainLabel(entry.text, wrap=True, selectable=True, ink="muted" if entry.muted else "")
        )
        texts.addWidget(PlainLabel(entry.meta, points=fonts.META, ink="muted", wrap=True))
        row = QHBoxLayout()
        row.addLayout(texts, 1)
        if entry.press is not None:
            button = QToolButton()
            button.setIcon(self._around.theme.icon(entry.icon, "muted"))
            button.setToolTip(tooltip(entry.tip))
            button.setAccessibleName(f"{entry.tip}: {entry.text}")
            button.clicked.connect(lambda press=entry.press: press())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


class FactsTab(QWidget):
    """What is known, each with its evidence, and the stories that the issue is about."""

    added = Signal(str, str)  # text, source
    withdrawn = Signal(int)
    story_wanted = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.list = EntryList(around)
        self.text = QLineEdit()
        self.text.setPlaceholderText(translate("Facts", "What is known, in one sentence"))
        self.source = QLineEdit()
        self.source.setPlaceholderText(translate("Facts", "Source: an outlet, an address, a document"))
        self.button = QPushButton(translate("Facts", "Add the fact"))
        self.button.clicked.connect(self._add)
        self.text.returnPressed.connect(self._add)
        self.source.returnPressed.connect(self._add)
        _lay_out(self, self.list, (self.text, 3), (self.source, 2), (self.button, 0))

    def clear(self) -> None:
        """What was written is kept in the database now."""
        self.text.clear()
        self.source.clear()
        self.text.setFocus()

    def show_issue(self, known: OpenIssue) -> None:
        around = self._around
        facts = [
            Entry(
                fact.text,
                " · ".join((fact.source, known.name(fact.by), around.moment(fact.at))),
                press=partial(self.withdrawn.emit, fact.id),
                icon="remove",
                tip=translate("Facts", "Withdraw"),
            )
            for fact in known.view.facts
        ]
        stories = [
            Entry(
                story.title,
                " · ".join(
                    (
                        around.say("issue.score", score=around.number(story.score, 1)),
                        around.say("queue.outlets", count=story.sources),
                        around.say("queue.reports", count=story.articles),
                        around.age(story.last_seen),
                    )
                ),
                press=partial(self.story_wanted.emit, story.id),
                icon="queue",
                tip=translate("Facts", "Show in the queue"),
            )
            for story in known.view.stories
        ]
        nothing = translate("Facts", "No facts yet. Note what is certain, each with its source.")
        parts = [(translate("Facts", "Facts"), facts), (translate("Facts", "Stories"), stories)]
        self.list.show_entries(parts, nothing)

    def _add(self) -> None:
        if self.text.text().strip():
            self.added.emit(self.text.text(), self.source.text())


class NotesTab(QWidget):
    """What officers told each other, and what was done on the issue."""

    added = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.list = EntryList(around)
        self.text = QLineEdit()
        self.text.setPlaceholderText(translate("Notes", "Write a note"))
        self.button = QPushButton(translate("Notes", "Add the note"))
        self.button.clicked.connect(self._add)
        self.text.returnPressed.connect(self._add)
        _lay_out(self, self.list, (self.text, 1), (self.button, 0))

    def clear(self) -> None:
        self.text.clear()
        self.text.setFocus()

    def show_issue(self, known: OpenIssue) -> None:
        around = self._around
        notes = [
            Entry(note.text, f"{known.name(note.by)} · {around.moment(note.at)}")
            for note in reversed(known.view.notes)
        ]
        done = [
            Entry(
                _event(activity, around),
                f"{known.name(activity.actor)} · {around.moment(activity.at)}",
                muted=True,
            )
            for activity in known.view.activity
        ]
        parts = [(translate("Notes", "Notes"), notes), (translate("Notes", "What was done"), done)]
        self.list.show_entries(parts, translate("Notes", "No notes yet."))

    def _add(self) -> None:
        if self.text.text().strip():
            self.added.emit(self.text.text())


def _lay_out(tab: QWidget, entries: EntryList, *foot: tuple[QWidget, int]) -> None:
    """The list over the row in which more is written; of that row each part and how much of its width it takes."""
    row = QHBoxLayout()
    row.setContentsMargins(AROUND, INSIDE, AROUND, INSIDE)
    row.setSpacing(INSIDE)
    for part, share in foot:
        row.addWidget(part, share)
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(entries, 1)
    column.addWidget(line())
    column.addLayout(row)


def _event(activity: Activity, around: Surroundings) -> str:
    """What was done; of a remark that was let pass also the words and the reason."""
    event = around.say(f"event.{activity.kind}")
    if not activity.kind.startswith("check."):
        return event
    return around.say("checking.event", event=event, text=activity.facts["text"], why=activity.facts["why"])
