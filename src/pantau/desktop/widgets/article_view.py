"""Shows what a feed says of an article: a stranger's markup, cleaned once more, nothing ever loaded."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from pantau.desktop import links
from pantau.desktop.theme import fonts
from pantau.desktop.theme.tokens import Tokens

_TAGS = (
    "a abbr b blockquote br cite code dd del dl dt em h1 h2 h3 h4 h5 h6 hr i li ol p pre q s small strong"
    " sub sup table tbody td th thead tr u ul"
)
_ATTRIBUTES = {"a": {"href", "title"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
_HIGHEST = 480  # pixels
_WIDEST = 800  # pixels: some 110 letters a line, beyond which the eye loses the next one
_LONGEST = 200_000  # characters: nh3 takes seconds where markup is nested without end


def clean(markup: str) -> str:
    """Markup with the tags of a text only, no picture, no style, no address but http, https and mailto."""
    import nh3  # here: a stranger's article is not shown at the start

    return nh3.clean(
        markup[:_LONGEST],
        tags=set(_TAGS.split()),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


class ArticleView(QTextBrowser):
    """A text to read. `opened` gives the link that the officer chose, only if it may be opened at all."""

    opened = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFont(fonts.font())
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._chosen)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # Qt's name
        """Never load anything: an empty answer would make Qt try the file system, so it gets one dot."""
        if kind == int(QTextDocument.ResourceType.ImageResource.value):
            dot = QImage(1, 1, QImage.Format.Format_ARGB32)
            dot.fill(0)
            return dot
        return ""

    def tell(self, markup: str, tokens: Tokens) -> None:
        """Show a stranger's markup in the inks of the scheme."""
        self.document().setDefaultStyleSheet(
            f"a {{ color: {tokens.accent}; }} p, li, blockquote {{ line-height: 140%; }}"
        )
        self.setHtml(clean(markup))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its text, so that the page scrolls and not a box within it."""
        self.setViewportMargins(0, 0, max(0, self.width() - _WIDEST), 0)
        self.document().setTextWidth(max(1, self.viewport().width()))
        height = int(self.document().size().height()) + 8
        fits = height <= _HIGHEST
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(min(_HIGHEST, max(48, height)))

    def _chosen(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        (self.opened if links.is_openable(address) else self.refused).emit(address)
