"""From a sheet to the bytes of a document."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from pantau.domain.errors import Refused
from pantau.narrative.sheet import Sheet

# The modules are imported when asked for: a Word document costs an import that no other needs.
_MODULES = {"docx": "docx", "pdf": "pdf", "html": "html", "txt": "text", "json": "data"}
FORMATS = tuple(_MODULES)


def check(formats: Sequence[str]) -> None:
    """Raises Refused "export.format" for a form that there is not."""
    for name in formats:
        if name not in _MODULES:
            raise Refused("export.format", format=name, known=FORMATS)


def render(sheet: Sheet, form: str, *, draft: bool = False) -> bytes:
    """The document in a form of FORMATS.

    draft  allows a text that nobody approved, which is then marked as one
    Raises Refused "export.draft" without it, "export.format".
    """
    check([form])
    if sheet.is_draft and not draft:
        raise Refused("export.draft", issue=sheet.narrative.issue)
    made: bytes = import_module(f"pantau.narrative.{_MODULES[form]}").render(sheet)
    return made
