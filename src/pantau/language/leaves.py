"""What a query asks for, word by word."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.language.nodes import And, Near, Node, Not, Or, Prefix, Words


def leaves(node: Node) -> Iterator[Words | Prefix]:
    """The words, phrases and prefixes of a query, in order, those under NOT as well."""
    match node:
        case Words() | Prefix():
            yield node
        case Not(part):
            yield from leaves(part)
        case And(parts) | Or(parts) | Near(parts):
            for part in parts:
                yield from leaves(part)
