"""Which language a short text is in: Indonesian, Malay or English, told by its small words."""

from __future__ import annotations

import re
from functools import cache

from pantau import assets
from pantau.language import stopwords, tokens
from pantau.language.document import Document

# What the shape of a word says where no known word helps: "-ing", "wh-" against "me-", "-nya".
_ENGLISH_SHAPE = re.compile(r"(?i)\b(?:\w+(?:ing|tion|ed|ly|ness|ous|ck|ght)|(?:wh|th|sh|qu)\w+)\b")
_INDONESIAN_SHAPE = re.compile(
    r"(?i)\b(?:(?:me[mn]|ber|ter|peng|di(?=[bcdgjkpt]))\w{3,}|\w{2,}(?:nya|kan))\b"
)


@cache
def _known() -> dict[str, frozenset[str]]:
    """Telling stems of each language: its stop words and the words listed for it, without what two share.

    Those of all together are under "".
    """
    found: dict[str, set[str]] = {"id": set(), "ms": set(), "en": set()}
    section = ""
    for line in assets.path("languages.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            found[section].update(tokens.stems(line))
    for language in found:
        found[language].update(tokens.stems(" ".join(sorted(stopwords.words(language)))))
    # A Malay text is full of Indonesian stop words; only what is Malay alone tells.
    english = found["en"] - found["id"] - found["ms"]
    telling = {
        "id": frozenset(found["id"] - found["en"]),
        "ms": frozenset(found["ms"] - found["id"] - found["en"]),
        "en": frozenset(english),
    }
    return telling | {"": frozenset().union(*telling.values())}


def detect(document: Document) -> str:
    """ "id", "ms", "en", or "" when nothing tells, as for a few names. Told once for each document."""
    if document.language is None:
        document.language = _told(document)
    return document.language


def _told(document: Document) -> str:
    known = _known()
    stems = known[""] & document.stems
    english, indonesian = len(stems & known["en"]), len(stems & known["id"])
    if english == indonesian:
        text = document.title or document.text[:300]
        english += len(_ENGLISH_SHAPE.findall(text))
        indonesian += len(_INDONESIAN_SHAPE.findall(text))
    malay = len(stems & known["ms"])
    if english > indonesian + malay:
        return "en"
    if malay and malay * 2 >= indonesian:
        return "ms"
    return "id" if indonesian + malay else ""
