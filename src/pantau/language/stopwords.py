"""Words too common to say what a text is about, by language and by stem."""

from __future__ import annotations

from functools import cache

from pantau import assets
from pantau.language import tokens


@cache
def words(language: str) -> frozenset[str]:
    """The folded stop words of "id", "en" or "ms"; empty for any other language."""
    section, found = "", []
    for line in assets.path("stopwords.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif section == language and not line.startswith("#"):
            found.extend(tokens.folded(line))
    return frozenset(found)


@cache
def stems(language: str) -> frozenset[str]:
    """The stems of `words`; for English those of the English stemmer."""
    listed = " ".join(sorted(words(language)))
    return frozenset(tokens.english_stems(listed) if language == "en" else tokens.stems(listed))
