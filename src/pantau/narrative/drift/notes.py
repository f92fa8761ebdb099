"""Lines of a narrative that are no message: words not to be used, and facts that hold no longer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pantau.language.claims import Reading

_FORBIDS = re.compile(
    r"^\W*(?:(?:kata|frasa|istilah|diksi)[^.:]{0,40}(?:dilarang|terlarang|tidak\s+(?:digunakan|dipakai)|dihindari)"
    r"|tidak\s+(?:digunakan|dipakai|boleh\s+digunakan|boleh\s+dipakai)\s*:"
    r"|(?:jangan|hindari|dilarang|tidak\s+boleh)\s+(?:memakai|menggunakan|pakai|gunakan|menyebut|sebut|menulis|kata|istilah|frasa|penggunaan)\b"
    r"|hindari\b[^.]{0,30}[\"“])",
    re.IGNORECASE,
)  # fmt: skip
_INSTEAD = re.compile(
    r"\b(?:gunakan|pakai|sebut)\b[^.]{0,80}?,?\s*(?:dan\s+)?(?:bukan|jangan)\s+(?P<no>[\"“][^\"”\n]{2,60}[\"”])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”']([^\"“”'\n]{2,60})[\"“”']")
_OUTDATED = re.compile(
    r"\b(?:tidak\s+berlaku\s+lagi|sudah\s+tidak\s+berlaku|tak\s+lagi\s+berlaku|tidak\s+lagi\s+berlaku|usang|kedaluwarsa"
    r"|sudah\s+diralat|telah\s+diralat|diralat|data\s+lama|angka\s+lama|keterangan\s+lama|(?:data|angka|keterangan|informasi)\s+sebelumnya"
    r"|sudah\s+diganti|telah\s+dicabut|tidak\s+dipakai\s+lagi)\b",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notes:
    """The narrative without its notes, the phrases that it forbids, and the sentences that are outdated.

    The body is as long as the narrative: notes are blanked, so that offsets stay.
    """

    body: str
    forbidden: tuple[str, ...]
    outdated: tuple[str, ...]


def read(text: str) -> Notes:
    """Tell the notes of a narrative from its messages."""
    page, body = Reading(text), text
    forbidden: list[str] = []
    outdated: list[str] = []
    for start, end in page.sentences:
        said = text[start:end]
        if _FORBIDS.match(said):
            forbidden += _phrases(said)
        elif instead := _INSTEAD.search(said):
            forbidden += _phrases(instead["no"])
        elif _OUTDATED.search(said) and len(said) < 300:
            outdated.append(said)
        else:
            continue
        body = body[:start] + re.sub(r"[^\n]", " ", said) + body[end:]
    return Notes(body, tuple(forbidden), tuple(outdated))


def _phrases(said: str) -> list[str]:
    quoted = [match.strip(" ,.") for match in _QUOTED.findall(said)]
    if quoted:
        return quoted
    _head, colon, tail = said.partition(":")
    return (
        [part.strip(" .\"'") for part in re.split(r",|;|\bdan\b|\batau\b", tail) if part.strip(" .")]
        if colon
        else []
    )
