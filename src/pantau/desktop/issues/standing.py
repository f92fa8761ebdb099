"""How a narrative stands, above its text: version, author, what it lacks, and what can be done next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pantau.desktop.issues.view_model import OpenIssue, Step
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, INSIDE
from pantau.desktop.widgets.labels import PlainLabel, line, tooltip
from pantau.domain.issue import Narrative, NarrativeStatus

translate = QCoreApplication.translate

STEPS = {
    Step.SUBMIT: "submit",
    Step.APPROVE: "approve",
    Step.EXPORT: "export",
}  # the acts that are a next step


class Standing(QWidget):
    """`pressed` gives the name of the act: "submit", "approve", "return", "withdraw", "anew", "export", "copy"."""

    pressed = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.state = PlainLabel(strong=True)
        self.story = PlainLabel(points=fonts.META, ink="muted")
        self.kept = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        self.reason = PlainLabel(ink="warning", wrap=True, selectable=True)
        self.lacks = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        self.lacks.setText(
            translate("Narrative", "Fill in the umbrella and all three key messages to submit.")
        )
        self.buttons = {
            "submit": self._button("submit", translate("Narrative", "Submit for approval"), "send"),
            "approve": self._button("approve", translate("Narrative", "Approve …"), "take"),
            "return": self._button("return", translate("Narrative", "Return …"), "undo"),
            "withdraw": self._button("withdraw", translate("Narrative", "Withdraw and edit"), "write"),
            "anew": self._button("anew", translate("Narrative", "Write a new version"), "write"),
            "export": self._button("export", translate("Narrative", "Export …"), "export"),
            "copy": self._button("copy", translate("Narrative", "Copy the text"), "copy"),
        }
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.state)
        head.addWidget(self.story)
        head.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(INSIDE)
        for button in self.buttons.values():
            acts.addWidget(button)
        acts.addSpacing(INSIDE)
        acts.addLayout(self._lay_out_notes(), 1)
        inner = self._inner = QVBoxLayout()
        inner.setContentsMargins(AROUND, 12, AROUND, 12)
        inner.setSpacing(INSIDE)
        inner.addLayout(head)
        inner.addWidget(self.reason)
        inner.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(line())

    def _lay_out_notes(self) -> QVBoxLayout:
        """Beside the buttons: what is missing, and whether all is kept."""
        notes = QVBoxLayout()
        notes.setSpacing(2)
        notes.addStretch(1)
        notes.addWidget(self.lacks)
        notes.addWidget(self.kept)
        notes.addStretch(1)
        return notes

    def save_room(self, low: bool) -> None:
        """On a low page only what can be done stays: the clock above tells version and state too."""
        above = 4 if low else 12
        self._inner.setContentsMargins(AROUND, above, AROUND, above)
        self.state.setVisible(not low)
        self.story.setVisible(not low)

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text)
        self._around.theme.dress(button, icon)
        if name in STEPS.values():
            button.setToolTip(tooltip(f"{text} (Ctrl+Enter)"))
        button.clicked.connect(lambda: self.pressed.emit(name))
        return button

    def show_narrative(self, known: OpenIssue, *, writes_anew: bool) -> bool:
        """Tell how the newest version stands; whether it may be written on."""
        newest, around = known.newest, self._around
        status = newest.status if newest else NarrativeStatus.DRAFT
        number = newest.number if newest else 1
        self.state.setText(
            around.say("house.state", number=number, state=around.say(f"narrative-status.{status}"))
        )
        self.story.setText(self._told(known, newest))
        returned = newest.returned_because if newest and status is NarrativeStatus.DRAFT else ""
        self.reason.setText(around.say("house.returned", why=returned) if returned else "")
        self.reason.setVisible(bool(returned))
        writable = status is NarrativeStatus.DRAFT or writes_anew
        self._show_buttons(known, status, writable, writes_anew)
        return writable

    def _show_buttons(
        self, known: OpenIssue, status: NarrativeStatus, writable: bool, writes_anew: bool
    ) -> None:
        shown = {
            "submit": writable,
            "approve": status is NarrativeStatus.IN_REVIEW,
            "return": status is NarrativeStatus.IN_REVIEW,
            "withdraw": status is NarrativeStatus.IN_REVIEW,
            "anew": status is NarrativeStatus.APPROVED and not writes_anew,
            "export": known.newest is not None,
            "copy": known.newest is not None,
        }
        primary = STEPS.get(known.next_step, "submit")
        for name, button in self.buttons.items():
            button.setVisible(shown[name])
            self._dress(name, button, "primary" if name == primary else "")

    def _dress(self, name: str, button: QPushButton, kind: str) -> None:
        """The next step is the most visible thing."""
        if button.property("kind") == kind:
            return
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)
        icon = {"submit": "send", "approve": "take", "export": "export"}.get(name)
        if icon:
            button.setIcon(self._around.theme.icon(icon, "on_accent" if kind else "text"))

    def show_readiness(self, *, complete: bool, blocked: bool) -> None:
        """Whether the text may be submitted as it stands. That it is not kept yet is no hindrance."""
        self.buttons["submit"].setEnabled(complete and not blocked)
        self.lacks.setVisible(not complete and not self.buttons["submit"].isHidden())

    def show_kept(self, text: str, ink: str = "muted") -> None:
        self.kept.colour(ink)
        self.kept.setText(text)
        self.kept.setVisible(bool(text))

    def _told(self, known: OpenIssue, newest: Narrative | None) -> str:
        if newest is None:
            return translate("Narrative", "Nobody has begun to write yet.")
        around = self._around
        told = [around.say("house.by", name=known.name(newest.author), at=around.moment(newest.edited))]
        if newest.submitted is not None and newest.status is NarrativeStatus.IN_REVIEW:
            told.append(around.say("house.submitted", at=around.moment(newest.submitted)))
        if newest.approved is not None:
            name = known.name(newest.approved_by)
            told.append(around.say("house.approved", name=name, at=around.moment(newest.approved)))
        return " · ".join(told)
