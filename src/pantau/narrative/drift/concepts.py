"""Words of one meaning as one concept, with a sign for those that say the contrary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pantau import assets
from pantau.language import tokens
from pantau.language.claims import Reading, Word, lexicons


class Term(NamedTuple):
    """What a word says: a concept, and -1 where it says the contrary of it."""

    concept: str
    sign: int


class Lexicon:
    """The synonyms of resources/claims: phrases, words as written, roots in any form."""

    def __init__(self) -> None:
        self.phrases: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        self.words: dict[str, Term] = {}
        self.roots: dict[str, Term] = {}
        rows = list(self._rows())
        for concept, forms in rows:
            for form in forms.split("|"):
                self._add(concept, form)
        for concept, forms in rows:
            for form in forms.split("|"):
                self._add_voice(concept, form)
        for listed in self.phrases.values():
            listed.sort(key=lambda entry: -len(entry[0]))

    def _rows(self) -> Iterator[tuple[str, str]]:
        for row in lexicons.rows("synonyms.tsv"):
            if len(row) > 1 and row[1]:
                yield row[0], row[1]
        # Short forms that queries know; what the synonyms say of one goes first.
        for line in assets.path("abbreviations.tsv").read_text(encoding="utf-8").splitlines():
            short, _tab, long = line.partition("\t")
            if long and not line.startswith("#"):
                yield short, f"{short}|{long}"

    def _add_voice(self, concept: str, form: str) -> None:
        """The other voice of a verb that the synonyms have in one: "membiayai" of "dibiayai"."""
        bare = form.lstrip("-")
        term = Term(f"={concept}", -1 if form.startswith("-") else 1)
        if " " not in bare and len(bare) > _SHORTEST and bare.startswith(("di", "me")):
            for other in _active(bare[2:]) if bare.startswith("di") else _passive(bare):
                self.words.setdefault(other, term)

    def _add(self, concept: str, form: str) -> None:
        term = Term(f"={concept}", -1 if form.startswith("-") else 1)
        words = tokens.folded(form.lstrip("-"))
        stems = tuple(tokens.stems(form.lstrip("-")))
        if len(words) > 1:
            self.phrases.setdefault(stems[0], []).append((stems, term))
        elif words and words[0] == stems[0]:
            self.roots.setdefault(stems[0], term)
            self.words.setdefault(words[0], term)
        elif words:
            self.words.setdefault(words[0], term)


_SHORTEST = 5
_MELTING = {"p": "mem", "t": "men", "k": "meng", "s": "meny"}
_STAYING = {
    "b": "mem",
    "f": "mem",
    "v": "mem",
    "d": "men",
    "c": "men",
    "j": "men",
    "z": "men",
    "g": "meng",
    "h": "meng",
}
_PREFIXES = {"meny": "s", "meng": "k", "mem": "p", "men": "t"}


def _active(base: str) -> Iterator[str]:
    """ "membiayai" of "biayai", "memanggil" of "panggil"."""
    first = base[:1]
    if first in _MELTING:
        yield _MELTING[first] + base[1:]
    else:
        yield _STAYING.get(first, "meng" if first in "aeiou" else "me") + base


def _passive(word: str) -> Iterator[str]:
    """ "dipanggil" or "diamanggil" of "memanggil": what is no word does no harm."""
    prefix = next((one for one in _PREFIXES if word.startswith(one)), "me")
    rest = word[len(prefix) :]
    yield f"di{rest}"
    if prefix in _PREFIXES and rest[:1] in "aeiou":
        yield f"di{_PREFIXES[prefix]}{rest}"


@cache
def lexicon() -> Lexicon:
    return Lexicon()


_ENDINGS = ("nya", "lah", "kah", "pun", "ku", "mu")
_OWNED = 6  # letters of a short word with "-nya" that the stemmer leaves alone: "haknya"
_KNOWN: dict[tuple[str, str], Term] = {}


def single(word: str, stem: str) -> Term:
    """The term of one word by itself."""
    found = _KNOWN.get((word, stem))
    if found is None:
        if len(_KNOWN) > 50_000:
            _KNOWN.clear()
        found = _KNOWN[word, stem] = _single(word, stem)
    return found


def _single(word: str, stem: str) -> Term:
    known = lexicon()
    bare = next(
        (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending) and len(word) > 6), word
    )
    found = known.words.get(word) or known.words.get(bare) or known.roots.get(stem)
    if found is None and stem.endswith("nya") and len(stem) >= _OWNED:
        return _single(stem[:-3], (tokens.stems(stem[:-3]) or [stem[:-3]])[0])
    return found or Term(stem, 1)


def terms(page: Reading) -> list[Term]:
    """A term for each word of a page; of a phrase the first word bears the concept, the others nothing ("")."""
    words = page.words
    found = [single(word.word, word.stem) for word in words]
    phrases = lexicon().phrases
    at = 0
    while at < len(words):
        last = _phrase(words, at, phrases.get(words[at].stem), found)
        at = max(at + 1, last)
    return found


def _phrase(
    words: list[Word], at: int, listed: list[tuple[tuple[str, ...], Term]] | None, found: list[Term]
) -> int:
    for stems, term in listed or ():
        last = at + len(stems)
        if last <= len(words) and all(
            word.stem == stem for word, stem in zip(words[at:last], stems, strict=True)
        ):
            found[at] = term
            found[at + 1 : last] = [Term("", 1)] * (last - at - 1)
            return last
    return at


@cache
def idle() -> frozenset[str]:
    """Stems that say nothing of what a text is about."""
    return frozenset(tokens.stems(" ".join(sorted(lexicons.words("idle"))))) | lexicons.words("idle")
