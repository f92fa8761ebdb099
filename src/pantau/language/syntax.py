"""Reads a topic query: words, "phrases", prefix*, =exact, title: and text:, NEAR/n, AND OR NOT and parentheses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from pantau.domain.errors import PantauError
from pantau.language import abbreviations, tokens
from pantau.language.document import Field
from pantau.language.nodes import And, Near, Node, Not, Or, Prefix, Words

_SYMBOL = re.compile(
    r"""(?P<space>\s+)
      |(?P<open>\()
      |(?P<close>\))
      |(?P<field>[^\W\d]+):(?=\S)
      |(?P<exact>=(?=["\w]))
      |(?P<phrase>["“”«»][^"“”«»]*["“”«»])
      |(?P<quote>["“”«»])
      |(?P<word>[^\s()"“”«»]+)""",
    re.VERBOSE,
)
_FIELDS = {"title": Field.TITLE, "judul": Field.TITLE, "text": Field.TEXT, "isi": Field.TEXT}
_OPERATORS = {"AND", "OR", "NOT"}
_NEAR = re.compile(r"NEAR(?:/(.*))?")
_USUAL_DISTANCE = 10  # words between, where a query says NEAR alone
_FARTHEST = 100  # a paragraph; beyond it, AND means the same
_DEEPEST = 40  # parentheses within one another; far beyond any real query, short of Python's own limit
LONGEST = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Symbol:
    kind: str
    text: str
    at: int


def refuse(problem: str, position: int, found: str = "") -> NoReturn:
    """Say what is wrong with a query: `position` counts from 0, `place` from 1 as people do."""
    raise PantauError(f"query.syntax.{problem}", position=position, place=position + 1, found=found)


def _symbols(query: str) -> list[Symbol]:
    found = []
    for match in _SYMBOL.finditer(query):
        kind = match.lastgroup or "word"
        text = match.group(kind)
        if kind == "quote":
            refuse("quote", match.start(), query[match.start() :][:40])
        if kind == "word" and text in _OPERATORS:
            kind = text
        elif kind == "word" and _NEAR.fullmatch(text):
            kind = "NEAR"
        if kind != "space":
            found.append(Symbol(kind, text, match.start()))
    found.append(Symbol("end", "", len(query)))
    return found


class _Parser:
    """Recursive descent: OR binds weakest, then AND said or understood, then NOT, then NEAR."""

    def __init__(self, query: str) -> None:
        self._symbols = _symbols(query)
        self._next = 0
        self._depth = 0

    @property
    def _now(self) -> Symbol:
        return self._symbols[self._next]

    def _take(self) -> Symbol:
        symbol = self._now
        self._next += symbol.kind != "end"
        return symbol

    def whole(self) -> Node:
        if self._now.kind == "end":
            refuse("empty", 0)
        node = self._either(None)
        if self._now.kind == "close":
            refuse("closing", self._now.at, ")")
        return node

    def _either(self, field: Field | None) -> Node:
        parts = [self._both(field)]
        while self._now.kind == "OR":
            self._take()
            parts.append(self._both(field))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _both(self, field: Field | None) -> Node:
        start = self._now.at
        parts = [self._close(field)]
        while self._now.kind not in ("OR", "close", "end"):
            if self._now.kind == "AND":
                self._take()
            parts.append(self._close(field))
        if all(isinstance(part, Not) for part in parts):
            refuse("only-not", start)
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _close(self, field: Field | None) -> Node:
        """One thing, or several with NEAR between them."""
        places = [self._now]
        if self._now.kind == "NOT":
            return self._one(field)
        parts, distances = [self._one(field)], []
        while self._now.kind == "NEAR":
            distances.append(_distance(self._take()))
            places.append(self._now)
            if self._now.kind == "NOT":
                refuse("near-part", self._now.at, "NOT")
            parts.append(self._one(field))
        if not distances:
            return parts[0]
        _check_parts(parts, places)
        return Near(tuple(parts), tuple(distances))

    def _one(self, field: Field | None) -> Node:
        symbol = self._take()
        match symbol.kind:
            case "NOT":
                if self._now.kind == "NOT":
                    refuse("double-not", self._now.at, "NOT")
                return Not(self._close(field))
            case "open":
                return self._group(symbol, field)
            case "field":
                return self._fielded(symbol)
            case "exact":
                return self._words(self._take(), field, exact=True)
            case "word" | "phrase":
                return self._words(symbol, field, exact=False)
            case _:
                refuse("operand", symbol.at, symbol.text)

    def _group(self, opening: Symbol, field: Field | None) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            refuse("deep", opening.at, "(")
        node = self._either(field)
        if self._take().kind != "close":
            refuse("parenthesis", opening.at, "(")
        self._depth -= 1
        return node

    def _fielded(self, symbol: Symbol) -> Node:
        field = _FIELDS.get(symbol.text.lower())
        if field is None:
            refuse("field", symbol.at, symbol.text)
        if self._now.kind in _OPERATORS | {"field", "NEAR"}:
            refuse("operand", self._now.at, self._now.text)
        return self._one(field)

    def _words(self, symbol: Symbol, field: Field | None, *, exact: bool) -> Node:
        said = symbol.text.strip('"“”«»')
        prefix = symbol.kind == "word" and said.endswith("*")
        found = tokens.words(said)
        if not found:
            refuse("nothing", symbol.at, symbol.text)
        if prefix:
            return _prefixed(found, symbol, field)
        stems = tuple(token.stem for token in found)
        if exact:
            return Words(stems, tuple(token.word for token in found), field)
        return _with_equivalents(stems, field)


def _distance(symbol: Symbol) -> int:
    said = symbol.text.partition("/")[2]
    if symbol.text == "NEAR":
        return _USUAL_DISTANCE
    if not (said.isascii() and said.isdigit()) or len(said) > 3 or int(said) > _FARTHEST:
        refuse("near-distance", symbol.at, symbol.text)
    return int(said)


def _check_parts(parts: list[Node], places: list[Symbol]) -> None:
    """Only words have places to be near to, and two things in different fields are never near."""
    common = set(Field)
    for part, place in zip(parts, places, strict=True):
        if not _is_words(part):
            refuse("near-part", place.at, place.text)
        common &= _possible_fields(part)
        if not common:
            refuse("near-fields", place.at, place.text)


def _is_words(node: Node) -> bool:
    return isinstance(node, Words | Prefix) or (isinstance(node, Or) and all(map(_is_words, node.parts)))


def _possible_fields(node: Node) -> set[Field]:
    if isinstance(node, Words | Prefix):
        return set(Field) if node.field is None else {node.field}
    parts = node.parts if isinstance(node, Or) else ()
    return set[Field]().union(*map(_possible_fields, parts))


def _prefixed(found: list[tokens.Token], symbol: Symbol, field: Field | None) -> Node:
    if len(found) > 1:
        refuse("prefix", symbol.at, symbol.text)
    if len(found[0].word) < 2:
        refuse("short-prefix", symbol.at, symbol.text)
    return Prefix(found[0].word, field)


def _with_equivalents(stems: tuple[str, ...], field: Field | None) -> Node:
    forms = [stems, *abbreviations.equivalents(stems)]
    nodes: list[Node] = [Words(form, field=field) for form in forms]
    return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))


def parse(query: str) -> Node:
    """The tree of a query. Raises PantauError "query.syntax.*" with where it fails, as `refuse` tells."""
    if len(query) > LONGEST:
        refuse("long", LONGEST)
    return _Parser(query).whole()
