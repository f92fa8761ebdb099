"""Fails when the window might take a stranger's text for markup.

Qt guesses rich text in labels, tooltips and message boxes, and loads pictures named in it. Hence in src/pantau/desktop:

- no QLabel but through `PlainLabel`; one that holds a pixmap only says so: `QLabel()  # plain-text: ...`
- a tooltip is given by `tooltip(...)`, which escapes, or is our own: a literal or `translate(...)`
- no ready-made QMessageBox; one of our own sets its text format in the same file
- markup is set in widgets/article_view.py only, which cleans it
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOM = ROOT / "src" / "pantau" / "desktop"
MARKUP = ROOM / "widgets" / "article_view.py"
LABELS = ROOM / "widgets" / "labels.py"

_TIPS = {"setToolTip": -1, "setWhatsThis": -1, "setStatusTip": -1, "showText": 1}
_MARKUP_CALLS = {"setHtml", "insertHtml", "setMarkdown", "insertMarkdown"}
_MARKUP_TYPES = {"QTextBrowser", "QTextDocument", "QStaticText"}


def faults(file: Path, source: str) -> Iterator[str]:
    """What is wrong in one file, a line each."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            for fault in _of_call(file, node, source):
                if "# plain-text:" not in lines[node.lineno - 1]:
                    yield f"{file}:{node.lineno}: {fault}"
        elif isinstance(node, ast.ClassDef) and file != MARKUP:
            for base in node.bases:
                if _name(base) in _MARKUP_TYPES or (_name(base) == "QLabel" and file != LABELS):
                    yield f"{file}:{node.lineno}: {_name(base)} is used through our own widgets only"


def _of_call(file: Path, call: ast.Call, source: str) -> Iterator[str]:
    name = _name(call.func)
    if name == "QLabel":
        yield "a bare QLabel guesses markup: use PlainLabel"
    if name in _TIPS and not _is_tip(call, _TIPS[name]):
        yield f"{name}() takes markup: give it tooltip(...)"
    if name in _MARKUP_CALLS | _MARKUP_TYPES and file != MARKUP:
        yield f"{name}() belongs in widgets/article_view.py"
    if name == "QMessageBox" and "setTextFormat" not in source:
        yield "a QMessageBox guesses markup: set its text format"
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if owner is not None and _name(owner) == "QMessageBox":
        yield "a ready-made QMessageBox guesses markup"


def _is_tip(call: ast.Call, place: int) -> bool:
    if not call.args or len(call.args) <= place:
        return True
    told = call.args[place]
    if isinstance(told, ast.IfExp):
        return all(_is_safe(part) for part in (told.body, told.orelse))
    return _is_safe(told)


def _is_safe(told: ast.expr) -> bool:
    if isinstance(told, ast.Constant):
        return True
    return isinstance(told, ast.Call) and _name(told.func) in ("tooltip", "translate")


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def main() -> int:
    found = [
        fault
        for file in sorted(ROOM.rglob("*.py"))
        for fault in faults(file, file.read_text(encoding="utf-8"))
    ]
    for fault in found:
        print(fault.removeprefix(f"{ROOT}/"), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
