"""All that the language room makes of a text, in one reading."""

from __future__ import annotations

from collections.abc import Iterable

from pantau.domain.story import Reading
from pantau.domain.topic import Topic
from pantau.language import regions, risk, units
from pantau.language.detect import detect
from pantau.language.document import Document
from pantau.language.query import Matcher
from pantau.language.tone import tone


class Reader:
    """Reads texts with a set of topics in force, whose queries are compiled once.

    Raises PantauError "query.syntax.*" for a topic whose query cannot be read.
    """

    def __init__(self, topics: Iterable[Topic] = ()) -> None:
        self._matcher = Matcher(topics)

    def read(self, document: Document) -> Reading:
        return Reading(
            language=detect(document),
            topics=tuple(match.topic.name for match in self._matcher.match(document)),
            regions=regions.find(document),
            units=units.find(document),
            tone=tone(document),
            risks=risk.risks(document),
        )


def read(title: str, text: str, topics: Iterable[Topic] = ()) -> Reading:
    """Read one text. Offsets of evidence count in the title, a line feed and the text; in the text if no title."""
    return Reader(topics).read(Document(title, text))
