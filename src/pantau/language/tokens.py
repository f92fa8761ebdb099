"""Words of Indonesian news text: where they stand, how they are folded, what their stems are.

A text is cut by one regular expression over its raw characters, and everything else about a word is
remembered by its surface, so that a text costs little more than the cutting. A surface that stands for
several words is cut once more: "anti-korupsi" is two, "orang-orang" is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import accumulate
from sys import intern
from typing import NamedTuple, TypeVar

import Stemmer

from pantau import assets

# A word with what may stand inside one: combining marks, soft hyphens and zero-width characters of the
# page's layout, apostrophes, hyphens; between figures their separators. Possessive: it never backtracks.
_cut = re.compile(
    r"(\w++(?:(?:[-'’ʼ`\u0300-\u036f\u00ad\u200b-\u200d\u2010\u2011]+|(?<=\d)[.,](?=\d))\w++)*+[\u0300-\u036f]*+)"
).split
_PIECE = re.compile(r"[Rr][Pp](?=\d)|[^-_\u2010\u2011]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_UNSEEN = dict.fromkeys(map(ord, "'’ʼ`\u00ad\u200b\u200c\u200d"))
_POSSESSIVE = re.compile(r"['’ʼ`]s$", re.IGNORECASE)
_REMEMBERED = 65_536  # surfaces; a day of a thousand feeds has fewer, and a flood of noise stays small

_LONGEST = 64  # letters of a surface that is worth remembering

# The stemmer's own cache is off: ours is in front of it and holds whole surfaces.
_stemmer = Stemmer.Stemmer("indonesian", 0)
_english = Stemmer.Stemmer("english", 0)


T = TypeVar("T")


class Token(NamedTuple):
    """A word of a text: `start` and `end` are string indices, `word` is folded, `stem` its stem."""

    start: int
    end: int
    word: str
    stem: str


class Remembered(dict[str, T]):
    """A bounded memory of what a surface stands for; it is emptied whole when full. Asked by subscription."""

    def __init__(self, work: Callable[[str], T]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, surface: str) -> T:
        value = self._work(surface)
        if len(surface) > _LONGEST:  # no word, and maybe megabytes of it
            return value
        if len(self) >= _REMEMBERED:
            self.clear()
        self[surface] = value
        return value


_NASALS = {"t": "n", "p": "m", "k": "ng", "s": "ny"}
_SUFFIXES = ("", "kan", "i", "an", "nya", "kannya", "annya", "inya")


def _rows(name: str) -> list[str]:
    lines = assets.path(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _melted() -> dict[str, str]:
    """ "menangkap" and "penangkapan" to "tangkap", which no rule can tell from "men-angkat"."""
    found = {}
    for root in " ".join(_rows("roots.txt")).split():
        melted = _NASALS[root[0]] + root[1:]
        for begun in (f"me{melted}", f"pe{melted}", root, f"di{root}", f"ter{root}"):
            found.update(dict.fromkeys((begun + suffix for suffix in _SUFFIXES), root))
    return found


_EXCEPTIONS = _melted() | dict(row.split("\t") for row in _rows("stems.tsv"))


def fold(piece: str) -> str:
    """A word as it is compared: NFKC, lower case, without apostrophes; figures without thousands marks."""
    if _THOUSANDS.fullmatch(piece):
        return piece.replace(".", "").replace(",", "")
    if not piece.isascii() or "'" in piece or "`" in piece:
        piece = _POSSESSIVE.sub("", piece)
        piece = unicodedata.normalize("NFKC", piece.translate(_UNSEEN))
    # NFKC may bring spaces and marks into a word ("½" is "1⁄2"); stems hold letters and digits only.
    return piece.lower().replace(",", ".") if piece.isascii() else _plain(piece.lower())


def _plain(word: str) -> str:
    return "".join(letter for letter in word if letter.isalnum() or unicodedata.combining(letter))


def stem(word: str) -> str:
    """The stem of a folded word."""
    return _EXCEPTIONS.get(word) or _stemmer.stemWord(word)


def _pieces(surface: str) -> list[tuple[int, int, str, str]]:
    """Start, end, folded word and stem of each word that a surface holds."""
    found = []
    for piece in _PIECE.finditer(surface):
        if word := fold(piece.group()):
            # One object for each word, however many surfaces it has: sets of them compare by identity.
            found.append((piece.start(), piece.end(), intern(word), intern(stem(word))))
    return _without_reduplication(surface, found)


def _without_reduplication(
    surface: str, found: list[tuple[int, int, str, str]]
) -> list[tuple[int, int, str, str]]:
    """ "orang-orang" and "tolong-menolong" say one word twice, "undang-undang" is a word of its own."""
    if len(found) != 2:
        return found
    whole = f"{found[0][2]}-{found[1][2]}"
    if whole in _EXCEPTIONS:
        return [(0, len(surface), whole.replace("-", ""), _EXCEPTIONS[whole])]
    if found[0][3] == found[1][3] and not found[0][2].isdigit():
        return [(0, len(surface), *found[0][2:])]
    return found


def _word(surface: str) -> tuple[str, str]:
    """The folded word and the stem of a surface, both empty when it is not just one word."""
    pieces = _pieces(surface)
    if len(pieces) != 1 or pieces[0][:2] != (0, len(surface)):
        return "", ""
    return pieces[0][2:]


_STEMS = Remembered(lambda surface: _word(surface)[1])
_FOLDED = Remembered(lambda surface: _word(surface)[0])
_ENGLISH = Remembered(lambda surface: _english.stemWord(_word(surface)[0]))
_PIECES = Remembered(_pieces)
_stem_of, _folded_of, _english_of = _STEMS.__getitem__, _FOLDED.__getitem__, _ENGLISH.__getitem__
_pieces_of = _PIECES.__getitem__


def cut(text: str) -> tuple[list[str], list[str]]:
    """A text in parts, and the stems of its words.

    The parts are by turns what stands between words, maybe nothing, and a word as it is written; joined, they are the
    text. They begin and end with what is no word.
    """
    parts = _cut(text)
    found = list(map(_stem_of, parts[1::2]))
    if "" in found:
        parts = _divided(parts, [2 * at + 1 for at, stem in enumerate(found) if not stem])
        found = list(map(_stem_of, parts[1::2]))
    return parts, found


def _divided(parts: list[str], compounds: list[int]) -> list[str]:
    """The same with each compound, told by its index, as the words that it holds."""
    found, last = parts[:1], 1
    for at in compounds:
        found += parts[last:at]
        surface, done = parts[at], 0
        for start, end, _, _ in _pieces_of(surface):
            found[-1] += surface[done:start]
            found += (surface[start:end], "")
            done = end
        found[-1] += surface[done:] + parts[at + 1]
        last = at + 2
    return found + parts[last:]


def read_of(surface: str) -> tuple[str, str]:
    """The folded word and the stem of a word as `cut` gives it."""
    return _folded_of(surface), _stem_of(surface)


def folded_of(surfaces: Iterable[str]) -> list[str]:
    """The folded words of words as `cut` gives them."""
    return list(map(_folded_of, surfaces))


def line(text: str) -> str:
    """The stems of a text with spaces between and around, " two word ", so that phrases are substrings."""
    return f" {' '.join(stems(text))} "


def stems(text: str) -> list[str]:
    """The stems of a text in order, one for each word, figures as they are.

    "Orang-orang itu melarikan diri" -> ["orang", "itu", "lari", "diri"]
    """
    return cut(text)[1]


def english_stems(text: str) -> list[str]:
    """As `stems`, for a text in English."""
    return list(map(_english_of, cut(text)[0][1::2]))


def folded(text: str) -> list[str]:
    """The folded words of a text in order, as many as `stems` gives."""
    return folded_of(cut(text)[0][1::2])


def indexed(text: str) -> str:
    """What a full-text index should hold of a text so that prefixes and exact words narrow as well.

    The stems in order, then every folded word that is not its own stem, once. Queries narrow such a
    column with `Query.candidates(surfaces=True)`, a column of bare stems with `Query.candidates()`.
    """
    parts, order = cut(text)
    known = set(order)
    surfaces = dict.fromkeys(parts[1::2])
    return " ".join(order + [word for word in dict.fromkeys(map(_folded_of, surfaces)) if word not in known])


def words(text: str) -> list[Token]:
    """The words of a text with their places; as many and in the same order as `stems` gives."""
    parts, found = cut(text)
    places = list(accumulate(map(len, parts)))
    return list(map(Token, places[0::2], places[1::2], map(_folded_of, parts[1::2]), found))
