"""The drills page: which there are, the one that plays, and how it went."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pantau.desktop.drill.player import DrillPlayer, Progress, Scenario
from pantau.desktop.page import Page
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import AROUND, BETWEEN
from pantau.desktop.widgets.labels import PlainLabel, tooltip
from pantau.desktop.widgets.state_view import StateView

_SPEEDS = (10, 60, 300, 3_600)

translate = QCoreApplication.translate


class DrillPage(Page):
    """`begun` gives the URL of the drill's database, so that it can be watched in a window of its own."""

    begun = Signal(str, str)  # url, title
    watched = Signal()

    def __init__(self, player: DrillPlayer, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.player = player
        self._scenarios: list[Scenario] = []
        self._playing: Scenario | None = None
        self.cards: dict[str, QPushButton] = {}
        self._body = QScrollArea()
        self._body.setProperty("kind", "surface")
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setWidgetResizable(True)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the buttons in it have the keys
        self.state = StateView(self._body, around.theme)
        self._tools = self._build_tools()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_progress())
        column.addWidget(self.state, 1)
        player.listed.connect(self._show)
        player.progressed.connect(self._progress)
        player.ended.connect(self._ended)
        self.state.acted.connect(self.refresh)

    def _build_tools(self) -> QWidget:
        tools = QWidget()
        self.speed = QComboBox()
        for speed in _SPEEDS:
            self.speed.addItem(self.around.say("drill.speed", times=speed), speed)
        self.speed.setAccessibleName(translate("Drill", "Speed of the drill"))
        self.speed.setToolTip(tooltip(self.speed.accessibleName()))
        self.speed.setCurrentIndex(1)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.speed)
        row.addStretch(1)
        return tools

    def _build_progress(self) -> QWidget:
        self.strip = QWidget()
        self.strip.setProperty("kind", "strip")
        self.strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.told_label = PlainLabel(wrap=True)
        self.watch_button = QPushButton(translate("Drill", "Show the drill's window"))
        self.watch_button.clicked.connect(self.watched)
        self.stop_button = QPushButton(translate("Drill", "Stop"))
        self.around.theme.dress(self.stop_button, "stop")
        self.stop_button.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.addWidget(self.told_label, 1)
        row.addWidget(self.watch_button)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self.strip)
        column.setContentsMargins(AROUND, 12, AROUND, 12)
        column.addLayout(row)
        column.addWidget(self.bar)
        self.strip.hide()
        return self.strip

    def title(self) -> str:
        return translate("Drill", "Drills")

    def tools(self) -> QWidget:
        return self._tools

    def refresh(self) -> None:
        if not self._scenarios:
            self.state.show_loading(translate("Drill", "Reading the drills …"))
            self.player.read_list()

    def _show(self, scenarios: list[Scenario]) -> None:
        self._scenarios = scenarios
        body = QWidget()
        body.setProperty("kind", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(AROUND, BETWEEN, AROUND, AROUND)
        column.setSpacing(12)
        column.addWidget(self._intro())
        for scenario in scenarios:
            column.addWidget(self._card(scenario))
        column.addStretch(1)
        self._body.setWidget(body)
        self.state.show_content()
        before: QWidget = self.stop_button
        for button in self.cards.values():
            QWidget.setTabOrder(before, button)
            before = button
        if scenarios:
            first, had_keys = self.cards[scenarios[0].id], self.hasFocus()
            self.setFocusProxy(first)
            if had_keys:
                first.setFocus()

    def _intro(self) -> PlainLabel:
        text = translate(
            "Drill",
            "A drill plays a scripted crisis through the real pipeline, in a database of its own."
            " Nothing of it enters your queue.",
        )
        return PlainLabel(text, ink="muted", wrap=True)

    def _card(self, scenario: Scenario) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(PlainLabel(scenario.title, points=fonts.TITLE, strong=True, wrap=True))
        hours = self.around.say("drill.hours", count=scenario.hours)
        texts.addWidget(PlainLabel(hours, points=fonts.META, ink="muted"))
        button = QPushButton(translate("Drill", "Play"))
        self.around.theme.dress(button, "play")
        button.clicked.connect(partial(self._play, scenario))
        self.cards[scenario.id] = button
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 16, 12)
        row.addLayout(texts, 1)
        row.addWidget(button)
        return card

    def _play(self, scenario: Scenario) -> None:
        self._playing = scenario
        url = self.player.play(scenario.id, float(self.speed.currentData()))
        self.bar.setRange(0, max(1, round(scenario.hours * 60)))
        self.bar.setValue(0)
        self.told_label.colour("")
        self.told_label.setText(translate("Drill", "The drill begins …"))
        self.stop_button.show()
        self.strip.show()
        self.begun.emit(url, scenario.title)

    def _progress(self, progress: Progress) -> None:
        self.bar.setValue(progress.minute)
        if progress.outcome:
            self.told_label.setText(self._outcome(progress.outcome))
            self.stop_button.hide()
        else:
            told = self.around.say("drill.progress", minute=progress.minute, reports=progress.reports)
            title = self._playing.title if self._playing else ""
            self.told_label.setText(" · ".join(part for part in (title, told) if part))

    def _outcome(self, outcome: dict[str, Any]) -> str:
        around = self.around
        seconds = float(outcome.get("seconds") or 0)
        length = around.duration(timedelta(seconds=seconds))
        lines = [around.say("drill.done", minutes=outcome.get("minutes_played"), length=length)]
        for story in outcome.get("expected") or []:
            lead = story.get("lead_minutes")
            if lead is None:
                lines.append(around.say("drill.missed", title=story.get("title")))
            elif lead <= 0:
                lines.append(around.say("drill.late", title=story.get("title")))
            else:
                ahead = around.duration(timedelta(minutes=float(lead)))
                lines.append(around.say("drill.expected", title=story.get("title"), lead=ahead))
        lines.append(around.say("drill.false-alerts", count=outcome.get("false_alerts_per_hour")))
        return "\n".join(lines)

    def _ended(self, code: int, complaint: str) -> None:
        if code == 0:
            return
        if not self._scenarios:
            again = translate("Drill", "Try again")
            self.state.show_error(translate("Drill", "The drills cannot be read"), complaint, again)
            return
        self.told_label.colour("danger")
        self.told_label.setText(complaint or translate("Drill", "The drill was broken off."))
        self.stop_button.hide()

    def _stop(self) -> None:
        self.player.leave()
        self.told_label.setText(translate("Drill", "The drill was broken off."))
        self.stop_button.hide()
