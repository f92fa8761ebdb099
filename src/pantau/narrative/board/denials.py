"""What a text says did not happen: "tidak ada korban jiwa" counts nobody, "[SALAH] 12 tewas" denies a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.domain.board import Stance, Topic
from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import Reading, Word
from pantau.narrative.board import lexicon
from pantau.narrative.board.clauses import Clauses

_NONE = frozenset(["nihil", "nol", "zero"])
_NOT = frozenset(["tidak", "tak", "tanpa", "belum", "tiada"])
_FINDING = frozenset(
    [
        "ada",
        "adanya",
        "terdapat",
        "menemukan",
        "ditemukan",
        "temukan",
        "menimbulkan",
        "menelan",
        "memakan",
        "jatuh",
    ]
)
_ONE = frozenset(["satu", "seorang", "satupun"])
_PASSED = _ONE | frozenset(
    ["pun", "lagi", "yang", "binaan", "negara", "asing", "juga", "sampai", "lapas", "rutan"]
)
_REACH = 7
_LABEL = re.compile(
    r"^\s*\[[^\]\n]{0,30}(?:salah|hoaks|hoax|keliru|palsu|sesat|tidak benar)[^\]\n]{0,20}\]", re.IGNORECASE
)
_TITLE = re.compile(
    r"\b(?:hoaks|hoax|kabar bohong|berita bohong|tidak benar|cek fakta|palsu|keliru|salah)\b", re.IGNORECASE
)
_NOT_TRUE = re.compile(r"\b(?:tidak|tak|bukan)\s+(?:\w+\s+)?benar\b", re.IGNORECASE)
# "kabar ... tidak didukung data", "isu itu tanpa dasar"; that nothing is known yet denies nothing.
_UNFOUNDED = re.compile(
    r"\b(?:tidak|tak|tanpa|bukan|nggak|gak)\s+(?:(?:dapat|bisa|pernah|ada|punya|memiliki|mempunyai|juga|sama\s+sekali)\s+){0,2}"
    r"(?:(?:di)?(?:dukung|topang|sokong|sertai|buktikan|pertanggungjawabkan)|berdasar(?:kan)?|dasar(?:nya)?|terbukti(?!\s+bersalah)"
    r"|sesuai(?:\s+dengan)?\s+(?:fakta|data|kenyataan|kondisi|keadaan)|fakta|akurat|valid|faktual|masuk\s+akal|bukti(?:nya)?)\b",
    re.IGNORECASE,
)


def zeros(page: Reading, clauses: Clauses) -> Iterator[tuple[Topic, int, int]]:
    """Each "nobody" with its topic and its place in the text."""
    for at, word in enumerate(page.words):
        if word.word in _NONE or word.word in _NOT:
            found = _nobody(page, clauses, at)
            if found is not None:
                topic, last = found
                yield topic, word.start, page.words[last].end


def _nobody(page: Reading, clauses: Clauses, at: int) -> tuple[Topic, int] | None:
    """Follows "tidak ada (seorang pun) warga binaan yang melarikan diri" to what did not happen."""
    finds = page.words[at].word in _NONE or page.words[at].word == "tanpa"
    casualty = None
    for place in range(at + 1, min(len(page.words), at + 1 + _REACH)):
        word = page.words[place].word
        if page.breaks[place - 1] or (place in clauses.firsts and word not in _ONE):
            break
        hits = clauses.hits([place], person=True) if finds else []
        if hits:
            known = hits[0].state in lexicon.words_of("zero")
            return (Topic(ClaimKind.FIGURE, hits[0].state), _end(page, place)) if known else None
        finds = finds or word in _FINDING
        casualty = place if word == "korban" and finds else casualty
        if word not in _FINDING and word not in _PASSED and word not in lexicon.words("persons"):
            break
    return None if casualty is None else (Topic(ClaimKind.FIGURE, "dead"), casualty)


def _end(page: Reading, place: int) -> int:
    """Takes in the second word of "korban jiwa" and "meninggal dunia"."""
    pair = tuple(word.word for word in page.words[place : place + 2])
    return place + 1 if pair in lexicon.phrases() else place


def stance(page: Reading, claim: Claim) -> Stance:
    """Whether the text says, passes on or denies a claim."""
    start, end = page.sentences[page.sentence(claim.start)] if page.sentences else (0, len(page.text))
    title_end = max(0, page.text.find("\n"))
    first_end = page.text.find("\n", len(page.text) - len(page.text.lstrip()))
    if _LABEL.match(page.text) and (claim.start < first_end or first_end < 0):
        return Stance.DENIED
    before = [word.word for word in _between(page, start, claim.start)]
    behind = [word.word for word in _between(page, claim.end, end)]
    if _is_denied(page, claim, before, behind, end):
        return Stance.DENIED
    doubted = _TITLE.search(page.text, 0, title_end) is not None
    if doubted and set(behind) & lexicon.words("spread") and set(before[-3:]) & lexicon.words("rumour"):
        return Stance.DENIED
    asked = page.text[start:end].rstrip().endswith("?")
    hedged = {*before, *behind[:3]} & lexicon.words("hedges")
    return Stance.RUMOURED if asked or hedged else Stance.SAID


def _is_denied(page: Reading, claim: Claim, before: list[str], behind: list[str], end: int) -> bool:
    false, rumour = lexicon.words("false"), lexicon.words("rumour")
    if before[-1:] == ["bukan"] or before[-2:] in (["tidak", "ada"], ["tak", "ada"]):
        return True
    if _NOT_TRUE.search(page.text, page.words[max(0, page.at(claim.start) - _REACH // 2)].start, claim.start):
        return True
    if set(before[-3:]) & false - {"salah"}:
        return True
    if set(before[-8:]) & (lexicon.words("deny") | {"terbantahkan"}) and set(before) & rumour:
        return True
    if not set(before) & rumour and claim.start > page.text.find("\n"):
        return False
    said_false = bool(set(behind[:14]) & false) and "salah" not in behind[:2]
    unfounded = set(before) & rumour and _UNFOUNDED.search(page.text, claim.end, end)
    return bool(said_false or unfounded or _NOT_TRUE.search(page.text, claim.end, end))


def _between(page: Reading, start: int, end: int) -> list[Word]:
    """The words there; not those in capitals in the body, which name the outlet or the town of a dateline."""
    title_end = page.text.find("\n")
    words = page.words[page.at(start) : page.at(end)]
    return [word for word in words if word.start < title_end or not word.raw.isupper() or len(word.raw) < 3]
