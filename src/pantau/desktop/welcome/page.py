"""The first page of an empty database: two ways to begin, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pantau.desktop.page import Page
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts, icons
from pantau.desktop.widgets.labels import PlainLabel

translate = QCoreApplication.translate


class WelcomePage(Page):
    """`monitor`: the catalogue is to be installed and read; `drill`: play one; `sources`: choose them oneself."""

    monitor = Signal()
    drill = Signal()
    sources = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.monitor_button = QPushButton(translate("Welcome", "Begin to monitor"))
        self.monitor_button.setProperty("kind", "primary")
        self.monitor_button.clicked.connect(self.monitor)
        self.drill_button = QPushButton(translate("Welcome", "Try a drill"))
        self.drill_button.clicked.connect(self.drill)
        self.own_button = QPushButton(translate("Welcome", "I would rather choose the sources myself"))
        self.own_button.setProperty("kind", "quiet")
        self.own_button.clicked.connect(self.sources)
        self.setFocusProxy(self.monitor_button)
        cards = QHBoxLayout()
        cards.setSpacing(24)
        cards.addWidget(self._monitor_card())
        cards.addWidget(self._drill_card())
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._centred(translate("Welcome", "Welcome to Pantau"), 20, strong=True))
        column.addSpacing(4)
        intro = translate("Welcome", "See what is about to become an issue, and answer it with one voice.")
        column.addWidget(self._centred(intro, fonts.TITLE, ink="muted"))
        column.addSpacing(24)
        column.addLayout(self._in_the_middle(cards))
        column.addSpacing(16)
        column.addWidget(self.own_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _centred(self, text: str, points: float, *, strong: bool = False, ink: str = "") -> PlainLabel:
        label = PlainLabel(text, points=points, strong=strong, ink=ink)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _in_the_middle(self, cards: QHBoxLayout) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(cards)
        row.addStretch(1)
        return row

    def _monitor_card(self) -> QFrame:
        text = translate(
            "Welcome",
            "Installs the catalogue of Indonesian outlets and begins to read them. The first stories stand in the"
            " queue after a minute or two.",
        )
        return self._card("source", translate("Welcome", "Monitor for real"), text, self.monitor_button)

    def _drill_card(self) -> QFrame:
        text = translate(
            "Welcome",
            "Plays a scripted crisis into a database of its own, so that you can try everything. Needs no network.",
        )
        return self._card("drill", translate("Welcome", "Practise first"), text, self.drill_button)

    def _card(self, icon: str, title: str, text: str, button: QPushButton) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(320)
        picture = QLabel()  # plain-text: holds a pixmap only
        theme = self.around.theme

        def draw() -> None:
            picture.setPixmap(icons.pixmap(icon, theme.tokens.accent, 32, self.devicePixelRatioF()))

        theme.keep(picture, draw)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(picture)
        column.addWidget(PlainLabel(title, points=fonts.TITLE, strong=True))
        column.addWidget(PlainLabel(text, ink="muted", wrap=True))
        column.addStretch(1)
        column.addSpacing(8)
        column.addWidget(button)
        return card

    def title(self) -> str:
        return translate("Welcome", "Begin")
