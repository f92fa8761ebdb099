"""Claims that the house does not hold: grave words; clauses of new words, as a hint, for these may say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pantau.domain.claims import ClaimKind, DriftFinding, FindingKind, Severity
from pantau.language import tokens
from pantau.language.claims import lexicons
from pantau.narrative.drift import concepts, events, findings
from pantau.narrative.drift.amounts import amount
from pantau.narrative.drift.asides import is_supposed
from pantau.narrative.drift.holdings import Numbers
from pantau.narrative.drift.predicates import inside_names
from pantau.narrative.drift.sides import Side, Span

_LEAST, _SHARE = 3, 0.6
_DATED = (ClaimKind.DATE, ClaimKind.TIME)
_SHORTEST = 3
_WHOLLY = 0.9  # so many new words are a claim even beside a held figure
_HALF = 0.45  # so many new words are a promise of its own, if they are many
_REACH = 6  # words behind "karena" that tell the cause
_TO_COME = lexicons.words("to_come")
_OF_ALL = frozenset(("setiap", "tiap", "seluruh", "semua", "masing-masing"))
_CAUSES = lexicons.words("causes")
_RULES = frozenset(("harus", "wajib", "perlu", "akan", "dapat", "bisa"))  # a reason, no event
_FIRST = lexicons.words("superlatives")
_BETWEEN = frozenset(("antara", "semua", "seluruh", "pulau", "provinsi", "tingkat", "kawasan"))
_PAYING = frozenset(("=tanggung", "=bayar", "biaya", "=biaya"))
_MIXED = 3  # English words of a text that is half in English
_ENGLISH = lexicons.words("english")  # a chat that falls into English says in it what no list knows
_FOREIGN = re.compile(
    r"(?=\w{4}).*(?:ff|ll|ss|tt|pp|oo|ee|ck|th|sh|ph|gh|wh|ct|x|q|[^aeou\W]y$|(?!ng|ks)[^aeiou\W]{2}$)"
)
_VOWELS = re.compile(r"[aeiou]|(.)(?=\1)")


def check(variant: Side, numbers: Numbers) -> Iterator[DriftFinding]:
    """Grave words that the narrative lacks; clauses of new words, unless a figure of the narrative anchors them."""
    narrative = numbers.side
    yield from _agents(variant, narrative)
    known, bones = _known(narrative), _bones(narrative)
    named = inside_names(variant)
    fillers = _fillers()
    yield from _events(variant, narrative, known)
    yield from _records(variant, narrative)
    is_mixed = _is_mixed(variant)
    for span in variant.clauses.values():
        said = [at for at in range(span.first, span.last) if variant.is_content[at]]
        new = [
            at for at in said
            if at not in named and _is_new(variant, at, known) and not _is_typo(variant, at, bones)
        ]  # fmt: skip
        told = [at for at in new if variant.terms[at].concept not in fillers and _is_spelt_out(variant, at)]
        if is_mixed or not told or _asks(variant, span):
            continue
        is_anchored = _is_anchored(variant, span, numbers)
        because = _because(variant, span, said, told)
        if (_is_promise(variant, span, said, told) and not is_anchored) or because:
            yield _found(variant, min(because or told), max(because or told))
        elif (
            len(told) >= _LEAST
            and len(told) >= _SHARE * len(said)
            and (len(told) >= _WHOLLY * len(said) or not is_anchored)
            and _ENGLISH.isdisjoint(word.word for word in variant.page.words[span.first : span.last])
        ):
            yield _found(variant, min(told), max(told), Severity.INFO)


def _is_promise(variant: Side, span: Span, said: list[int], told: list[int]) -> bool:
    """Whether a clause says of somebody whom the narrative has what will be, or is of all, and is new.

    A clause that has nothing of the narrative may well say in other words what it has.
    """
    words = {word.word for word in variant.page.words[span.first : span.last]}
    if len(told) >= _WHOLLY * len(said) or not variant.is_asserted(told[0]):
        return False
    share = len(told) / len(said)
    if not words.isdisjoint(_TO_COME):
        return (len(told) > 1 and share >= _SHARE) or (len(told) > _LEAST and share >= _HALF)
    return not words.isdisjoint(_OF_ALL) and len(told) >= _LEAST and share >= _SHARE


def _because(variant: Side, span: Span, said: list[int], told: list[int]) -> list[int]:
    """The new words of a cause that the narrative does not give: "karena soalnya bocor"."""
    words = variant.page.words
    cause = next((at for at in range(span.first, span.last) if words[at].word in _CAUSES), -1)
    if cause < 0 or not variant.is_asserted(cause) or cause in variant.denied:
        return []
    behind = [at for at in said if cause < at <= cause + _REACH]
    new = [at for at in told if at in behind]
    is_rule = any(words[at].word in _RULES for at in range(cause, span.last))
    return new if len(new) > 1 and len(new) >= _SHARE * len(behind) and not is_rule else []


def _events(variant: Side, narrative: Side, known: frozenset[str]) -> Iterator[DriftFinding]:
    """Grave events that the narrative does not tell of."""
    for at, last in events.find(variant, narrative):
        if last == at and not _is_new(variant, at, known):
            continue
        if not is_supposed(variant, at) and not _asks(variant, variant.clauses[variant.clause_of[at]]):
            yield _found(variant, at, last)


def _records(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "Tertinggi di Pulau Kalimantan": the first of a field that the narrative does not name."""
    words = variant.page.words
    for at, word in enumerate(words[:-2]):
        if word.word not in _FIRST or not variant.is_asserted(at) or words[at + 1].word != "di":
            continue
        field = at + 2
        while words[field].word in _BETWEEN and field < len(words) - 1:
            field += 1
        if words[field].word not in narrative.vocabulary and (words[field].is_capital or field > at + 2):
            yield _found(variant, at, field)


def _is_anchored(variant: Side, span: Span, numbers: Numbers) -> bool:
    """Whether a clause has a figure that the narrative holds: what it says of it is said in other words."""
    start, end = variant.page.words[span.first].start, variant.page.words[span.last - 1].end
    if any(claim.start < end and start < claim.end for kind in _DATED for claim in variant.by_kind[kind]):
        return True
    return any(
        start <= claim.start < end
        and isinstance(claim.value, int | float)
        and numbers.same(claim, amount(claim))
        for claim in variant.quantities.get(variant.sentence_of[span.first], ())
    )


def _is_mixed(variant: Side) -> bool:
    """Whether a text is half in English, of which no list knows the words."""
    words = [word for word in variant.page.words if not word.is_capital]
    short = sum(word.word in _ENGLISH for word in words)
    return short >= _MIXED or short + sum(_is_foreign(word.word) for word in words) > _MIXED


@lru_cache(maxsize=20_000)
def _is_foreign(word: str) -> bool:
    return bool(_FOREIGN.match(word))


def _is_spelt_out(variant: Side, at: int) -> bool:
    """Whether a word is written as a word, and is no short form that a chat makes up."""
    word = variant.page.words[at].word
    return len(word) > _SHORTEST and word.isalpha() and len(_VOWELS.sub("", word)) < len(word) - 1


def _found(variant: Side, first: int, last: int, severity: Severity = Severity.WARNING) -> DriftFinding:
    return findings.of_words(FindingKind.CLAIM, variant, first, last, severity=severity)


def _known(narrative: Side) -> frozenset[str]:
    return narrative.vocabulary | frozenset(word.stem for word in narrative.page.words)


def _is_new(variant: Side, at: int, known: frozenset[str]) -> bool:
    word = variant.page.words[at]
    return variant.terms[at].concept not in known and word.word not in known and word.stem not in known


def _bones(narrative: Side) -> frozenset[str]:
    return frozenset(_bone(word.word) for word in narrative.page.words if len(word.word) > 3)


@lru_cache(maxsize=20_000)
def _bone(word: str) -> str:
    """A word without its vowels and doubled letters: how chats shorten it and fingers miss it."""
    return word[:1] + _VOWELS.sub("", word[1:])


def _is_typo(variant: Side, at: int, bones: frozenset[str]) -> bool:
    word = variant.page.words[at].word
    bone = _bone(word)
    return len(bone) > 2 and bone in bones


def _asks(variant: Side, span: Span) -> bool:
    """Whether a sentence asks, warns or calls upon the reader instead of claiming."""
    words = variant.sentence_words[variant.sentence_of[span.first]]
    return not words.isdisjoint(_calls()) or "?" in variant.source(span.first)


def _agents(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Somebody else doing, paying or bearing what the narrative says of another: "ditanggung keluarga"."""
    agents = lexicons.words("agents")
    for at, word in enumerate(variant.page.words):
        if word.word not in agents or not variant.is_content[at]:
            continue
        before = variant.page.words[at - 1] if at else None
        if (
            before is None
            or not (before.word == "oleh" or before.word.startswith("di"))
            or before.word == "di"
        ):
            continue
        verb = at - 2 if before.word == "oleh" else at - 1
        if word.word in narrative.vocabulary and variant.terms[verb].concept not in _PAYING:
            continue
        for other in narrative.places_of.get(variant.terms[verb].concept, []) if verb >= 0 else []:
            span = narrative.clauses[narrative.clause_of[other]]
            theirs = [one for one in range(other + 1, span.last) if narrative.page.words[one].word in agents]
            if any(narrative.page.words[one].word == word.word for one in theirs):
                break
            if theirs and variant.near(at) & narrative.near(other):
                yield findings.instead(FindingKind.CLAIM, variant, at, narrative, theirs[0])
                break


def _calls() -> frozenset[str]:
    return lexicons.words("calls")


@cache
def _fillers() -> frozenset[str]:
    return concepts.idle() | frozenset(tokens.stems(" ".join(sorted(lexicons.words("fillers")))))
