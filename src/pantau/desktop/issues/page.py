"""The issues page: the list in order of deadlines, and the issue that is open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.issues.detail import IssueDetail
from pantau.desktop.issues.dialogs import JudgeDialog
from pantau.desktop.issues.draft import Draft
from pantau.desktop.issues.listing import IssueList
from pantau.desktop.issues.view_model import IssuesViewModel, OpenIssue, Step, approvers
from pantau.desktop.page import Command, Page
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.widgets.labels import PlainLabel
from pantau.desktop.widgets.list_detail import ListDetail
from pantau.desktop.widgets.state_view import PATIENCE, StateView
from pantau.domain.changes import ChangeKind
from pantau.domain.ids import IssueId, OfficerId
from pantau.domain.issue import Issue, Narrative, Status
from pantau.domain.outcome import Done
from pantau.operations import Desk

FORMATS = ("pdf", "docx", "txt")

translate = QCoreApplication.translate


class IssuesPage(Page):
    """`story_wanted` and `queue_wanted` lead back to where issues come from."""

    story_wanted = Signal(int)
    queue_wanted = Signal()

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.model = IssuesViewModel(desk, around, self)
        self._drafts: dict[IssueId, Draft] = {}
        self._wanted: IssueId | None = None
        self.list = IssueList(around)
        self.state = StateView(self.list, around.theme)
        self.detail = IssueDetail(desk, around)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        self._late.timeout.connect(self._say_reading)
        self._tools = self._build_tools()
        self.split = ListDetail(self.state, self._right())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self.setFocusProxy(self.list)
        self._connect()

    def _right(self) -> QWidget:
        pane = QWidget()
        pane.setProperty("kind", "surface")
        self._invitation = translate("Issues", "Choose an issue to go on with it.")
        self._nothing = PlainLabel(ink="muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(pane)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.detail)
        return pane

    def _build_tools(self) -> QWidget:
        tools = QWidget()
        self.closed_button = QToolButton()
        self.closed_button.setText(translate("Issues", "With closed ones"))
        self.closed_button.setCheckable(True)
        self.closed_button.setProperty("kind", "filter")
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.closed_button)
        row.addStretch(1)
        return tools

    def _connect(self) -> None:
        model, detail, narrative = self.model, self.detail, self.detail.narrative
        model.listed.connect(self._show)
        model.opened.connect(self._open)
        model.loading.connect(lambda: self.state.show_loading(translate("Issues", "Reading the issues …")))
        model.failed.connect(self._fail)
        model.gone.connect(self._lose)
        model.refused.connect(self.refused)
        model.done.connect(self.done)
        model.exported.connect(self._tell_exported)
        self.closed_button.toggled.connect(self._with_closed)
        self.list.chosen.connect(lambda issue: self._read(issue.id))
        self.list.opened.connect(lambda _issue: self.open_chosen())
        self.state.acted.connect(self._press)
        detail.step_wanted.connect(self._do)
        detail.status_chosen.connect(lambda status: self._with_issue(model.set_status, status))
        detail.owner_chosen.connect(lambda officer: self._with_issue(model.assign, officer))
        detail.rename_wanted.connect(self._rename)
        detail.facts.added.connect(self._add_fact)
        detail.facts.withdrawn.connect(lambda fact: model.withdraw_fact(self._id(), fact))
        detail.facts.story_wanted.connect(self.story_wanted)
        detail.notes.added.connect(lambda text: model.add_note(self._id(), text, detail.notes.clear))
        narrative.submit.connect(lambda: self._do(Step.SUBMIT))
        narrative.approve.connect(lambda: self._do(Step.APPROVE))
        narrative.export.connect(lambda: self._do(Step.EXPORT))
        narrative.withdraw.connect(self._withdraw)
        narrative.give_back.connect(self._give_back)
        narrative.copy.connect(self._copy)
        narrative.waived.connect(lambda remark, why: model.waive(self._id(), remark, why))
        detail.check.waived.connect(lambda remark, why: model.waive(self._id(), remark, why))
        detail.check.told.connect(self.told)
        self._bind("F8", partial(detail.step_remark, 1))
        self._bind("Shift+F8", partial(detail.step_remark, -1))
        self._bind("Ctrl+Return", detail.take_step)
        self._bind("Ctrl+Enter", detail.take_step)  # the one beside the figures

    def _bind(self, key: str, run: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)

    def title(self) -> str:
        return translate("Issues", "Issues")

    def tools(self) -> QWidget:
        return self._tools

    def refresh(self) -> None:
        self.model.refresh()

    def heed(self, kinds: Collection[ChangeKind]) -> None:
        if {ChangeKind.ISSUE, ChangeKind.OFFICER}.intersection(kinds):
            self.model.refresh()

    def step(self, by: int) -> None:
        self.list.step(by)

    def open_chosen(self) -> None:
        if self.list.issue() is None:
            self.list.choose(0)
        self.split.open_detail()
        self.detail.tabs.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> bool:
        return self.split.go_back()

    def show_issue(self, issue: IssueId) -> None:
        """Open an issue, whether it is in the list yet or not."""
        self._wanted = None if self.list.find_issue(issue) else issue
        self._read(issue)
        self.split.open_detail()

    def commands(self) -> list[Command]:
        if self.detail.known is None:
            return []
        return [
            Command(self.detail.step_button.text(), "Ctrl+Enter", self.detail.take_step),
            Command(translate("Issues", "Copy the text"), "", self._copy),
            Command(translate("Issues", "Check a text"), "", self.detail.check_text),
        ]

    def flush(self) -> None:
        """Have every text that is being typed written now."""
        for draft in self._drafts.values():
            draft.flush()

    def unkept(self) -> str:
        waiting = [draft for draft in self._drafts.values() if not draft.is_kept]
        texts = [text for draft in waiting for text in (draft.words() or "…",)]
        return "\n\n".join(texts)

    def layout_state(self) -> QByteArray:
        return self.split.split()

    def _show(self, issues: Sequence[Issue], names: Mapping[OfficerId, str]) -> None:
        self.list.show_issues(issues, names)
        open_ones = (Status.OPEN, Status.HANDLING)
        self.waits.emit(sum(1 for issue in issues if issue.status in open_ones))
        if self._wanted is not None and self.list.find_issue(self._wanted):
            self._wanted = None
        if not self._late.isActive() and self.detail.known is None:
            self._nothing.setText(self._invitation)
        self.split.stand_alone(not issues)
        if issues:
            self.state.show_content()
            if self.list.issue() is None and not self.split.is_narrow and self._wanted is None:
                self.list.choose(0)
        else:
            self._stack.setCurrentIndex(0)
            self.state.show_empty(
                translate("Issues", "Nothing is in hand"),
                translate("Issues", "Take up a story from the queue and it becomes an issue here."),
                translate("Issues", "Go to the queue"),
                icon="issue",
            )

    def _read(self, issue: IssueId) -> None:
        """Open an issue; the one before does not stand there as if it were this one."""
        if self.detail.known is None or self.detail.known.issue.id != issue:
            self._late.start()
        self.model.open(issue)

    def _say_reading(self) -> None:
        self._nothing.setText(translate("Issues", "Reading the issue …"))
        self._stack.setCurrentIndex(0)

    def _open(self, known: OpenIssue) -> None:
        if known.issue.id != self.model.current:
            return
        self._late.stop()
        self._stack.setCurrentIndex(1)
        self.detail.show_issue(known, self._draft(known.issue.id))

    def _draft(self, issue: IssueId) -> Draft:
        """The text in work on an issue; it lives on while another issue is open."""
        if issue not in self._drafts:
            draft = Draft(self.model.desk, self.around, issue, self)
            draft.conflict.connect(self.model.reread)
            draft.saved.connect(lambda _narrative: self.model.reread())
            self._drafts[issue] = draft
        return self._drafts[issue]

    def _lose(self, sentence: str) -> None:
        self._late.stop()
        self._nothing.setText(self._invitation)
        self.refused.emit(sentence)

    def _fail(self, sentence: str) -> None:
        if self.list.issues.entries:
            self.refused.emit(sentence)
        else:
            again = translate("Issues", "Try again")
            self.split.stand_alone(True)
            self.state.show_error(translate("Issues", "The issues cannot be read"), sentence, again)

    def _press(self) -> None:
        if self.state.title.text() == translate("Issues", "Nothing is in hand"):
            self.queue_wanted.emit()
        else:
            self.refresh()

    def _with_closed(self, closed: bool) -> None:
        self.closed_button.setProperty("chosen", "true" if closed else "false")
        self.closed_button.style().polish(self.closed_button)
        self.model.with_closed = closed
        self.refresh()

    def _id(self) -> IssueId:
        assert self.detail.known is not None
        return self.detail.known.issue.id

    def _with_issue(self, act: Callable[[Issue, Any], None], value: object) -> None:
        if self.detail.known is not None:
            act(self.detail.known.issue, value)

    def _rename(self) -> None:
        known = self.detail.known
        if known is None:
            return
        label = translate("Issues", "Title of the issue:")
        title, agreed = QInputDialog.getText(
            self, translate("Issues", "Rename"), label, QLineEdit.EchoMode.Normal, known.issue.title
        )
        if agreed:
            self.model.rename(known.issue, title)

    def _add_fact(self, text: str, source: str) -> None:
        self.model.add_fact(self._id(), text, source, self.detail.facts.clear)

    def _do(self, step: Step) -> None:
        known = self.detail.known
        if known is None:
            return
        newest = known.newest
        if step is Step.SUBMIT:
            self._submit(self._draft(known.issue.id))
        elif newest is None:
            return
        elif step is Step.APPROVE:
            dialog = self._judge(known, asks_why=False)
            dialog.accepted.connect(lambda: self.model.approve(newest, dialog.officer()))
            _show(dialog)
        elif step is Step.EXPORT:
            self._export(known)

    def _submit(self, draft: Draft) -> None:
        """Put to review what stands in the fields: the last letters are kept first, and none comes after them."""
        if draft.is_held:
            return
        narrative = self.detail.narrative

        def release() -> None:
            draft.is_held = False
            narrative.show_held()

        def submitted(done: Done[Narrative]) -> None:
            draft.is_held = False  # the fields open and close with the state that is read now
            draft.take_over(done.value)

        def kept(version: Narrative | None) -> None:
            if version is None:
                release()
            else:
                self.model.submit(version, submitted, release)

        def broke(why: str) -> None:
            release()
            self.refused.emit(self.around.say("house.not-submitted", why=why))

        draft.is_held = True
        narrative.show_held()
        draft.keep(kept, broke)

    def _judge(self, known: OpenIssue, *, asks_why: bool) -> JudgeDialog:
        officers = approvers(known, self.model.desk)
        return JudgeDialog(self.model.desk, self.around, known, officers, asks_why=asks_why, parent=self)

    def _give_back(self) -> None:
        known = self.detail.known
        if known is None or known.newest is None:
            return
        dialog = self._judge(known, asks_why=True)
        newest = known.newest
        dialog.accepted.connect(lambda: self.model.give_back(newest, dialog.officer(), dialog.reason()))
        _show(dialog)

    def _withdraw(self) -> None:
        known = self.detail.known
        if known is not None and known.newest is not None:
            self.model.withdraw(known.newest)

    def _copy(self) -> None:
        known = self.detail.known
        if known is None:
            return
        # A draft is copied as it stands in the fields, with letters that are not kept yet.
        house = known.approved.house if known.approved else self.detail.narrative.house()
        if house.is_empty:
            return
        parts = [house.umbrella, *house.messages]
        if known.approved is None:
            parts.insert(0, self.around.say("house.draft-mark"))
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))
        self.told.emit(translate("Issues", "Copied."))

    def _export(self, known: OpenIssue) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QFileDialog.getExistingDirectory(
            self, translate("Issues", "Folder for the documents"), documents
        )
        if not folder:
            return
        issue, is_draft = known.issue.id, known.approved is None
        write = partial(self.model.export, issue, FORMATS, Path(folder), is_draft)
        if not is_draft:
            write()
            return
        # The last letters are kept first: a document says what stands in the fields.
        self._draft(issue).keep(
            lambda _version: write(),
            lambda why: self.refused.emit(self.around.say("house.not-exported", why=why)),
        )

    def _tell_exported(self, paths: Sequence[Path]) -> None:
        names = ", ".join(path.name for path in paths)
        self.told.emit(self.around.say("issue.done.exported", names=names))


def _show(dialog: JudgeDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
