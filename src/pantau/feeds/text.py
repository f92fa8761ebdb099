"""Plain text out of what feeds call text: one line, no control characters, nothing that reorders it."""

from __future__ import annotations

import re

# Controls of C0 and C1 (white space apart), what overrides the direction of writing (U+202A-E, U+2066-9), lone
# surrogates, and what Unicode says is no character: none of it is ever part of what an outlet wrote.
UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def one_line(text: str, longest: int | None = None) -> str:
    """White space collapsed, unwanted characters gone, cut to `longest` characters."""
    # Cheap, and true of nearly everything: printable means no white space but U+0020, and no controls.
    if text.isprintable():
        line = " ".join(text.split()) if "  " in text else text.strip()
    else:
        line = " ".join(UNWANTED.sub("", text).split())
    if longest is not None and len(line) > longest:
        return line[: longest - 1].rstrip() + "…"
    return line


def wanted(text: str) -> str:
    """The text without unwanted characters, otherwise as it is."""
    return UNWANTED.sub("", text) if not text.isprintable() else text
