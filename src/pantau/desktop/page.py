"""What the window asks of every page: the keys reach whichever page is open by these names."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pantau.desktop.surroundings import Surroundings
from pantau.domain.changes import ChangeKind


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be asked for by typing: its words, its key ("" for none) and what it does."""

    text: str
    key: str
    run: Callable[[], None]


class Page(QWidget):
    """A page of the window. `waits` is the figure on its place in the rail."""

    done = Signal(object, str)  # Done, the sentence that tells of it
    told = Signal(str)  # a sentence, nothing to take back
    refused = Signal(str)  # a sentence for the officer
    waits = Signal(int)
    link = Signal(str)  # to be opened in the browser; only what `links.is_openable` lets pass
    issue_wanted = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around

    def title(self) -> str:
        raise NotImplementedError

    def tools(self) -> QWidget | None:
        """What the page wants beside its title in the top bar."""
        return None

    def refresh(self) -> None:
        """Read anew what is shown."""

    def heed(self, kinds: Collection[ChangeKind]) -> None:
        """Something changed in the database."""

    def step(self, by: int) -> None:
        """J and K: the next or the one before."""

    def open_chosen(self) -> None:
        """Enter."""

    def act(self, key: str) -> None:
        """T, P or X."""

    def go_back(self) -> bool:
        """Esc. False when there is nothing to go back from."""
        return False

    def unkept(self) -> str:
        """What somebody typed here that is not in the database yet; "" when all is."""
        return ""

    def commands(self) -> list[Command]:
        return []
