"""The single narrative: how it stands and what comes next above, the house below, the gate's remarks beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.issues.draft import Draft
from pantau.desktop.issues.margin import WIDTH, Margin
from pantau.desktop.issues.marked_field import MarkedField
from pantau.desktop.issues.proofreading import Proofreader
from pantau.desktop.issues.standing import STEPS, Standing
from pantau.desktop.issues.view_model import OpenIssue, Step
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, BETWEEN, INSIDE
from pantau.desktop.widgets.labels import PlainLabel
from pantau.desktop.widgets.scroller import Scroller
from pantau.domain.ids import IssueId
from pantau.domain.issue import House, Narrative, NarrativeStatus
from pantau.operations import Desk, checking
from pantau.operations.checking import Proof

translate = QCoreApplication.translate


class NarrativeTab(QWidget):
    """Typing goes to the draft at once. What is pressed goes out as signals."""

    submit = Signal()
    withdraw = Signal()
    approve = Signal()
    give_back = Signal()
    export = Signal()
    copy = Signal()
    waived = Signal(object, str)  # Remark, the reason

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._draft: Draft | None = None
        self._known: OpenIssue | None = None
        self._writes_anew = False
        self._reader = Proofreader(around, self)
        self._reader.found.connect(self._show_proof)
        self._reader.failed.connect(self._not_read)
        self.standing = Standing(around)
        self.standing.pressed.connect(self._press)
        self.buttons, self.reason = self.standing.buttons, self.standing.reason
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.standing)
        column.addWidget(self._build_house(), 1)

    def _build_house(self) -> QScrollArea:
        self.umbrella = MarkedField(self._around, 3)
        self.messages = [MarkedField(self._around, 2) for _place in range(3)]
        self.margin = Margin(self._around, (self.umbrella, *self.messages))
        self.margin.mended.connect(self._read)
        self.margin.waived.connect(self.waived)
        body = QWidget()
        body.setProperty("kind", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(AROUND, BETWEEN, BETWEEN, AROUND)
        column.setSpacing(INSIDE)
        column.addWidget(self._build_conflict())
        row = QHBoxLayout()
        row.setSpacing(BETWEEN)
        row.addLayout(self._lay_out_texts(), 1)
        row.addLayout(self._lay_out_margin())
        column.addLayout(row, 1)
        self._scroll = Scroller(body)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields in it have the keys
        self.margin.reached.connect(lambda part: self._scroll.ensureWidgetVisible(part, 0, AROUND))
        return self._scroll

    def _lay_out_texts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(INSIDE)
        self._label(column, translate("Narrative", "Umbrella message"), self.umbrella)
        for place, field in enumerate(self.messages, 1):
            self._label(column, self._around.say("house.key-message", number=place), field)
        column.addStretch(1)
        return column

    def _label(self, column: QVBoxLayout, text: str, field: MarkedField) -> None:
        label = PlainLabel(text, points=fonts.META, ink="muted")
        label.setBuddy(field)
        field.setAccessibleName(text)
        field.textChanged.connect(self._typed)
        column.addWidget(label)
        column.addWidget(field)
        column.addSpacing(INSIDE)

    def _lay_out_margin(self) -> QVBoxLayout:
        self.remarks = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        self.remarks.setFixedWidth(WIDTH)
        column = QVBoxLayout()
        column.setSpacing(INSIDE)
        column.addWidget(self.remarks)
        column.addWidget(self.margin, 1)
        return column

    def _build_conflict(self) -> QFrame:
        self.conflict = QFrame()
        self.conflict.setProperty("kind", "card")
        text = translate(
            "Narrative",
            "A colleague changed this text while you were writing. Yours is still here; nothing is lost.",
        )
        self.mine_button = QPushButton(translate("Narrative", "Keep my text"))
        self.theirs_button = QPushButton(translate("Narrative", "Take the colleague's text"))
        self.mine_button.clicked.connect(self._keep_mine)
        self.theirs_button.clicked.connect(self._take_theirs)
        self.theirs = PlainLabel(ink="muted", wrap=True, selectable=True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.mine_button)
        buttons.addWidget(self.theirs_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self.conflict)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(PlainLabel(text, ink="warning", wrap=True))
        column.addWidget(self.theirs)
        column.addLayout(buttons)
        self.conflict.hide()
        return self.conflict

    def house(self) -> House:
        first, second, third = (field.toPlainText() for field in self.messages)
        return House(self.umbrella.toPlainText(), (first, second, third))

    def write_here(self) -> None:
        """Take the keyboard to the first message that is still empty."""
        fields = (self.umbrella, *self.messages)
        next((field for field in fields if not field.toPlainText().strip()), self.umbrella).setFocus()

    def may(self, step: Step) -> bool:
        """Whether its button stands there and could be pressed now."""
        button = self.buttons.get(STEPS.get(step, ""))
        return button is not None and not button.isHidden() and button.isEnabled()

    def step(self, by: int) -> bool:
        """Choose the next remark or the one before, over all four texts. False: there is none."""
        return self.margin.step(by)

    def show_issue(self, known: OpenIssue, draft: Draft) -> None:
        """Show the newest version; what is being typed here is never replaced."""
        if draft is not self._draft:
            self._follow(draft)
        self._known = known
        if draft.is_in_conflict:
            self._show_conflict(known.newest)
        elif draft.is_kept and not self._writes_anew:
            draft.take_over(known.newest)
            self._fill(known.newest.house if known.newest else House())
        self.conflict.setVisible(draft.is_in_conflict)
        self._show_state(known)
        self._read()

    def show_held(self) -> None:
        """While the text is put to review its fields are closed: what is judged is what stands here."""
        if self._known is not None:
            self._show_state(self._known)

    def showEvent(self, event: QShowEvent) -> None:  # Qt's name
        super().showEvent(event)
        self._read()

    def _follow(self, draft: Draft) -> None:
        """Hear of one draft at a time: the one of the issue that is open."""
        if self._draft is not None:
            self._draft.saved.disconnect(self._saved)
            self._draft.conflict.disconnect(self._conflicted)
            self._draft.failed.disconnect(self._not_kept)
        draft.saved.connect(self._saved)
        draft.conflict.connect(self._conflicted)
        draft.failed.connect(self._not_kept)
        self._draft = draft
        self._writes_anew = False
        self._reader.forget()
        self.standing.show_kept("")
        self._show_proof(Proof(((),) * 4))
        self.remarks.setText("")

    def _fill(self, house: House) -> None:
        for field, text in zip(
            (self.umbrella, *self.messages), (house.umbrella, *house.messages), strict=True
        ):
            if field.toPlainText() != text:
                field.blockSignals(True)
                field.setPlainText(text)
                field.blockSignals(False)

    def _show_state(self, known: OpenIssue) -> None:
        writable = self.standing.show_narrative(known, writes_anew=self._writes_anew)
        held = self._draft is not None and self._draft.is_held
        for field in (self.umbrella, *self.messages):
            field.setReadOnly(held or not writable)
        self._show_readiness()

    def _show_readiness(self) -> None:
        draft, house = self._draft, self.house()
        newest = self._known.newest if self._known is not None else None
        is_old = newest is not None and newest.status is NarrativeStatus.APPROVED and newest.house == house
        blocked = is_old or (draft is not None and (draft.is_held or draft.is_in_conflict))
        self.standing.show_readiness(complete=house.is_complete, blocked=blocked)

    def _typed(self) -> None:
        if self._draft is None:
            return
        self._draft.type(self.house())
        self.standing.show_kept(translate("Narrative", "Saving …"))
        self._show_readiness()
        self._read(pause=True)

    def _saved(self, narrative: Narrative) -> None:
        self._writes_anew = False
        if self._draft is not None and self._draft.is_kept:
            at = self._around.clock(narrative.edited)
            self.standing.show_kept(self._around.say("house.kept", at=at))
        self._show_readiness()

    def _not_kept(self, sentence: str) -> None:
        self.standing.show_kept(self._around.say("house.not-kept", why=sentence), "danger")

    def _conflicted(self) -> None:
        self.conflict.setVisible(True)
        self._show_readiness()

    def _press(self, name: str) -> None:
        if name == "anew":
            self._write_anew()
            return
        acts = {
            "submit": self.submit,
            "withdraw": self.withdraw,
            "approve": self.approve,
            "return": self.give_back,
            "export": self.export,
            "copy": self.copy,
        }
        acts[name].emit()

    def _write_anew(self) -> None:
        self._writes_anew = True
        if self._known is not None:
            self._show_state(self._known)
        self.umbrella.setFocus()

    def _show_conflict(self, theirs: Narrative | None) -> None:
        if theirs is not None:
            self.theirs.setText("\n".join((theirs.house.umbrella, *theirs.house.messages)).strip())

    def _keep_mine(self) -> None:
        if self._draft is not None and self._known is not None:
            self._draft.overwrite(self._known.newest)
            self.conflict.hide()

    def _take_theirs(self) -> None:
        if self._draft is not None and self._known is not None:
            self._draft.give_in(self._known.newest)
            self.conflict.hide()
            self.show_issue(self._known, self._draft)

    def _read(self, *, pause: bool = False) -> None:
        """Have the gate read what stands here, when one pauses or at once; nobody reads what nobody sees."""
        if self._known is not None and self.isVisible():
            self._reader.read(partial(_proof, self._desk, self._known.issue.id), self.house, pause=pause)

    def _show_proof(self, proof: Proof) -> None:
        self.margin.show_remarks(proof.parts)
        told = [self._around.say("checking.count", count=proof.count) + " · F8"] if proof.count else []
        if proof.waived:
            told.append(self._around.say("checking.waived", count=proof.waived))
        clear = "" if self.house().is_empty else translate("Narrative", "The gate finds nothing.")
        self.remarks.setText(" · ".join(told) or clear)

    def _not_read(self, sentence: str) -> None:
        self.remarks.setText(self._around.say("checking.failed", why=sentence))


def _proof(desk: Desk, issue: IssueId, house: House) -> Proof:
    return checking.proofread(desk, issue, house)
