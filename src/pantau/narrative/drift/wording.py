"""Phrases that must not be used, and facts that hold no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind, Severity
from pantau.narrative.drift.findings import of_claim
from pantau.narrative.drift.sides import Side

_MOSTLY = 0.6
_VALUES = (
    ClaimKind.FIGURE,
    ClaimKind.MONEY,
    ClaimKind.PERCENTAGE,
    ClaimKind.DATE,
    ClaimKind.TIME,
    ClaimKind.DURATION,
)
_SUPPOSED = (FindingKind.FIGURE, FindingKind.MONEY, FindingKind.DATE, FindingKind.TIME)
_CASE = re.compile(  # what somebody who asks tells of himself
    r"^[^\w\n]*(?:tanya|t|q|pertanyaan|warga|pemohon|penanya)\s*:[^\n]*\b(?:saya|aku|kami|anak\s+saya)\b[^\n]*$",
    re.I | re.M,
)
_TURNED = (FindingKind.NEGATION, FindingKind.MODALITY)
_NOT_YET = re.compile(
    r"\b(?:tidak|tak|belum|ga|gak|nggak|blm)\b.*\b(?:sebelum|sampai|hingga)\b|\b(?:sebelum|sampai|hingga)\b.*\b(?:tidak|tak|belum)\b"
)
_AS_OF = re.compile(r"\b(?:mulai|sejak|per|terhitung|setelah|sesudah)\b")
_CALLED_OLD = frozenset(
    ("berlaku", "dipakai", "digunakan", "diralat", "lama", "diganti", "dicabut", "usang", "sebelumnya")
)
_OUTSIDE = re.compile(
    r"(?<!tidak )(?<!tak )\b(?:di bawah|di atas|kurang dari|lebih dari|belum genap|belum)\s+(?:usia\s+|umur\s+)?(\d+)"
)
_LEFT = re.compile(
    r"(?:tidak|tak|sudah\s+tidak)\s+(?:lagi\s+)?(?:berlaku|sah|valid)|diralat|\b(?:usang|gugur|dicabut|dibatalkan|dikoreksi)\b|\blama\b|sebelumnya|bukan|semula|hoaks|keliru|terdahulu"
    r"|tidak\s+(?:lagi\s+)?dipakai|salah\s+hitung|salah\s+tulis|sempat\s+(?:kami|dimuat|diunggah|ditulis|disebut)|mengoreksi|koreksi|ralat|pernah\s+disebut"
    r"|\b(?:sudah|telah)\s+di(?:perbarui|perbaharui|ganti|revisi|mutakhirkan|koreksi|ubah|tarik|hapus|cabut)"
    r"|\b(?:tidak|tak|jangan|usah)\s+(?:\w+\s+){0,2}(?:lagi|dipakai|digunakan|pakai|gunakan|dikutip|kutip|disebut|benar)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _read(sentence: str) -> Side:
    """A sentence of a narrative, read once for all the texts that are held against it."""
    return Side(sentence)


def forbidden(variant: Side, phrases: Sequence[str]) -> Iterator[DriftFinding]:
    """Every use of a forbidden phrase, whatever its case and spaces."""
    for phrase in phrases:
        words = phrase.split()
        if not words:
            continue
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?:nya)?(?!\w)"
        for match in re.finditer(pattern, variant.page.text, re.IGNORECASE):
            yield DriftFinding(
                FindingKind.FORBIDDEN, match.group(), match.start(), match.end(), "", "", "", Severity.ERROR
            )


def standing(
    found: Sequence[DriftFinding], side: Side, sentences: Sequence[str], narrative: Side
) -> list[DriftFinding]:
    """Without those of values that the variant itself calls old, as the narrative does."""
    return [
        one for one in found if not any(_is_left(one, side, sentence, narrative) for sentence in sentences)
    ]


def supposed(found: Sequence[DriftFinding], side: Side) -> list[DriftFinding]:
    """Without those of values in a reader's own case: "Tanya: Saya sudah membayar pukul 19.00. Apakah ...?"."""
    spans = [match.span() for match in _CASE.finditer(side.page.text)]
    return [
        one
        for one in found
        if one.kind not in _SUPPOSED or not any(start <= one.start < end for start, end in spans)
    ]


def complementary(found: Sequence[DriftFinding], side: Side) -> list[DriftFinding]:
    """Without denials that only turn a limit about: "belum bisa sebelum 9 November" of "dapat mulai 9 November"."""
    return [one for one in found if one.kind not in _TURNED or not _turns_limit(one, side)]


def _turns_limit(one: DriftFinding, side: Side) -> bool:
    said = side.plain_sentence(one.start)
    if _NOT_YET.search(said) and _AS_OF.search(one.source.lower()):
        return True
    outside = _OUTSIDE.search(said)
    if outside and any(one[1] == outside[1] for one in _OUTSIDE.finditer(one.source.lower())):
        return False  # both speak of those outside
    return outside is not None and outside[1] in re.findall(r"\d+", one.source)


def _is_left(one: DriftFinding, side: Side, sentence: str, narrative: Side) -> bool:
    """Whether what a finding doubts is a value, or the words, of an old sentence, and the variant calls it old."""
    mine = [claim for claim in side.claims if claim.start < one.end and one.start < claim.end]
    is_right = any(_is_put_right(claim, side, narrative) for claim in mine if claim.kind in _VALUES)
    if not is_right and not _LEFT.search(side.plain_sentence(one.start)):
        return False
    old = _read(sentence)
    if any(_is_told(claim, old) for claim in mine if claim.kind in _VALUES):
        return True
    digits = re.findall(r"\d+", one.text)
    values = set(digits or re.findall(r"\w+", one.text.lower()))
    return bool(values) and values <= set(re.findall(r"\d+" if digits else r"\w+", sentence.lower()))


def _is_told(claim: Claim, old: Side) -> bool:
    """Whether a text has a claim's value, or one end of a span that is it."""
    return any(
        claim.value in (told.value, told.high) and (claim.high is None or claim.high == told.high)
        for told in old.by_kind[claim.kind]
    )


def _repeated(variant: Side, sentences: Sequence[str], narrative: Side) -> Iterator[DriftFinding]:
    """What was said once, said again in its own words: "masih buron"."""
    for sentence in sentences:
        said = re.split(r"\bbahwa\b|:", sentence, maxsplit=1)[-1]
        old = _read(said)
        if any(old.by_kind[kind] for kind in _VALUES):
            continue  # the value is what is old
        words = {word.word for at, word in enumerate(old.page.words) if old.is_content[at]} - _CALLED_OLD
        new = words - {word.word for word in narrative.page.words}
        for at, word in enumerate(variant.page.words):
            if (
                word.word not in new
                or at in variant.denied
                or _LEFT.search(variant.plain[variant.sentence_of[at]])
            ):
                continue
            around = variant.sentence_words[variant.sentence_of[at]]
            if len(words & around) >= _MOSTLY * len(words):
                start, end = word.start, word.end
                yield DriftFinding(
                    FindingKind.OUTDATED,
                    variant.page.text[start:end],
                    start,
                    end,
                    "",
                    sentence,
                    "",
                    Severity.ERROR,
                )


def outdated(variant: Side, sentences: Sequence[str], narrative: Side) -> Iterator[DriftFinding]:
    """Values that the narrative says were true once, where the variant says them as if they still were."""
    yield from _repeated(variant, sentences, narrative)
    for sentence in sentences:
        old = _read(sentence)
        for kind in _kinds(old):
            for claim in variant.by_kind[kind]:
                if not _is_told(claim, old) or _is_told(claim, narrative):
                    continue
                if _LEFT.search(variant.plain_sentence(claim.start)) or _is_put_right(
                    claim, variant, narrative
                ):
                    continue
                made = of_claim(FindingKind.OUTDATED, claim, None, narrative)
                yield replace(made, source=sentence)


def _is_put_right(claim: Claim, variant: Side, narrative: Side) -> bool:
    """Whether the value that holds stands beside an old one: "dari 4.100 menjadi 3.480"."""
    sentence = variant.page.sentence(claim.start)
    return any(
        other is not claim
        and other.unit == claim.unit
        and variant.page.sentence(other.start) == sentence
        and _is_told(other, narrative)
        for other in variant.by_kind[claim.kind]
    )


def _kinds(old: Side) -> Iterator[ClaimKind]:
    """The kinds of values that a sentence calls old; a day beside others is that of a release: "rilis 7 November"."""
    for kind in _VALUES:
        is_alone = kind is not ClaimKind.DATE or not any(
            old.by_kind[one] for one in _VALUES if one is not kind
        )
        if old.by_kind[kind] and is_alone:
            yield kind
