"""Words and phrases with a meaning, looked up in a document by stem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from pantau.domain.story import Evidence
from pantau.language import tokens
from pantau.language.document import Document, Field

T = TypeVar("T")
_FIELDS = (Field.TITLE, Field.TEXT)


class Found(NamedTuple, Generic[T]):
    """A phrase in a field: its first stem is the one at `start`, the one at `end` comes after it."""

    field: Field
    start: int
    end: int
    value: T

    def evidence(self, document: Document) -> Evidence:
        run = document.tokens(self.field)[self.start : self.end]
        return document.evidence(self.field, run[0].start, run[-1].end)


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    """A phrase: its stems, the same as they stand in a line, and its words if they must be these very ones.

    `doubled` is a phrase with a hyphen as it is written: "asal-asalan" is not every "asal".
    """

    stems: tuple[str, ...]
    line: str
    exact: tuple[str, ...] | None
    doubled: str | None
    value: T


class Lexicon(Generic[T]):
    """Phrases with their values. A phrase is matched by its stems, or with a leading "=" by its very words."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[_Entry[T]]] = {}
        for phrase, value in entries:
            stems = tuple(tokens.stems(phrase))
            exact = tuple(tokens.folded(phrase)) if phrase.startswith("=") else None
            doubled = phrase.lstrip("=") if "-" in phrase else None
            entry = _Entry(stems, f" {' '.join(stems)} ", None if doubled else exact, doubled, value)
            self._by_first.setdefault(stems[0], []).append(entry)
        self._firsts = frozenset(self._by_first)

    def occurs(self, document: Document) -> bool:
        """Whether a first word of some phrase is there: a cheap "maybe"."""
        return not self._firsts.isdisjoint(document.stems)

    def find(self, document: Document) -> list[Found[T]]:
        """Every phrase in a document, title first; overlapping ones all, longer before shorter."""
        firsts = self._firsts & document.stems
        if not firsts:
            return []
        found = [hit for field in _FIELDS for hit in self._in(document, field, firsts)]
        return sorted(found, key=lambda hit: (hit.field != Field.TITLE, hit.start, -hit.end))

    def _in(self, document: Document, field: Field, firsts: frozenset[str]) -> Iterator[Found[T]]:
        line, places = document.line(field), document.places(field)
        stems = document.title_stems if field is Field.TITLE else document.text_stems
        for first in firsts:
            starts = places.get(first)
            if starts is None:
                continue
            for entry in self._by_first[first]:
                length = len(entry.stems)
                if length > 1 and entry.line not in line:
                    continue
                for start in starts:
                    end = start + length
                    if length > 1 and tuple(stems[start:end]) != entry.stems:
                        continue
                    if _is_meant(entry, document, field, start, end):
                        yield Found(field, start, end, entry.value)


def _is_meant(entry: _Entry[T], document: Document, field: Field, start: int, end: int) -> bool:
    if entry.doubled is not None:
        run = document.tokens(field)[start:end]
        return document.content(field)[run[0].start : run[-1].end].lower() == entry.doubled
    if entry.exact is None:
        return True
    if end - start == 1:
        return entry.exact[0] == document.tokens(field)[start].word
    return entry.exact == _words(document, field, start, end)


def _words(document: Document, field: Field, start: int, end: int) -> tuple[str, ...]:
    return tuple(token.word for token in document.tokens(field)[start:end])
