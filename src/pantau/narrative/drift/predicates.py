"""What a word is in its clause: a deed, a doer or a thing, affirmed, awaited or told of others."""

from __future__ import annotations

from pantau.domain.claims import ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.sides import NEGATORS, STATUS, Side, Span

_OTHERS = frozenset(("lainnya", "lain", "sisanya", "selebihnya"))
_AFFIRMING = frozenset(
    (
        "ditetapkan",
        "menetapkan",
        "sudah",
        "telah",
        "ada",
        "dinyatakan",
        "terbukti",
        "memang",
        "resmi",
    )
)
_FINDING = frozenset(("menemukan", "ditemukan", "mendapati", "terdapat", "terjadi", "mendeteksi", "memiliki"))
_PEOPLE = lexicons.words("people") - STATUS
_GRAVER = lexicons.words("graver")
_SUFFERED = frozenset(
    ("kehilangan", "kecurian", "kemalingan", "kebanjiran", "kelaparan", "ketahuan", "kedapatan")
)
_CARRYING = lexicons.words("carrying")  # "tidak mencakup pendampingan" denies what the noun says
_NOMINAL = ("ke", "pe", "per")
_EXPECTED = frozenset(("diperkirakan", "diharapkan", "diprediksi"))
_FUTURE = frozenset(lexicons.told("stance")["future"])
_UNDOING = lexicons.words("undoing")
_TOPICS = frozenset(("soal", "mengenai", "tentang", "terkait", "ihwal", "perihal", "berbeda", "beda", "lain"))
_ONCE_MORE = frozenset(("lagi", "kembali"))
_MUST = frozenset(lexicons.told("stance")["must"])
_VERBAL = ("di", "me", "ber", "ter")


def is_doer(side: Side, at: int) -> bool:
    """ "pengganti", "pemeriksa": who or what does it, and no deed."""
    word = side.page.words[at]
    bare = word.word.removesuffix("nya")
    return bare.startswith("pe") and not bare.endswith("an") and bare != word.stem


def inside_names(side: Side) -> set[int]:
    """Words that are part of a name, an office or a place."""
    return set(side.named)


def is_told(side: Side, at: int) -> bool:
    """Whether a noun is said to be: not that of "harga acuan belum ditetapkan" or of "soal pungli, ..."."""
    words = side.page.words
    first, last = _segment(side, at)
    if any(word.word in _TOPICS for word in words[max(first, at - 2) : at]):
        return False
    if any(words[one].word in _UNDOING and one != at for one in range(first, last)):
        return False  # "hak kunjungan dicabut" denies it too
    if words[at].word.startswith(_VERBAL) or side.terms[at].concept in _GRAVER:
        return True
    others = {words[one].word for one in range(first, last)}
    return others.isdisjoint(NEGATORS | _MUST) or affirms(side, at)


def _segment(side: Side, at: int) -> tuple[int, int]:
    """The words between the marks around a word."""
    first = last = at
    while first > 0 and not side.page.breaks[first - 1]:
        first -= 1
    while not side.page.breaks[last]:
        last += 1
    return first, last + 1


def is_to_come(side: Side, at: int) -> bool:
    """Whether a clause tells of what will be, or is expected to."""
    span = side.clauses[side.clause_of[at]]
    return any(side.page.words[one].word in _FUTURE | _EXPECTED for one in range(span.first, span.last))


def is_pending(side: Side, at: int) -> bool:
    """Whether "belum" stands before a word, or "belum ada" behind it."""
    words = side.page.words
    behind = [word.word for word in words[at + 1 : at + 3]]
    return behind == ["belum", "ada"] or any(word.word == "belum" for word in words[max(0, at - 4) : at])


def is_phase(side: Side, at: int) -> bool:
    """Whether something is shut or begins at a time, or once more: at another it is not."""
    span = side.clauses[side.clause_of[at]]
    words = side.page.words[span.first : span.last]
    start, end = words[0].start, words[-1].end
    is_dated = any(side.within(kind, start, end) for kind in (ClaimKind.DATE, ClaimKind.TIME))
    return is_dated or any(word.word in _ONCE_MORE for word in words)


def is_timed(side: Side, at: int) -> bool:
    """Whether a figure, day or hour stands in a word's clause."""
    span = side.clauses[side.clause_of[at]]
    words = side.page.words[span.first : span.last + 4]
    return any(side.page.taken[word.start] for word in words)


def is_noun(side: Side, at: int) -> bool:
    """Whether a word only names what its stem says: "kelengkapan data" does not say that they are complete."""
    word = side.page.words[at].word.removesuffix("nya")
    return (
        word not in _SUFFERED
        and word.startswith(_NOMINAL)
        and word.endswith("an")
        and not side.terms[at].concept.startswith("=")
    )


def is_modifier(side: Side, at: int) -> bool:
    """Whether a bare root only says which people are meant: "petugas jaga"."""
    word = side.page.words[at]
    return (
        at > 0
        and side.terms[at - 1].concept in _PEOPLE
        and not side.page.breaks[at - 1]
        and word.word == word.stem
        and at + 1 < len(side.terms)
        and not side.page.breaks[at]
        and side.is_content[at + 1]
    )


def differ_in_figures(variant: Side, at: int, narrative: Side, other: int) -> bool:
    """ "45 pasal disepakati" and "27 belum" speak of different ones: no flip."""
    mine, theirs = figures(variant, at), figures(narrative, other)
    if mine and _speaks_of_others(variant, at) and not _speaks_of_others(narrative, other):
        return True
    return bool(mine) and bool(theirs) and not mine & theirs


def _speaks_of_others(side: Side, at: int) -> bool:
    return not _OTHERS.isdisjoint(side.sentence_words[side.sentence_of[at]])


def figures(side: Side, at: int) -> set[float]:
    """The figures, shares and sums of a word's clause."""
    key = ("figures", side.clause_of[at])
    if key not in side.memory:
        side.memory[key] = _figures(side, side.clauses[side.clause_of[at]])
    found: set[float] = side.memory[key]
    return found


def _figures(side: Side, span: Span) -> set[float]:
    start, end = side.page.words[span.first].start, side.page.words[span.last - 1].end
    return {
        float(claim.value)
        for kind in (ClaimKind.FIGURE, ClaimKind.PERCENTAGE, ClaimKind.MONEY)
        for claim in side.within(kind, start, end)
        if isinstance(claim.value, int | float)
    }


def affirms(side: Side, at: int) -> bool:
    """Whether a word is said to be so in so many words: "sudah", "telah", "ada", "dinyatakan"."""
    span = side.clauses[side.clause_of[at]]
    before = side.page.words[max(span.first, at - 5) : at]
    if any(word.word in _AFFIRMING for word in before):
        return True
    if at > span.first and before[-1].word in _FINDING:
        return True
    return any(word.word in _CARRYING for word in side.page.words[max(span.first, at - 2) : at])


def is_without(side: Side, at: int) -> bool:
    """Whether a word hangs on "tanpa", which denies no more than it."""
    return any(word.word == "tanpa" for word in side.page.words[max(0, at - 2) : at])


def partners(side: Side, place: int) -> list[int]:
    """The other content words under the negator of a word."""
    clause = side.clause_of[place]
    return [
        one for one in side.denied if one != place and side.clause_of[one] == clause and side.is_content[one]
    ]


def denies(side: Side, at: int) -> bool:
    """Whether a clause denies something else than this word of it."""
    span = side.clauses[side.clause_of[at]]
    return any(
        side.page.words[one].word in NEGATORS and side.page.words[one].word != "tanpa"
        for one in range(span.first, span.last)
    )
