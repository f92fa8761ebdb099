"""Negation, modality and certainty: the word that says it and what it is said of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading

_PASSED = lexicons.words("scope_passed")
_REACH = 4


@cache
def _marks() -> dict[str, tuple[ClaimKind, str]]:
    """Each word with its kind and class: "telah" is done, "diduga" a hedge."""
    told = lexicons.told("stance")
    kinds = {"negators": ClaimKind.NEGATION, "prohibitions": ClaimKind.NEGATION, "hedges": ClaimKind.CERTAINTY,
             "certain": ClaimKind.CERTAINTY}  # fmt: skip
    return {
        word: (kinds.get(group, ClaimKind.MODALITY), group)
        for group in reversed(told)
        for word in told[group]
        if " " not in word
    }


def find(page: Reading) -> Iterator[Claim]:
    """Each mark with the words that it bears on; `value` is its class, "done" of "telah"."""
    marks = _marks()
    for at in page.numbers_of(marks):
        word = page.words[at]
        kind, group = marks[word.word]
        subject = _scope(page, at)
        yield Claim(kind, page.text[word.start : word.end], word.start, word.end, word.word, group, subject)
    yield from _status(page)


def _scope(page: Reading, at: int) -> str:
    found: list[str] = []
    while at + 1 < len(page.words) and len(found) < _REACH and not page.breaks[at]:
        at += 1
        found.append(page.words[at].word)
        if page.words[at].word not in _PASSED and len(found) > 1:
            break
    return " ".join(found)


def _status(page: Reading) -> Iterator[Claim]:
    """What somebody is in a case, "saksi" or "tersangka"."""
    ranks = lexicons.told("stance")["status"]
    for at in page.numbers_of(ranks):
        word = page.words[at]
        before = " ".join(one.word for one in page.words[max(0, at - 3) : at])
        yield Claim(ClaimKind.CERTAINTY, word.raw, word.start, word.end, word.word, "status", before)
