"""What goes into grouping and what comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pantau.language.document import Document

OPENING = 120  # words of a text: what a report is about it says in its first sentences
_LETTERS = 10  # for each of them, with what stands between


@dataclass(frozen=True, slots=True)
class Report:
    """An article as grouping sees it.

    id        the article's; also what breaks ties between reports of one moment
    at        when it was published, seconds since 1970 UTC
    places    official codes of the places that it is about, empty when it names none
    sites     establishments and systems that it names, as "lapas pontianak", "ahu online"
    """

    id: int
    at: float
    document: Document
    places: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a report went.

    similarity  0 to 1, to the story as it was; 0 for a story that begins with this report
    nearest     the report of that story that is most like it, among its latest ones
    copy_of     the first report whose text this one repeats nearly word for word
    """

    story: int
    similarity: float
    nearest: int | None
    is_new: bool
    copy_of: int | None = None


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Reports of one batch in the order in which they must be placed, however they came in."""
    return sorted(reports, key=lambda report: (report.at, report.document.title, report.id))


def opening(title: str, text: str) -> Document:
    """A report's document for grouping alone: of a long text, no more is read than its first words."""
    if len(text) <= OPENING * _LETTERS:
        return Document(title, text)
    short = Document(title, text[: text.rfind(" ", 0, OPENING * _LETTERS) + 1])
    return short if len(short.text_stems) >= OPENING else Document(title, text)
