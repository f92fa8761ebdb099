"""What a topic query is made of: a tree that says whether a document fits and which words did it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pantau.language import near
from pantau.language.document import Document, Field
from pantau.language.near import Span

FIELDS = (Field.TITLE, Field.TEXT)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a document that a query asked for; `start` and `end` are indices into that field."""

    field: Field
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """One word or a phrase, by its stems; with `exact` by its folded words. `field` None: in either."""

    stems: tuple[str, ...]
    exact: tuple[str, ...] | None = None
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words, or stems of words, that begin so; folded."""

    prefix: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class Near:
    """Each part close to the one before it, in either order and inside one field.

    A part is `Words`, `Prefix` or an `Or` of those; `distances` say how many words may stand between two
    parts that follow one another, one fewer than parts.
    """

    parts: tuple[Node, ...]
    distances: tuple[int, ...]


Node = Words | Prefix | And | Or | Not | Near
Anchor = str | tuple[str, str]


def _fields(node: Words | Prefix) -> tuple[Field, ...]:
    return FIELDS if node.field is None else (node.field,)


def _has_words(node: Words, document: Document) -> bool:
    if node.stems[0] not in document.stems:  # the usual answer, at the price of one look-up
        return False
    if node.exact is None and node.field is None and len(node.stems) == 1:
        return True
    wanted = f" {' '.join(node.exact or node.stems)} "
    line = document.folded if node.exact else document.line
    return any(wanted in line(field) for field in _fields(node))


def _has_prefix(node: Prefix, document: Document) -> bool:
    wanted = f" {node.prefix}"
    return any(wanted in document.line(f) or wanted in document.folded(f) for f in _fields(node))


def holds(node: Node, document: Document) -> bool:
    """Whether a document fits."""
    match node:
        case Words():
            return _has_words(node, document)
        case Prefix():
            return _has_prefix(node, document)
        case And(parts):
            return all(holds(part, document) for part in parts)
        case Or(parts):
            return any(holds(part, document) for part in parts)
        case Not(part):
            return not holds(part, document)
        case Near(parts):
            return all(holds(part, document) for part in parts) and stand_near(node, document)


def hits(node: Node, document: Document) -> Iterator[Hit]:
    """The words that made a document fit, which it must; what is under NOT has none."""
    match node:
        case Words() | Prefix():
            yield from _places(node, document)
        case And(parts) | Or(parts):
            for part in parts:
                if holds(part, document):
                    yield from hits(part, document)
        case Near():
            yield from _near_places(node, document)
        case Not():
            return


def stand_near(node: Near, document: Document) -> bool:
    """Whether the parts, each of which the document has, stand close to one another in one of its fields."""
    return any(_chained(node, document, field)[0] for field in FIELDS)


def _chained(node: Near, document: Document, field: Field) -> list[list[Span]]:
    return near.chain([_spans(part, document, field) for part in node.parts], node.distances)


def _near_places(node: Near, document: Document) -> Iterator[Hit]:
    for field in FIELDS:
        for start, end in {span for spans in _chained(node, document, field) for span in spans}:
            yield _hit(document, field, start, end)


def _spans(node: Node, document: Document, field: Field) -> list[Span]:
    """Where the words of a part of `Near` stand in a field, in order, by their numbers in the document."""
    match node:
        case Words():
            return _word_spans(node, document, field) if field in _fields(node) else []
        case Prefix(prefix):
            numbers = _numbers(document, field) if field in _fields(node) else range(0)
            words, stems = document.words, document.run
            return [
                (at, at + 1) for at in numbers if words[at].startswith(prefix) or stems[at].startswith(prefix)
            ]
        case Or(parts):
            return sorted({span for part in parts for span in _spans(part, document, field)})
        case _:
            raise AssertionError("the parser lets nothing else stand in Near")


def _word_spans(node: Words, document: Document, field: Field) -> list[Span]:
    numbers = _numbers(document, field)
    wanted, run = (node.exact, document.words) if node.exact else (node.stems, document.run)
    spans = ((at, at + len(wanted)) for at in document.places(node.stems[0]))
    return [
        (start, end)
        for start, end in spans
        if numbers.start <= start and end <= numbers.stop and tuple(run[start:end]) == wanted
    ]


def _numbers(document: Document, field: Field) -> range:
    return range(*document.run_of(field).indices(len(document.run)))


def _places(node: Words | Prefix, document: Document) -> Iterator[Hit]:
    for field in _fields(node):
        for start, end in _spans(node, document, field):
            yield _hit(document, field, start, end)


def _hit(document: Document, field: Field, start: int, end: int) -> Hit:
    shift = document.begins(field)
    begin, stop = document.starts[start] - shift, document.ends[end - 1] - shift
    return Hit(field, begin, stop, document.content(field)[begin:stop])


def anchors(node: Node) -> frozenset[Anchor] | None:
    """Stems or pairs of stems one of which every fitting document has; None when there are none such."""
    match node:
        case Words((stem,)):
            return frozenset({stem})
        case Words(stems):
            return frozenset({max(pairwise(stems), key=_letters)})
        case And(parts) | Near(parts):
            known = [found for found in map(anchors, parts) if found is not None]
            return min(known, key=_breadth, default=None)
        case Or(parts):
            every = [anchors(part) for part in parts]
            return None if None in every else frozenset().union(*(found for found in every if found))
        case _:
            return None


def _letters(anchor: Anchor) -> int:
    return len("".join(anchor))


def _breadth(found: frozenset[Anchor]) -> tuple[int, int]:
    # Fewer first, then longer ones, which are rarer.
    return len(found), -min(map(_letters, found))


def narrowing(node: Node, *, surfaces: bool) -> str | None:
    """An FTS5 expression over columns `title` and `text` that every fitting document satisfies, or None."""
    match node:
        case Words(stems, exact, field):
            if not all(map(_is_plain, stems + (exact or ()))):
                return None
            parts = [_quoted(" ".join(stems), field)]
            # Surfaces beside the stems are not in order, so exact words are asked for one by one.
            if exact and surfaces:
                parts += [_quoted(word, field) for word in exact]
            return _all(parts)
        case Prefix(prefix, field):
            return f"{_quoted(prefix, field)}*" if surfaces and _is_plain(prefix) else None
        case And(parts) | Near(parts):
            return _all([said for part in parts if (said := narrowing(part, surfaces=surfaces))])
        case Or(parts):
            told = [narrowing(part, surfaces=surfaces) for part in parts]
            known = [said for said in told if said]
            return f"({' OR '.join(known)})" if len(known) == len(told) else None
        case Not():
            return None


def _is_plain(word: str) -> bool:
    # Beyond Latin letters, SQLite's idea of what a letter is may differ from ours.
    return all(letter < "\u0250" for letter in word)


def _all(parts: list[str]) -> str | None:
    return f"({' AND '.join(parts)})" if len(parts) > 1 else (parts[0] if parts else None)


def _quoted(words: str, field: Field | None) -> str:
    # Folded words hold letters and digits only; doubling quotes costs nothing and asks for no trust.
    said = '"' + words.replace('"', '""') + '"'
    return said if field is None else f"{field.value} : {said}"
