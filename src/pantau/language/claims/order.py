"""Words that put one event before another."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims.page import Reading

BEFORE = frozenset(["sebelum", "sebelumnya", "jelang", "menjelang", "mendahului"])
AFTER = frozenset(
    ["setelah", "sesudah", "usai", "seusai", "pasca", "begitu", "sehabis", "didahului", "diawali"]
)
THEN = frozenset(
    (
        "lalu", "kemudian", "selanjutnya", "disusul", "berikutnya", "diikuti", "setelahnya", "sesudahnya",
        "dilanjutkan", "berlanjut", "diteruskan",
    )
)  # fmt: skip
_REACH = 4


_VALUES = {
    word: value for value, words in (("then", THEN), ("after", AFTER), ("before", BEFORE)) for word in words
}


def find(page: Reading) -> Iterator[Claim]:
    """Each connector with the words behind it; `value` is "before", "after" or "then"."""
    for at in page.numbers_of(_VALUES):
        word = page.words[at]
        subject = " ".join(one.word for one in page.words[at + 1 : at + 1 + _REACH])
        text, value = page.text[word.start : word.end], _VALUES[word.word]
        yield Claim(ClaimKind.ORDER, text, word.start, word.end, value, "", subject)
