"""Topic queries: compiled once, asked of documents one by one or thousands at a time.

    paspor visa        both, in any form (stems)     "antrean paspor"   these words side by side
    paspor OR visa     either                        imigra*            words that begin so
    paspor NOT film    without                       =bapas             this very word, not its stem
    (a OR b) c         grouped                       title:kabur        in the title; text: in the text
    napi NEAR/5 kabur  in either order and one field, at most five words between them; NEAR alone: ten

Operators are written in capitals. Short and long forms find each other (lapas, "lembaga pemasyarakatan").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pantau.domain.topic import Topic
from pantau.language import nodes, syntax
from pantau.language.document import Document
from pantau.language.nodes import Hit, Node
from pantau.language.plan import Predicate, plan


@dataclass(frozen=True, slots=True)
class Query:
    """A query that can be asked. `tree` is what it was read as, `fits` says whether a document fits it."""

    source: str
    tree: Node
    fits: Predicate = field(repr=False, compare=False)

    def match(self, document: Document) -> list[Hit] | None:
        """The words that made a document fit, in order and each once; None if it does not."""
        return self.hits(document) if self.fits(document) else None

    def hits(self, document: Document) -> list[Hit]:
        """As `match`, for a document that is known to fit."""
        found = set(nodes.hits(self.tree, document))
        return sorted(found, key=lambda hit: (hit.field != "title", hit.start, hit.end))

    def candidates(self, *, surfaces: bool = False) -> str | None:
        """An FTS5 MATCH expression that finds every fitting document and maybe more; None: it cannot narrow.

        The index has columns `title` and `text` with the stems of each in order (`tokens.stems` joined by
        a space), or with `surfaces` what `tokens.indexed` gives. What it finds must still be asked `fits`.
        """
        return nodes.narrowing(self.tree, surfaces=surfaces)


def compile(query: str) -> Query:  # as re.compile: "query.compile(text)" reads well
    """Read a query.

    Raises PantauError "query.syntax.*" with `position` (from 0), `place` (from 1) and `found`.
    """
    tree = syntax.parse(query)
    return Query(query, tree, plan(tree))


@dataclass(frozen=True, slots=True)
class Match:
    """A topic that a document fits; the words that did it are looked up when asked for."""

    topic: Topic
    query: Query
    document: Document

    def hits(self) -> list[Hit]:
        return self.query.hits(self.document)


class Matcher:
    """Asks all enabled topics of a document in one pass.

    Each query is filed under the stems and pairs of stems one of which it needs (`nodes.anchors`), so a document
    costs two intersections and a real question only for the few queries that share something with it.
    """

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._filed: dict[nodes.Anchor, list[int]] = {}
        self._always: list[int] = []
        self._topics: list[tuple[Topic, Query]] = []
        for number, topic in enumerate(topic for topic in topics if topic.enabled):
            query = compile(topic.query)
            self._topics.append((topic, query))
            anchors = nodes.anchors(query.tree)
            if anchors is None:
                self._always.append(number)
                continue
            for anchor in anchors:
                self._filed.setdefault(anchor, []).append(number)
        self._stems = frozenset(anchor for anchor in self._filed if isinstance(anchor, str))
        self._pairs = frozenset(anchor for anchor in self._filed if not isinstance(anchor, str))

    def __len__(self) -> int:
        return len(self._topics)

    def match(self, document: Document) -> list[Match]:
        """The topics that a document fits, in the order in which they were given."""
        asked = set(self._always)
        for stem in self._stems & document.stems:
            asked.update(self._filed[stem])
        for pair in self._pairs & document.pairs:
            asked.update(self._filed[pair])
        found = []
        for number in sorted(asked):
            topic, query = self._topics[number]
            if query.fits(document):
                found.append(Match(topic, query, document))
        return found
