"""Numbers that count nothing: marks of lists, rows of digits, years, pronouns."""

from __future__ import annotations

import re

from pantau.domain.claims import Claim, ClaimKind
from pantau.narrative.drift.amounts import Amount
from pantau.narrative.drift.clocks import reckoned
from pantau.narrative.drift.derivations import has_rival
from pantau.narrative.drift.holdings import Numbers
from pantau.narrative.drift.sides import Side

_ARTICLES = ("ps ", "psl ", "pasal ", "ayat ")
_NUMBERED = re.compile(r"\b(?:nomor|no\.?|poin|butir|slide)\s*$")
_RELATION = re.compile(r"\s+(?:setelah|sesudah|sebelum|kemudian|usai)\b")
_SIDES = re.compile(r"\b(\d{1,3})\s*[x×]\s*(\d{1,3})\s*(?:meter|m)\b")
_SHARED = frozenset(("dalam", "kali", "hari", "jam", "per"))  # before a period that others are told of
_DIALLED = 6  # digits of a number that is dialled
_ROW = re.compile(r"(?<![\w.,/-])\d{2,5}(?:[- ]\d{2,5})+(?![\w/-]|[.,]\d)")


def is_passed(claim: Claim, mine: Amount, numbers: Numbers, variant: Side) -> bool:
    """Ones that are no counting: "sehari" beside "per hari"; years; ordinals of a list."""
    is_one = claim.kind is ClaimKind.DURATION and claim.text.lower().startswith("se") and claim.value == 1
    if is_one and _before(variant, claim) in _SHARED:
        return True  # "dua hari dalam sepekan"
    if is_one and _RELATION.match(variant.page.low, claim.end) is None:
        return claim.unit in numbers.side.vocabulary or not (
            numbers.by_dimension.get(mine.dimension)
            or has_rival(claim, Amount(mine.value, "time"), variant, numbers)
        )
    if _is_side(claim, variant, numbers):
        return True
    if claim.kind is ClaimKind.DURATION and any(
        claim.start == at for _told, at in reckoned(variant).values()
    ):
        return True  # "dua puluh menit sebelum pukul sebelas" is a time
    if claim.kind is ClaimKind.FIGURE and (_is_pronoun(claim) or _is_clock(claim, numbers.side)):
        return True
    if not numbers.same(claim, mine) and variant.page.low[max(0, claim.start - 6) : claim.start] == "bukan ":
        return True  # "86 orang, bukan 68": a figure that a text takes back
    if variant.page.low[max(0, claim.start - 8) : claim.start].endswith(_ARTICLES):
        return True  # a reference in short
    if mine.value == 0 and mine.dimension in ("count", "IDR"):
        return True  # "0 petugas" denies, and is judged as a denial
    if claim.unit == "ke" and not numbers.same(claim, mine):
        return mine.value <= 3 and not claim.text[-1].isdecimal()
    if claim.kind is ClaimKind.FIGURE and (
        str(claim.value) in numbers.years or claim.text in numbers.written
    ):
        return True
    return claim.kind is ClaimKind.FIGURE and (
        _is_dialled(claim, variant, numbers.side) or _is_marker(claim, variant)
    )


def _before(side: Side, claim: Claim) -> str:
    at = side.page.at(claim.start) - 1
    return side.page.words[at].word if at >= 0 and not side.page.breaks[at] else ""


def _is_side(claim: Claim, variant: Side, numbers: Numbers) -> bool:
    """A side of "4 x 6 meter" where the narrative has 24 square metres."""
    for match in _SIDES.finditer(variant.page.low, max(0, claim.start - 12), claim.end + 16):
        if match.start() <= claim.start < match.end():
            area = int(match[1]) * int(match[2])
            return any(
                one == ("luas", area) for one in ((held.dimension, held.value) for held in numbers.amounts)
            )
    return False


def _is_dialled(claim: Claim, variant: Side, narrative: Side) -> bool:
    """ "1500 105" of the number "1500-105": part of a row of digits that the narrative has."""
    told = _rows(narrative)
    if claim.text.isdecimal() and len(claim.text) >= _DIALLED and claim.text in told:
        return True
    return bool(told) and any(
        start <= claim.start < end and digits in told for digits, (start, end) in _rows(variant).items()
    )


def _rows(side: Side) -> dict[str, tuple[int, int]]:
    """Rows of digits in groups, with where they stand."""
    if "rows" not in side.memory:
        side.memory["rows"] = {
            re.sub(r"\D", "", match.group()): match.span() for match in _ROW.finditer(side.page.text)
        }
    found: dict[str, tuple[int, int]] = side.memory["rows"]
    return found


def _is_pronoun(claim: Claim) -> bool:
    """ "dua-duanya" counts nobody anew."""
    return "-" in claim.text and not any(letter.isdecimal() for letter in claim.text)


def _is_clock(claim: Claim, narrative: Side) -> bool:
    """ "23.45" alone, as a log writes the times that the narrative has."""
    clock = claim.text.replace(".", ":")
    return len(clock) == 5 and any(
        clock in (told.value, told.high) for told in narrative.by_kind[ClaimKind.TIME]
    )


def is_asked(claim: Claim, variant: Side) -> bool:
    """A small number in words in a question: "boleh melamar dua formasi?" claims none."""
    asks = variant.page.sentence(claim.start) in variant.asking
    return asks and claim.kind is ClaimKind.FIGURE and not claim.text[:1].isdecimal()


def is_glued(claim: Claim, variant: Side) -> bool:
    """Whether a bare number hangs on another by a stroke or a colon: "9/10", "2:1"."""
    text = variant.page.text
    before, behind = text[max(0, claim.start - 2) : claim.start], text[claim.end : claim.end + 2]
    return (before[-1:] in ("/", ":") and before[:1].isdecimal()) or (
        behind[:1] in ("/", ":") and behind[1:].isdecimal()
    )


def _is_marker(claim: Claim, variant: Side) -> bool:
    """A number that only begins an item of a list: "4. ...", "(4) ...", "Empat, ..."."""
    text, start, end = variant.page.text, claim.start, claim.end
    if text[end : end + 1] in ("\ufe0f", "\u20e3"):
        return True  # a digit on a key
    while start and text[start - 1] in " \t*•-(":
        start -= 1
    if (
        text[claim.start - 1 : claim.start] == "("
        and text[end : end + 1] == ")"
        and isinstance(claim.value, int)
    ):
        return "(1)" in text and (claim.value == 1 or f"({claim.value - 1})" in text)
    if text[end : end + 1] == ":" and _NUMBERED.search(
        variant.page.low, max(0, claim.start - 8), claim.start
    ):
        return True  # "Nomor 3: ..."
    begins = variant.page.sentences[variant.page.sentence(claim.start)][0] >= start
    spelt = not claim.text[:1].isdecimal()
    marks = (",", ":", ".", ")") if spelt else (".", ")")
    return begins and text[end : end + 1] in marks and text[end + 1 : end + 2] in (" ", "")
