"""Query trees made into predicates, so that asking a document costs little more than a few look-ups.

Words, exact words and phrases of two words, most of any query, are gathered into sets: an OR of fifty of them is at
most three questions.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from pantau.language.document import Document, Field
from pantau.language.nodes import FIELDS, And, Near, Node, Not, Or, Prefix, Words, stand_near

Predicate = Callable[[Document], bool]


def plan(node: Node) -> Predicate:
    """Whether a document fits a tree, as a function to be called often."""
    match node:
        case Words((_,), _, None) | Words((_, _), None, None):
            return _some((node,))
        case Words():
            return _phrase(node)
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


class _Sets(NamedTuple):
    """Parts of a query that are looked up in the three sets of a document, and plans of those that are not."""

    stems: frozenset[str]
    forms: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    others: list[Predicate]


def _sorted_out(parts: tuple[Node, ...]) -> _Sets:
    stems: set[str] = set()
    forms: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    others: list[Predicate] = []
    # What is dear to ask (prefixes, long exact phrases) and what rarely decides (NOT) comes last.
    for part in sorted(parts, key=_price):
        match part:
            case Words((stem,), None, None):
                stems.add(stem)
            case Words(_, (form,), None):
                forms.add(form)
            case Words((one, two), None, None):
                pairs.add((one, two))
            case _:
                others.append(plan(part))
    return _Sets(frozenset(stems), frozenset(forms), frozenset(pairs), others)


def _phrase(node: Words) -> Predicate:
    pairs = frozenset(pairwise(node.stems))
    stem, exact, fields = node.stems[0], node.exact is not None, _fields(node)
    wanted = f" {' '.join(node.exact or node.stems)} "

    def holds(document: Document) -> bool:
        if stem not in document.stems or not pairs <= document.pairs:
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
    stems, forms, pairs, others = _sorted_out(parts)

    def holds(document: Document) -> bool:
        if not (stems <= document.stems and forms <= document.forms and pairs <= document.pairs):
            return False
        for other in others:  # noqa: SIM110  a loop costs half of all() with a generator
            if not other(document):
                return False
        return True

    return holds


def _some(parts: tuple[Node, ...]) -> Predicate:
    stems, forms, pairs, others = _sorted_out(parts)

    def holds(document: Document) -> bool:
        if not (
            stems.isdisjoint(document.stems)
            and forms.isdisjoint(document.forms)
            and pairs.isdisjoint(document.pairs)
        ):
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
