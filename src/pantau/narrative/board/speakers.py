"""Whose mouth a claim comes from: a quotation's speaker, or who is said to have said it."""

from __future__ import annotations

import re

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import Reading, quotes
from pantau.narrative.board import lexicon

_TITLE = re.compile(r"^(?P<who>[^:\n\[\]\"“]{3,60}):\s")
_NOBODY = re.compile(
    r"^(?:ia|dia|beliau|mereka|nya|yang|hal|itu|di|pada|dalam|kepada|saat|ketika|usai|jika|bila|tidak|bukan"
    r"|belum|jumlah|setelah)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:ia|dia|beliau)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:[A-Z .,]{3,60}\s[-–—]\s*|(?:setelah|sementara(?: itu)?|sedangkan|namun|tetapi|adapun|lalu|kini)\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:juga|telah|sudah|pun|lewat|melalui|seusai|usai|di|pada|saat|me(?:ny|ng|m|n)?\w{3,}(?:kan|i))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_TURN = re.compile(
    r"\b(?:sedangkan|sementara(?:\s+itu)?)\s+(?P<who>[^.,;:\n]{3,50}?)\s+"
    r"(?:mengatakan|menyatakan|menegaskan|menyebut|memastikan|membantah|menyampaikan|mengaku)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:meminta|memohon|berharap)\b", re.IGNORECASE)  # whom somebody asks for money
_LONGEST = 80
_NAME = 4  # words of a speaker in a headline


class Speakers:
    """Who speaks where in a page."""

    def __init__(self, page: Reading, claims: list[Claim]) -> None:
        self._spans = [
            (one.said_start, one.said_end, one.who)
            for one in quotes.sayings(page)
            if not _ASKS.search(page.text, one.end, one.said_start)
        ]
        for start, end, _who in list(self._spans):
            self._spans += [(turn.end(), end, turn["who"]) for turn in _TURN.finditer(page.text, start, end)]
        quoted = [claim for claim in claims if claim.kind is ClaimKind.QUOTE]
        self._spans += [(claim.start, claim.end, claim.subject) for claim in quoted]
        if (title := _TITLE.match(page.text)) and _is_speaker(title["who"]):
            self._spans.append((title.end(), max(title.end(), page.text.find("\n")), title["who"]))
        self._spans.sort()

    def of(self, place: int) -> str:
        """Who says what stands there; "" for the outlet itself."""
        inside = [span for span in self._spans if span[0] <= place < span[1]]
        for _start, _end, who in reversed(inside):
            named = self._before(place) if _PRONOUN.match(who.strip()) else who
            if (plain := _plain(named)) and not _NOBODY.match(plain):
                return plain
        return ""

    def _before(self, place: int) -> str:
        """The last one named before a pronoun."""
        named = [who for start, _end, who in self._spans if start < place and not _NOBODY.match(who.strip())]
        return next((who for who in reversed(named) if who.strip()), "")


def _plain(who: str) -> str:
    who = who.rsplit("! ", 1)[-1].rsplit("? ", 1)[-1].strip()
    who = " ".join(_TAIL.sub("", _LEAD.sub("", who)).split())
    return "" if len(who) > _LONGEST or "yang" in who.lower().split() else who


def _is_speaker(who: str) -> bool:
    """ "Polisi:" speaks; "Cek Fakta:", "Perda Baru:" and a whole sentence before a colon do not."""
    words = re.findall(r"\w+", who.lower())
    return 0 < len(words) <= _NAME and bool(set(words) & lexicon.words("actors"))
