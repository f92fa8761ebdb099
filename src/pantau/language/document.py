"""A text made ready once for everything that is read from it.

Its words stand in one run, those of the title first, each told by its number. What is looked up in a text is looked
up in three sets: its stems, its folded words ("forms"), and its pairs of neighbouring stems. Most of what is listened
for is in none of them, so that a whole word list costs little more than one intersection; places are sought only
for what is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from pantau.domain.story import Evidence
from pantau.language import tokens


class Heard(NamedTuple):
    """What of a document some lexicon listens for; `size` is that of all that was listened for when it was asked."""

    size: int
    stems: set[str]
    forms: set[str]
    pairs: set[tuple[str, str]]


class Field(StrEnum):
    TITLE = "title"
    TEXT = "text"


class Document:
    """Title and text of an article, plain; not to be changed once made.

    whole                    the title, a line feed and the text; the text alone if there is no title
    title_stems, text_stems  the stems in order
    run                      the stems of both in order
    border                   the number of the first word of the text
    language                 what `detect` found, None until it was asked
    heard                    what of it any lexicon listens for (`lexicon`), None until it was asked

    Made when first asked for:
    words                    the folded words, as many as there are stems
    starts, ends             where in `whole` each word begins and ends; of starts there is one more
    stems, forms, pairs      the stems, folded words, pairs of neighbouring stems, each as a set
    where                    the numbers of the words of each stem (`places`)
    """

    __slots__ = (
        "_parts",
        "border",
        "ends",
        "forms",
        "heard",
        "language",
        "pairs",
        "run",
        "starts",
        "stems",
        "text",
        "text_stems",
        "title",
        "title_stems",
        "where",
        "whole",
        "words",
    )
    words: list[str]
    starts: list[int]
    ends: list[int]
    stems: set[str]
    forms: set[str]
    pairs: set[tuple[str, str]]
    where: dict[str, list[int]]

    def __init__(self, title: str, text: str = "") -> None:
        self.title = title
        self.text = text
        self.language: str | None = None
        self.heard: Heard | None = None
        self.whole = f"{title}\n{text}" if title else text
        # Cut one by one: no word goes on behind a line feed.
        self._parts, self.title_stems = tokens.cut(f"{title}\n" if title else "")
        parts, self.text_stems = tokens.cut(text)
        self._parts[-1] += parts[0]
        self._parts += parts[1:]
        self.run = self.title_stems + self.text_stems
        self.border = len(self.title_stems)

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            # Reached for a slot that is still empty; once filled it is as quick as any other.
            if name == "stems":
                self.stems = set(self.run)
            elif name == "words":
                self.words = tokens.folded_of(self._parts[1::2])
            elif name in _PLACES:
                places = list(accumulate(map(len, self._parts)))
                self.starts, self.ends = places[0::2], places[1::2]
            elif name in _SETS:
                self.forms = set(self.words)
                self.pairs = {*pairwise(self.title_stems), *pairwise(self.text_stems)}
            elif name == "where":
                self.where = _where(self.run)
            else:
                raise AttributeError(name)
            return getattr(self, name)

    def content(self, field: Field) -> str:
        """The text of a field as it came."""
        return self.title if field is Field.TITLE else self.text

    def begins(self, field: Field) -> int:
        """The index in `whole` at which a field begins."""
        return len(self.title) + 1 if field is Field.TEXT and self.title else 0

    def run_of(self, field: Field) -> slice:
        """The words of a field."""
        return slice(self.border) if field is Field.TITLE else slice(self.border, None)

    def evidence(self, start: int, end: int) -> Evidence:
        """Words as evidence, from one up to another; offsets are those of `whole`."""
        return self.quote(self.starts[start], self.ends[end - 1])

    def between(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self.whole[self.ends[at - 1] : self.starts[at]]

    def quote(self, start: int, end: int) -> Evidence:
        """A part of `whole` as evidence."""
        return Evidence(self.whole[start:end], start, end)

    def before(self, start: int, count: int) -> list[str]:
        """The stems of so many words before one, of the same field."""
        first = self.border if start >= self.border else 0
        return self.run[max(first, start - count) : start]

    def behind(self, end: int, count: int) -> list[str]:
        """The stems of so many words from one on, of the same field as the word before it."""
        last = self.border if end <= self.border else len(self.run)
        return self.run[end : min(last, end + count)]

    def places(self, stem: str) -> Sequence[int]:
        """The numbers of the words of a stem, in order; not to be changed."""
        return self.where.get(stem, ())

    @property
    def lines(self) -> dict[Field, str]:
        return {field: self.line(field) for field in Field}

    def line(self, field: Field) -> str:
        """The stems of a field with spaces around (`tokens.line`), so that a phrase is a substring."""
        return f" {' '.join(self.run[self.run_of(field)])} "

    def folded(self, field: Field) -> str:
        """As `line`, but the folded words."""
        return f" {' '.join(self.words[self.run_of(field)])} "

    def respelt(self, title: str, text: str) -> Document:
        """As if it were spelt so, which is as long as it is written; evidence shows what is written."""
        other = Document(title, text)
        other.title, other.text, other.whole = self.title, self.text, self.whole
        return other

    def instead(self, known: Mapping[str, str]) -> Document:
        """With some folded words read as others; evidence shows what is written."""
        other = Document.__new__(Document)
        for name in _AS_WRITTEN:
            setattr(other, name, getattr(self, name))
        other.heard = None
        other.words = [known.get(word, word) for word in self.words]
        other.run = [
            stem if word is was else tokens.stem(word)
            for stem, word, was in zip(self.run, other.words, self.words, strict=True)
        ]
        other.title_stems, other.text_stems = other.run[: self.border], other.run[self.border :]
        return other


def _where(run: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, stem in enumerate(run):
        if stem in found:  # quicker than to set a default
            found[stem].append(at)
        else:
            found[stem] = [at]
    return found


_AS_WRITTEN = ("title", "text", "whole", "starts", "ends", "border", "language")
_PLACES, _SETS = {"starts", "ends"}, {"forms", "pairs"}
