"""What is asked before an act that has no way back: who approves, and why a text is returned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop import forms
from pantau.desktop.issues.difference_view import DifferenceView
from pantau.desktop.issues.proofreading import Proofreader
from pantau.desktop.issues.view_model import OpenIssue
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.elide import clipped
from pantau.desktop.widgets.labels import PlainLabel
from pantau.domain.claims import Severity
from pantau.domain.issue import House
from pantau.domain.team import Officer
from pantau.operations import Desk, checking
from pantau.operations.checking import Proof, Remark

translate = QCoreApplication.translate

_MOST, _LONG = 4, 60  # findings that are listed, and letters of each
_RANKS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class JudgeDialog(QDialog):
    """Who judges the text. With `asks_why` a reason is asked too, and the text goes back to its author."""

    heading: PlainLabel
    warning: PlainLabel
    text_place: QVBoxLayout
    who: QComboBox
    why: QPlainTextEdit
    cancel: QPushButton
    agree: QPushButton

    def __init__(
        self,
        desk: Desk,
        around: Surroundings,
        known: OpenIssue,
        officers: Sequence[Officer],
        *,
        asks_why: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._officers = list(officers)
        self._asks_why = asks_why
        forms.load("judge.ui", self)
        self.why.setVisible(asks_why)
        if asks_why:
            self._ask_why()
        for officer in self._officers:
            self.who.addItem(f"{officer.name} ({around.say(f'role.{officer.role}')})", officer)
        field = self.who.lineEdit()
        if not self._officers and field is not None:
            field.setPlaceholderText(translate("Judge", "Name of the approver"))
        self.who.setCurrentIndex(0 if self._officers else -1)
        self.text = DifferenceView(around)
        self.text_place.addWidget(self.text)
        self.findings = PlainLabel(points=fonts.META, ink="muted", wrap=True)
        self.findings.hide()
        self.text_place.addWidget(self.findings)
        if known.newest is not None:
            self.text.show_house(known.newest.house, known.changes, first=known.is_first)
            self._ask_gate(partial(checking.proofread, desk, known.issue.id), known.newest.house)
        self.agree.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.who.editTextChanged.connect(lambda _text: self._judge())
        self.why.textChanged.connect(self._judge)
        self._judge()

    def _ask_why(self) -> None:
        """The form speaks of approving; here the text goes back."""
        self.setWindowTitle(translate("Judge", "Return the narrative"))
        self.heading.setText(self.windowTitle())
        self.warning.setText(
            translate("Judge", "The author gets the text back as a draft, with your reason.")
        )
        self.agree.setText(translate("Judge", "Return"))

    def _ask_gate(self, check: Callable[[House], Proof], house: House) -> None:
        """Have the gate read what is judged. Where it cannot, nothing is said: that is no part of judging."""
        reader = Proofreader(self._around, self)
        reader.found.connect(self._show_findings)
        reader.read(check, lambda: house)

    def _show_findings(self, proof: Proof) -> None:
        """What the gate found and nobody let pass, gravest first; it hinders nobody."""
        remarks = sorted(
            (one for part in proof.parts for one in part), key=lambda one: _RANKS.index(one.severity)
        )
        if not remarks:
            return
        told = [self._around.say("judge.findings", count=len(remarks))]
        told += [f"• {self._told(one)}" for one in remarks[:_MOST]]
        if len(remarks) > _MOST:
            told.append(self._around.say("judge.more", count=len(remarks) - _MOST))
        self.findings.setText("\n".join(told))
        self.findings.show()

    def _told(self, remark: Remark) -> str:
        rule = self._around.say(f"checking.{remark.origin}.{remark.rule}")
        text, sentence = clipped(remark.text, _LONG), clipped(remark.sentence, _LONG)
        return self._around.say("judge.finding", rule=rule, text=text, sentence=sentence)

    def officer(self) -> Officer | str:
        """The chosen officer, or the name that was typed."""
        place = self.who.findText(self.who.currentText())
        return self._officers[place] if 0 <= place < len(self._officers) else self.who.currentText().strip()

    def reason(self) -> str:
        return self.why.toPlainText().strip()

    def _judge(self) -> None:
        named = bool(self.who.currentText().strip())
        self.agree.setEnabled(named and (not self._asks_why or bool(self.reason())))
