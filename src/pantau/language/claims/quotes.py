"""What is quoted word for word, and who is said to have said something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims.page import Reading

_QUOTE = re.compile(r"[“„«\"]([^“”„«»\"\n]{2,800})[”»\"“]")
_SAY = (
    r"(?:kata|ujar|ucap|tutur|jelas|tegas|ungkap|sebut|imbuh|tambah|pungkas|papar|terang|cetus|lanjut|tulis|pesan)"
    r"(?:nya)?"
)
_SAID = (
    r"(?:mengatakan|menyatakan|berkata|menegaskan|menjelaskan|mengungkapkan|menuturkan|menyampaikan|menambahkan"
    r"|menyebut(?:kan)?|mengaku|memaparkan|menerangkan|berpesan|mengimbau|meminta|memastikan|berharap|menilai"
    r"|membantah|memohon)"
)
_BEHIND = re.compile(rf"^[\s,.”\"]*{_SAY}\s+(?P<who>[^.\"“”;\n]{{2,120}})", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?P<who>[^.\"“”;\n:]{{2,160}}?)[\s,]+{_SAID}?\b[^.\"“”;\n]{{0,30}}?[,:]?\s*$", re.IGNORECASE
)
_INDIRECT = re.compile(
    rf"(?:^|[.!?\n]\s*|,\s*|;\s*|sedangkan\s+)(?:(?:menurut|kata|demikian)\s+(?P<a>[^.,;:\n]{{2,90}})[,:]\s*(?P<x>[^\n;]{{10,300}})"
    rf"|(?P<b>[A-Z][^.;:\n\"“”]{{1,110}}?),?\s+(?:juga\s+|telah\s+|pun\s+)?{_SAID}\s+(?P<y>[^\n;\"“”]{{10,300}}))",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[,(]|\b(?:saat|ketika|pada|dalam|di|kepada|melalui|usai|menanggapi|seraya|sambil|soal|terkait|tentang|mengenai|selasa|senin|rabu|kamis|jumat|sabtu|minggu)\b"
)


_SPOKEN_ON = re.compile(
    r",\s*(?:pada\s+)?(?:hari\s+)?(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|\s\(\d"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """Who is said to have said something, and the places of both."""

    who: str
    start: int
    end: int
    said_start: int
    said_end: int


def find(page: Reading) -> Iterator[Claim]:
    """Every quotation with its speaker, "" where none is told."""
    for match in _QUOTE.finditer(page.text):
        start, end = match.span(1)
        if match.group(1).strip():
            yield Claim(
                ClaimKind.QUOTE,
                match.group(1),
                start,
                end,
                match.group(1).strip(),
                "",
                _speaker(page, match)[0],
            )


def speaker(page: Reading, quote: Claim) -> tuple[str, int, int]:
    """The words that name a quotation's speaker, and where they stand; ("", 0, 0) if none do."""
    match = _QUOTE.match(page.text, quote.start - 1)
    return _speaker(page, match) if match else ("", 0, 0)


def _speaker(page: Reading, match: re.Match[str]) -> tuple[str, int, int]:
    tail = page.text[match.end() : match.end() + 140]
    if behind := _BEHIND.match(tail):
        who = _trimmed(behind["who"])
        start = match.end() + behind.start("who")
        return who, start, start + len(who)
    begin = page.text.rfind("\n", 0, match.start()) + 1
    head = page.text[max(begin, match.start() - 160) : match.start()]
    stop = max(head.rfind(". "), head.rfind("! "), head.rfind("? "), head.rfind("”"), head.rfind("; "))
    head = head[stop + 1 :] if stop >= 0 else head
    if head.strip() and re.search(rf"(?:{_SAID}|kata|:)[^\"“”]{{0,40}}$", head, re.IGNORECASE):
        lead = re.split(rf"\b{_SAID}\b|:", head, maxsplit=1, flags=re.IGNORECASE)[0]
        lead = re.sub(r"^\s*(?:kata|menurut)\s+", "", lead, flags=re.IGNORECASE).strip(" ,")
        at = page.text.find(lead, max(begin, match.start() - 160)) if lead else -1
        return (lead, at, at + len(lead)) if at >= 0 else ("", 0, 0)
    return "", 0, 0


def _trimmed(who: str) -> str:
    if day := _SPOKEN_ON.search(who.lower(), 1):
        who = who[: day.start()]
    cut = _CUT.search(who.lower(), 1)
    rest = who[: cut.start()] if cut and who[cut.start()] != "," else who
    return rest.strip(" ,")


def sayings(page: Reading) -> Iterator[Saying]:
    """Indirect speech: who is said to have said what."""
    for match in _INDIRECT.finditer(page.text):
        who, said = ("a", "x") if match["a"] else ("b", "y")
        yield Saying(match[who], *match.span(who), *match.span(said))
