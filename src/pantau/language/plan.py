"""Query trees made into predicates, so that asking a document costs little more than a few look-ups.

Single words, most of any query, are gathered into sets: an OR of fifty of them is one question.
"""

from __future__ import annotations

from collections.abc import Callable

from pantau.language.document import Document, Field
from pantau.language.nodes import FIELDS, And, Near, Node, Not, Or, Prefix, Words, stand_near

Predicate = Callable[[Document], bool]


def plan(node: Node) -> Predicate:
    """Whether a document fits a tree, as a function to be called often."""
    match node:
        case Words():
            return _words(node)
        case Prefix():
            return _prefix(node)
        case Not(part):
            inner = plan(part)
            return lambda document: not inner(document)
        case And(parts):
            return _every(parts)
        case Or(parts):
            return _some(parts)
        case Near(parts):
            # Nearly every document lacks one of the parts, which costs a few look-ups to see.
            has_all = _every(parts)
            return lambda document: has_all(document) and stand_near(node, document)


def _single(node: Node) -> str | None:
    """The stem of a node that asks for one word anywhere by its stem."""
    if isinstance(node, Words) and node.exact is None and node.field is None and len(node.stems) == 1:
        return node.stems[0]
    return None


def _words(node: Words) -> Predicate:
    if (stem := _single(node)) is not None:
        return lambda document: stem in document.stems
    needed = frozenset(node.stems)
    exact, fields = node.exact is not None, _fields(node)
    wanted = f" {' '.join(node.exact or node.stems)} "

    def holds(document: Document) -> bool:
        if not needed <= document.stems:
            return False
        line = document.folded if exact else document.line
        return any(wanted in line(field) for field in fields)

    return holds


def _prefix(node: Prefix) -> Predicate:
    wanted, fields = f" {node.prefix}", _fields(node)

    def holds(document: Document) -> bool:
        return any(wanted in document.line(field) or wanted in document.folded(field) for field in fields)

    return holds


def _fields(node: Words | Prefix) -> tuple[Field, ...]:
    return FIELDS if node.field is None else (node.field,)


def _every(parts: tuple[Node, ...]) -> Predicate:
    singles = frozenset(stem for part in parts if (stem := _single(part)) is not None)
    # What is dear to ask (prefixes, exact words) and what rarely decides (NOT) comes last.
    others = [plan(part) for part in sorted(parts, key=_price) if _single(part) is None]

    def holds(document: Document) -> bool:
        if not singles <= document.stems:
            return False
        for other in others:  # noqa: SIM110  a loop costs half of all() with a generator
            if not other(document):
                return False
        return True

    return holds


def _some(parts: tuple[Node, ...]) -> Predicate:
    singles = frozenset(stem for part in parts if (stem := _single(part)) is not None)
    others = [plan(part) for part in sorted(parts, key=_price) if _single(part) is None]

    def holds(document: Document) -> bool:
        if not singles.isdisjoint(document.stems):
            return True
        for other in others:  # noqa: SIM110  as above
            if other(document):
                return True
        return False

    return holds


def _price(node: Node) -> int:
    match node:
        case Words(exact=None):
            return 0
        case Words():
            return 1
        case And(parts) | Or(parts):
            return 2 + max(map(_price, parts))
        case Near(parts):
            return 4 + max(map(_price, parts))
        case Not(part):
            return 3 + _price(part)
        case Prefix():
            return 9
