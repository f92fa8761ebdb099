"""Words spelt so that they are not found, or as one types in a chat: "c1n4", "b*bi", "usirrr", "gak"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from pantau.language import tokens
from pantau.language.document import Document

# The letter that a sign stands for; a star may be any vowel.
_SIGNS = {"4": "a", "@": "a", "1": "i", "!": "i", "0": "o", "3": "e", "5": "s", "$": "s", "7": "t", "9": "g"}
_VOWELS = "aiueo"
_HIDDEN = re.compile(r"\b\w*(?:(?<=[^\W\d_])[\d@$*!](?=\w)|(?<=\w)[\d](?=[^\W\d_]))[\w@$*!]*\b")
_DRAWN = re.compile(r"([^\W\d_])\1{2,}|[^\W\d_]2\b")
_MAYBE = re.compile(r"[a-zA-Z][\d@$*!](?!\s)|\d[a-zA-Z]")  # cheap: most texts hold nothing of the kind
_ODD = re.compile(r"[^\W\d_]\d|\d[^\W\d_]|([^\W\d_])\1\1")
_EVEN: set[str] = set()
_REMEMBERED = 65_536  # words; a flood of noise stays small
_REPEATED = re.compile(r"(.)\1{2,}")
_LONGEST = 40  # letters of a word on either side of what is odd in it
_MOST = 50  # words put right in one text


def plain(document: Document, chat: Mapping[str, str], known: frozenset[str]) -> Document:
    """The document with such words read as what they stand for; itself when there is none.

    chat   short forms and what they stand for
    known  words that hidden spellings are tried on; others stay as they are
    Evidence of the result points into the text as it is written.
    """
    instead = {word: chat[word] for word in document.forms & chat.keys()}
    if _is_odd(document):
        title, text = _shown(document.title, known), _shown(document.text, known)
        if (title, text) != (document.title, document.text):
            document = document.respelt(title, text)
        for content in (title, text):
            for match in islice(_DRAWN.finditer(content), _MOST):
                begin, end = _around(content, match.start(), match.end())
                word = content[begin:end].lower()
                instead.update({tokens.fold(word): found for found in _undrawn(word) if found in known})
    return document.instead(instead) if instead else document


def _is_odd(document: Document) -> bool:
    """Whether some word may be spelt oddly; words once looked at are remembered."""
    if unseen := document.stems - _EVEN:
        odd = {word for word in unseen if _ODD.search(word)}
        if len(_EVEN) > _REMEMBERED:
            _EVEN.clear()
        _EVEN.update(unseen - odd)
        if odd:
            return True
    whole = document.whole
    return "*" in whole or "@" in whole or "$" in whole


def _shown(content: str, known: frozenset[str]) -> str:
    """The same with signs read as letters, as long as before."""
    if not _MAYBE.search(content):
        return content
    for match in reversed(list(islice(_HIDDEN.finditer(content), _MOST))):
        for word in _readings(match.group().lower()):
            if word in known:
                content = content[: match.start()] + word + content[match.end() :]
                break
    return content


def _readings(word: str) -> list[str]:
    read = "".join(_SIGNS.get(letter, letter) for letter in word)
    if "*" not in read:
        return [read]
    return [read.replace("*", vowel) for vowel in _VOWELS]


def _undrawn(word: str) -> list[str]:
    bare = word[:-1] if word.endswith("2") else word
    return [_REPEATED.sub(r"\1", bare), _REPEATED.sub(r"\1\1", bare)]


def _around(content: str, begin: int, end: int) -> tuple[int, int]:
    """The word around a place, so far as it is one; longer runs are none."""
    first, last = max(0, begin - _LONGEST), min(len(content), end + _LONGEST)
    while begin > first and content[begin - 1].isalnum():
        begin -= 1
    while end < last and content[end].isalnum():
        end += 1
    return begin, end
