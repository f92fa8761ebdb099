"""What changed between two versions of a house, word by word, for whoever has to approve the later one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from pantau.domain.issue import House

# Words and the marks between them apart, so that a changed figure shows alone.
_PIECES = re.compile(r"\s+|\w+(?:[.,]\d+)*|[^\w\s]")
_LONGEST = 20_000  # characters compared word by word; a longer text is shown as replaced


class Part(StrEnum):
    UMBRELLA = "umbrella"
    FIRST = "message-1"
    SECOND = "message-2"
    THIRD = "message-3"


class Kind(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A part that differs. Pieces that are not GONE make the later text, those that are not NEW the earlier."""

    part: Part
    pieces: tuple[Piece, ...]


def changes(before: House, after: House) -> tuple[Change, ...]:
    """The parts that differ, in their order. Against an empty House everything is new."""
    earlier, later = (before.umbrella, *before.messages), (after.umbrella, *after.messages)
    return tuple(
        Change(part, pieces(old, new))
        for part, old, new in zip(Part, earlier, later, strict=True)
        if old != new
    )


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """How one text became the other."""
    if len(before) + len(after) > _LONGEST:
        return _kept(Piece(Kind.GONE, before), Piece(Kind.NEW, after))
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    found: list[Piece] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece(Kind.SAME, "".join(old[i:j])))
        else:
            found += [Piece(Kind.GONE, "".join(old[i:j])), Piece(Kind.NEW, "".join(new[k:m]))]
    return _kept(*found)


def _kept(*found: Piece) -> tuple[Piece, ...]:
    return tuple(piece for piece in found if piece.text)
