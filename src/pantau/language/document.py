"""A text made ready once for everything that is read from it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pantau.domain.story import Evidence
from pantau.language import tokens
from pantau.language.tokens import Token


class Field(StrEnum):
    TITLE = "title"
    TEXT = "text"


class Document:
    """Title and text of an article, plain; not to be changed once made.

    title_stems, text_stems  the stems in order
    stems                    all of them, as a set
    line(field)              the stems with spaces around (`tokens.line`), so that a phrase is a substring
    language                 what `detect` found, None until it was asked
    folded(field)            the same of the folded words; made when first asked for, as `tokens` are
    """

    __slots__ = (
        "_folded",
        "_places",
        "_tokens",
        "language",
        "lines",
        "stems",
        "text",
        "text_stems",
        "title",
        "title_stems",
    )

    def __init__(self, title: str, text: str = "") -> None:
        self.title = title
        self.text = text
        self.language: str | None = None
        title_line, text_line = tokens.line(title), tokens.line(text)
        self.lines = {Field.TITLE: title_line, Field.TEXT: text_line}
        self.title_stems = title_line.split()
        self.text_stems = text_line.split()
        self.stems = set(self.title_stems)
        self.stems.update(self.text_stems)
        self._folded: dict[Field, str] = {}
        self._tokens: dict[Field, list[Token]] = {}
        self._places: dict[Field, dict[str, list[int]]] = {}

    def content(self, field: Field) -> str:
        """The text of a field as it came: what offsets point into."""
        return self.title if field is Field.TITLE else self.text

    def evidence(self, field: Field, start: int, end: int) -> Evidence:
        """A place of a field as evidence: offsets count in the title, a line feed and the text after it.

        Without a title they count in the text alone.
        """
        shift = len(self.title) + 1 if field is Field.TEXT and self.title else 0
        return Evidence(self.content(field)[start:end], start + shift, end + shift)

    def line(self, field: Field) -> str:
        return self.lines[field]

    def folded(self, field: Field) -> str:
        if field not in self._folded:
            self._folded[field] = tokens.folded_line(self.content(field))
        return self._folded[field]

    def places(self, field: Field) -> dict[str, list[int]]:
        """Where each stem of a field stands."""
        if field not in self._places:
            found: dict[str, list[int]] = {}
            for at, stem in enumerate(self.title_stems if field is Field.TITLE else self.text_stems):
                found.setdefault(stem, []).append(at)
            self._places[field] = found
        return self._places[field]

    def tokens(self, field: Field) -> list[Token]:
        """The words of a field with their places; as many as it has stems."""
        if field not in self._tokens:
            self._tokens[field] = tokens.words(self.content(field))
        return self._tokens[field]

    def reread(self, spelling: Mapping[Field, str], instead: Mapping[str, str]) -> Document:
        """The same text in another spelling, field by field as long as it is written, some words for others.

        Its evidence points into, and shows, the text as it is written.
        """
        other = Document("")
        for field in (Field.TITLE, Field.TEXT):
            found = []
            for token in tokens.words(spelling[field]):
                word = instead.get(token.word)
                found.append(
                    token if word is None else Token(token.start, token.end, word, tokens.stem(word))
                )
            other._tokens[field] = found
            other.lines[field] = f" {' '.join(token.stem for token in found)} "
        other.title_stems = [token.stem for token in other._tokens[Field.TITLE]]
        other.text_stems = [token.stem for token in other._tokens[Field.TEXT]]
        other.stems = {*other.title_stems, *other.text_stems}
        other.title, other.text = self.title, self.text
        return other
