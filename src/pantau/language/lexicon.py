"""Words and phrases with a meaning, looked up in a document.

A lone word is filed under its stem, or under itself if it must be this very one; a phrase under its first two stems.
A document has the same three things as sets. What is in them of all that any lexicon listens for is found out once;
each lexicon then looks at these few only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from pantau.domain.story import Evidence
from pantau.language import tokens
from pantau.language.document import Document, Heard

T = TypeVar("T")

# What all lexicons listen for together. They only grow, so that their size tells whether a document was asked since.
_STEMS: set[str] = set()
_FORMS: set[str] = set()
_PAIRS: set[tuple[str, str]] = set()
_size = 0


_CHOICE = re.compile(r"\(([^)]*)\)")


class Found(NamedTuple, Generic[T]):
    """A phrase in a document: its first word is the one at `start`, the one at `end` comes after it."""

    start: int
    end: int
    value: T

    def evidence(self, document: Document) -> Evidence:
        return document.evidence(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    """A phrase by its number: its stems, and its words if they must be these very ones.

    `doubled` is a phrase with a hyphen as it is written: "asal-asalan" is not every "asal". One that `is_bare` stands
    wherever its stem does.
    """

    number: int
    stems: list[str]
    exact: list[str] | None
    doubled: str | None
    value: T
    length: int
    is_bare: bool


class Lexicon(Generic[T]):
    """Phrases with their values. A phrase is matched by its stems, or with a leading "=" by its very words.

    It may hold `alternatives`.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_stem: dict[str, list[_Entry[T]]] = {}
        self._by_form: dict[str, list[_Entry[T]]] = {}
        self._by_pair: dict[tuple[str, str], list[_Entry[T]]] = {}
        spelled = ((one, value) for phrase, value in entries for one in alternatives(phrase))
        for number, (phrase, value) in enumerate(spelled):
            self._file(number, phrase, value)
        self._stems = frozenset(self._by_stem)
        self._forms = frozenset(self._by_form)
        self._pairs = frozenset(self._by_pair)
        _STEMS.update(self._stems)
        _FORMS.update(self._forms)
        _PAIRS.update(self._pairs)
        global _size
        _size = len(_STEMS) + len(_FORMS) + len(_PAIRS)

    def _file(self, number: int, phrase: str, value: T) -> None:
        stems = tokens.stems(phrase)
        doubled = phrase.lstrip("=") if "-" in phrase else None
        exact = tokens.folded(phrase) if phrase.startswith("=") and doubled is None else None
        is_bare = len(stems) == 1 and exact is None and doubled is None
        entry = _Entry(number, stems, exact, doubled, value, len(stems), is_bare)
        if len(stems) > 1:
            self._by_pair.setdefault((stems[0], stems[1]), []).append(entry)
        elif exact is not None:
            self._by_form.setdefault(exact[0], []).append(entry)
        else:
            self._by_stem.setdefault(stems[0], []).append(entry)

    def occurs(self, document: Document) -> bool:
        """Whether some phrase may be there: its first two words are."""
        _, stems, forms, pairs = _heard(document)
        return not (
            self._forms.isdisjoint(forms) and self._pairs.isdisjoint(pairs) and self._stems.isdisjoint(stems)
        )

    def find(self, document: Document) -> list[Found[T]]:
        """Every phrase in a document in order; overlapping ones all, longer before shorter, else as they are listed."""
        _, stems, forms, pairs = _heard(document)
        begun: list[_Entry[T]] = []
        for stem in self._stems & stems:
            begun += self._by_stem[stem]
        for form in self._forms & forms:
            begun += self._by_form[form]
        for pair in self._pairs & pairs:
            begun += self._by_pair[pair]
        if not begun:
            return []
        found = [
            (start, -start - entry.length, entry.number, entry.value)
            for entry in begun
            for start in document.places(entry.stems[0])
            if entry.is_bare or _stands(entry, document, start, start + entry.length)
        ]
        found.sort()
        return [Found(start, -end, value) for start, end, _, value in found]


def alternatives(phrase: str) -> Iterator[str]:
    """What a phrase with choices stands for: "(cuma|hanya) janji" is "cuma janji" and "hanya janji"."""
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return (" ".join("".join(chosen).split()) for chosen in product(*choices))


def longest(found: Iterable[Found[T]]) -> list[Found[T]]:
    """Without phrases inside of others: "tidak puas" is not also "puas", nor "menteri hukum" any "menteri"."""
    kept: list[Found[T]] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def very(phrase: str) -> str:
    """A phrase whose lone words are taken as they stand, unless a star says that every form is meant.

    "terbantu" is praise, "bantuan" is not, though both have one stem.
    """
    if phrase.startswith("*"):
        return phrase[1:]
    return phrase if " " in phrase else f"={phrase}"


def _heard(document: Document) -> Heard:
    """What of a document any lexicon listens for: little, so that asking one after the other costs little."""
    heard = document.heard
    if heard is None or heard.size != _size:
        heard = Heard(_size, _STEMS & document.stems, _FORMS & document.forms, _PAIRS & document.pairs)
        document.heard = heard
    return heard


def _stands(entry: _Entry[T], document: Document, start: int, end: int) -> bool:
    if start < document.border < end:
        return False
    if end - start > 1 and document.run[start:end] != entry.stems:
        return False
    if entry.exact is not None and document.words[start:end] != entry.exact:
        return False
    return entry.doubled is None or _written(document, start, end) == entry.doubled


def _written(document: Document, start: int, end: int) -> str:
    return document.whole[document.starts[start] : document.ends[end - 1]].lower()
