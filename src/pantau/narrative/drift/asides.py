"""Where a word is told otherwise than as a plain fact: asked, awaited, excepted, of some only, of a manner."""

from __future__ import annotations

from pantau.domain.claims import ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.clauses import is_verbal
from pantau.narrative.drift.denials import NEGATORS
from pantau.narrative.drift.sides import Side

_REQUESTS = frozenset(
    ("diminta", "meminta", "diimbau", "mengimbau", "mohon", "dimohon", "jangan", "hendaknya")
)
_AFTER = frozenset(("setelah", "sesudah", "seusai", "usai"))  # what stands behind has been, or is awaited
_CONDITIONS = frozenset(
    ("sampai", "hingga", "jika", "bila", "apabila", "kalau", "sebelum", "selama", "asal", "asalkan")
)
_EXCEPTIONS = frozenset(("selain", "kecuali"))
_MANNERS = frozenset(
    ("cuma-cuma", "langsung", "otomatis", "sembarangan", "begitu", "secara", "serta-merta", "sembarang")
)
_FRESH = frozenset(("akan", "dapat", "bisa", "wajib", "harus"))  # the predicate begins behind it
_WAITING = lexicons.words("waiting")
_REACH = 5
_NEAR = 4  # words between "yang" and what it says of somebody


def is_blurred(side: Side, at: int) -> bool:
    """Whether a word stands in a question, behind a condition or a wait, or in a title that nobody speaks."""
    return side.sentence_of[at] in side.asking or is_awaited(side, at) or at in shown(side)


def is_blurred_denial(side: Side, at: int) -> bool:
    """Whether a denial is of some only, has an exception, or denies no more than the manner."""
    return is_of_some(side, at) or is_excepted(side, at) or is_of_manner(side, at) or is_no_more(side, at)


def is_awaited(side: Side, at: int) -> bool:
    """Whether a word stands behind one that makes it a condition: "bila putusan berkekuatan hukum tetap"."""
    return any(word in _CONDITIONS or word in _WAITING for word in _opening(side, at))


def is_afterwards(side: Side, at: int) -> bool:
    """Whether a word stands behind "setelah"."""
    return any(word in _AFTER for word in _opening(side, at))


def _opening(side: Side, at: int) -> list[str]:
    span = side.clauses[side.clause_of[at]]
    return [word.word for word in side.page.words[max(0, span.first - 1, at - _REACH) : at]]


def is_request(side: Side, at: int) -> bool:
    """ "diminta tidak menangkap sendiri" denies of nobody that he was caught."""
    span = side.clauses[side.clause_of[at]]
    return any(word.word in _REQUESTS for word in side.page.words[max(span.first, at - _REACH) : at])


def is_of_some(side: Side, at: int) -> bool:
    """ "pemohon yang belum dilayani" says of others that they were."""
    words = side.page.words
    for back in range(at - 1, max(0, at - _REACH), -1):
        if words[back].word in _FRESH:
            return False  # of "yang tidak melapor akan dikenai denda" the fine is of all those
        if words[back].word in NEGATORS:
            return words[back - 1].word in ("yang", "lainnya", "sisanya") and not _is_nobody(side, back - 1)
    return False


def _is_nobody(side: Side, at: int) -> bool:
    """Whether a word of none stands before: "tidak ada data yang tidak aman"."""
    return any(
        side.page.words[one].word in NEGATORS and side.sentence_of[one] == side.sentence_of[at]
        for one in range(max(0, at - _REACH), at)
    )


def is_joined_to_denial(side: Side, at: int) -> bool:
    """ "tidak dapat mengunggah berkas dan memilih jadwal": the second verb may be denied as the first is."""
    number = side.clause_of[at]
    if number not in side.sharing or at in side.denied:
        return False
    before = side.clauses[number - 1]
    return any(
        is_verbal(side.page.words[one].word) for one in range(before.first, before.last) if one in side.denied
    )


def is_excepted(side: Side, at: int) -> bool:
    """ "tidak dipungut biaya selain tarif resmi"."""
    number = side.sentence_of[at]
    words = side.page.words
    return any(
        words[one].word in _EXCEPTIONS
        for one in range(at + 1, min(at + 2 * _REACH, len(words)))
        if side.sentence_of[one] == number
    )


def is_of_manner(side: Side, at: int) -> bool:
    """ "tidak diberikan cuma-cuma": it was given."""
    behind = at + 1
    return (
        behind < len(side.page.words)
        and not side.page.breaks[at]
        and side.page.words[behind].word in _MANNERS
    )


def is_supposed(variant: Side, at: int, gap: int = 0) -> bool:
    """ "Yang lalai bisa diblokir" says of nobody that he was careless.

    gap     words behind it that still belong to it: "terbukti akan bekerja"
    """
    span = variant.clauses[variant.clause_of[at]]
    words = variant.page.words
    begins = [one for one in range(max(span.first, at - _NEAR), at) if words[one].word in ("yang", "siapa")]
    if not begins:
        return False
    return any(
        (mode := variant.mode(one, 1)) and mode[0] in ("may", "must", "future") and mode[1] > at + gap
        for one in range(at + 1, min(at + 2 * _NEAR, len(words)))
    )


def is_no_more(side: Side, at: int) -> bool:
    """ "bukan di Jalan Cenderawasih lagi" says that it was there."""
    words = side.page.words
    span = side.clauses[side.clause_of[at]]
    is_not = any(word.word == "bukan" for word in words[max(span.first, at - 3) : at])
    return is_not and any(word.word == "lagi" for word in words[at + 1 : min(at + 4, span.last)])


def shown(side: Side) -> set[int]:
    """Words of quotations that nobody speaks: titles and rumours, which the text need not hold true."""
    if "shown" not in side.memory:
        found: set[int] = set()
        for claim in side.by_kind[ClaimKind.QUOTE]:
            if not claim.subject:
                found.update(range(side.page.at(claim.start), side.page.at(claim.end)))
        side.memory["shown"] = found
    words: set[int] = side.memory["shown"]
    return words
