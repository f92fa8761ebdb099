"""Puts a form of `ui/`, drawn with Qt Designer, into a widget of ours.

The form's parts become attributes. A class says which it counts on by annotating them; each is looked for and its
type checked when the form is loaded, so a renamed part fails the first test that opens the form.
"""

from __future__ import annotations

from typing import get_type_hints

from PySide6.QtCore import QObject
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLayout, QWidget

from pantau import assets
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.labels import PlainLabel

_POINTS = {"title": fonts.TITLE, "meta": fonts.META}


class _Loader(QUiLoader):
    """Makes the form's outermost widget the one that is there already."""

    def __init__(self, onto: QWidget) -> None:
        super().__init__(onto)
        self._onto = onto
        self.parts: dict[str, QObject] = {}

    def createWidget(self, kind: str, parent: QWidget | None = None, name: str = "") -> QWidget:  # Qt's name
        if parent is None:
            return self._onto
        if kind == PlainLabel.__name__:
            made: QWidget = PlainLabel(parent=parent)
            made.setObjectName(name)
        else:
            made = super().createWidget(kind, parent, name)
        self.parts[name] = made
        return made

    def createLayout(self, kind: str, parent: QObject | None = None, name: str = "") -> QLayout:  # Qt's name
        made = super().createLayout(kind, parent, name)
        self.parts[name] = made
        return made


def load(name: str, onto: QWidget) -> None:
    """Put the form `name` ("settings.ui") into `onto`. Its words are those of the language in force.

    Raises TypeError when a part that the class of `onto` annotates is missing or another kind of widget.
    """
    loader = _Loader(onto)
    loader.load(str(assets.ui(name)))
    for part, kind in get_type_hints(type(onto)).items():
        if not (isinstance(kind, type) and issubclass(kind, QWidget | QLayout)):
            continue
        found = loader.parts.get(part)
        if not isinstance(found, kind):
            raise TypeError(f"{name}: {part} should be {kind.__name__}, is {type(found).__name__}")
        setattr(onto, part, found)
    for label in loader.parts.values():
        if isinstance(label, PlainLabel):
            _dress(label)
    loader.deleteLater()


def _dress(label: PlainLabel) -> None:
    """The look that the form names: `look` is "title", "strong" or "meta", `ink` a colour of the theme."""
    look = str(label.property("look") or "")
    label.setFont(fonts.font(_POINTS.get(look, fonts.BODY), strong=look in ("title", "strong")))
    label.ink = str(label.property("ink") or "")
