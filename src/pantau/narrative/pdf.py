"""A narrative as a PDF: the warning in the header of each page, text as text, fingerprints at the end."""

from __future__ import annotations

from pantau.domain.errors import Refused
from pantau.narrative.paper import GREY, RED, About, Paper, Style
from pantau.narrative.sheet import Sheet
from pantau.narrative.text import plain

_KIND = Style(9, bold=True, colour=GREY, after=4)
_TITLE = Style(20, bold=True, after=18)
_PART = Style(12, bold=True, after=4)
_BODY = Style(11, after=14)
_MESSAGE = Style(11, indent=20, after=8)
_PROOF = Style(8, colour=GREY, after=2)


def render(sheet: Sheet) -> bytes:
    """The document. Raises Refused "export.letters" for a text with letters that our fonts cannot draw.

    In a title, which may come from a headline, boxes may stand for them.
    """
    narrative = sheet.narrative
    title = " ".join(plain(sheet.title).split())
    made = narrative.approved or narrative.edited
    about = About(title, plain(sheet.author), plain(sheet.standing), made, sheet.language)
    paper = Paper(about, header=sheet.warning, foot=f"{title[:60]} · SHA-256 {sheet.sha[:16]}")
    if sheet.warning:
        paper.write(sheet.warning, Style(11, bold=True, colour=RED, after=14))
    paper.write(sheet.say("heading").upper(), _KIND)
    paper.write(title, _TITLE)
    paper.missing.clear()
    paper.write(sheet.say("umbrella"), _PART)
    paper.write(plain(narrative.house.umbrella), _BODY)
    paper.write(sheet.say("messages"), _PART)
    for number, message in enumerate(narrative.house.messages, 1):
        paper.write(plain(message), _MESSAGE, mark=f"{number}.")
    if paper.missing:
        raise Refused("export.letters", letters=" ".join(sorted(paper.missing)[:12]))
    paper.space(16)
    for line in sheet.proof:
        paper.write(plain(line), _PROOF)
    return paper.finished()
