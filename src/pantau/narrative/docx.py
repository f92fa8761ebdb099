"""A narrative as a Word document. python-docx is imported when the first one is made."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pantau.narrative.sheet import Sheet
from pantau.narrative.text import plain

if TYPE_CHECKING:
    from docx.document import Document

_NONCHARACTERS = dict.fromkeys(
    (0xFFFE, 0xFFFF)
)  # XML 1.0, 2.2 Char forbids them; the rest `plain` takes away


def render(sheet: Sheet) -> bytes:
    """The document: warning in the header of each page, text as text, fingerprints at the end."""
    import docx

    document = docx.Document()
    _describe(document, sheet)
    if sheet.warning:
        _warn(document, sheet.warning)
    document.add_paragraph(sheet.say("heading").upper(), style="Subtitle")
    document.add_paragraph(_clean(sheet.title).replace("\n", " "), style="Title")
    document.add_heading(sheet.say("umbrella"), level=2)
    document.add_paragraph(_clean(sheet.narrative.house.umbrella))
    document.add_heading(sheet.say("messages"), level=2)
    for message in sheet.narrative.house.messages:
        document.add_paragraph(_clean(message), style="List Number")
    _prove(document, sheet)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _describe(document: Document, sheet: Sheet) -> None:
    """Replaces what the library's own template says of itself."""
    narrative, facts = sheet.narrative, document.core_properties
    facts.title = _clean(sheet.title)[:255]
    facts.author = facts.last_modified_by = _clean(sheet.author)[:255]
    facts.subject = _clean(sheet.standing)[:255]
    facts.comments = f"SHA-256 {sheet.sha}"
    facts.language = sheet.language
    # The format keeps times without a zone, as UTC.
    facts.created = facts.modified = (narrative.approved or narrative.edited).replace(
        tzinfo=None, microsecond=0
    )


def _warn(document: Document, warning: str) -> None:
    from docx.shared import RGBColor

    for place in (document.sections[0].header.paragraphs[0], document.add_paragraph()):
        run = place.add_run(warning)
        run.bold = True
        run.font.color.rgb = RGBColor(0xB0, 0x1E, 0x1E)


def _prove(document: Document, sheet: Sheet) -> None:
    from docx.shared import Pt

    document.add_paragraph()
    for line in sheet.proof:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(_clean(line)).font.size = Pt(8)


def _clean(text: str) -> str:
    return plain(text).translate(_NONCHARACTERS)
