"""Names in several forms, found in a page by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pantau.language import tokens
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading

_SHOUTED = 3  # a form of up to so many letters counts only in capitals: "MA" is a court, "ma" is none


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name: its words, what it stands for, whether a place's name follows it."""

    words: tuple[str, ...]
    meant: str
    named: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A form in a page; its words are those from `first` to before `last`."""

    form: Form
    first: int
    last: int


class Phrases:
    """Forms by their first word, longest first."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms: dict[str, list[Form]] = {}
        self._shouted: dict[str, Form] = {}
        for form in sorted(forms, key=lambda form: -len(form.words)):
            if form.capital:
                self._shouted[form.words[0]] = form
            else:
                self._forms.setdefault(form.words[0], []).append(form)

    def find(self, page: Reading) -> Iterator[Hit]:
        """Every form, the longest where several begin, none inside another."""
        words, end = page.words, 0
        shouted = {at for at in page.shouted if words[at].raw.lower() in self._shouted}
        for first in sorted(shouted.union(page.numbers_of(self._forms))):
            word = words[first]
            if first < end:
                continue
            if first in shouted:
                yield Hit(self._shouted[word.raw.lower()], first, first + 1)
                end = first + 1
                continue
            for form in self._forms.get(word.word, ()):
                last = first + len(form.words)
                if (
                    all(one.word == meant for one, meant in zip(words[first:last], form.words, strict=False))
                    and last <= len(words)
                    and not any(page.breaks[first : last - 1])
                ):
                    yield Hit(form, first, last)
                    end = last
                    break


@cache
def listed(name: str) -> Phrases:
    """The forms of resources/claims/<name>."""
    return Phrases(form for row in lexicons.rows(name) for form in _forms(row))


def _forms(row: tuple[str, ...]) -> Iterator[Form]:
    named = row[2:3] == ("+",)
    for said in [row[0], *filter(None, (row[1] if len(row) > 1 else "").split("|"))]:
        words = tuple(tokens.folded(said))
        capital = len(words) == 1 and len(said) <= _SHOUTED
        yield Form(words if capital else tuple(map(_plain, words)), row[0], named, capital)


def _plain(word: str) -> str:
    return lexicons.spelling().get(word, word)
