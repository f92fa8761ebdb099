"""Words for topics, learned from what officers dismissed, took up, watch and muted. Nothing is changed by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pantau.domain.errors import NotFound
from pantau.domain.ids import TopicId
from pantau.domain.story import Mark, Story
from pantau.domain.topic import Topic
from pantau.operations.desk import Desk
from pantau.store.marks import MuteKind
from pantau.store.stories import QueueFilter
from pantau.store.transaction import Transaction
from pantau.stories.suggestions import Act, Suggestion, Told, Verdict, suggest

SINCE = timedelta(days=60)
_MOST = 500  # stories of each kind
_READ = 3000  # characters of a story's leading report


@dataclass(frozen=True, slots=True)
class Advice:
    """A suggestion for a topic: the word as articles write it, and the topic's query with it."""

    topic: Topic
    suggestion: Suggestion
    word: str
    query: str


@dataclass(frozen=True, slots=True)
class _Read:
    story: Story
    verdict: Verdict
    stems: frozenset[str]


def advise(desk: Desk, topic: TopicId | None = None, limit: int = 5) -> list[Advice]:
    """At most `limit` words to add and as many to exclude for a topic, or for every topic in force.

    Learns from the stories of the last 60 days as they stand marked now. Raises NotFound.
    """
    with desk.read() as tx:
        topics = [one for one in tx.topics.all() if (one.enabled if topic is None else one.id == topic)]
        if topic is not None and not topics:
            raise NotFound("topic.not-found", id=topic)
        surfaces: dict[str, Counter[str]] = {}
        read = _read(tx, desk, surfaces)
    return [advice for one in topics for advice in _advised(one, read, surfaces, limit)]


def _read(tx: Transaction, desk: Desk, surfaces: dict[str, Counter[str]]) -> list[_Read]:
    """Stories and what was said of them; `surfaces` gathers how stems are written."""
    from pantau.language import tokens

    stories = _stories(tx, desk)
    articles = {one.id: one for one in tx.articles.some([story.headline for story in stories])}
    muted = [frozenset(tokens.stems(mute.value)) for mute in tx.marks.mutes() if mute.kind is MuteKind.WORD]
    silent = {source.id for source in tx.sources.all() if source.muted}
    found = []
    for story in stories:
        article = articles.get(story.headline)
        # A story of a muted outlet alone tells of the outlet, not of its words.
        if article is None or (story.sources == 1 and article.source in silent):
            continue
        words = tokens.words(f"{article.title}\n{article.text[:_READ]}")
        for token in words:
            surfaces.setdefault(token.stem, Counter())[token.word] += 1
        found.append(_Read(story, _verdict(story, muted), frozenset(token.stem for token in words)))
    return found


def _stories(tx: Transaction, desk: Desk) -> list[Story]:
    since = desk.clock() - SINCE
    taken = [story for story in tx.stories.some(tx.stories.in_hand()[-_MOST:]) if story.last_seen >= since]
    marked = (tx.stories.queue(_MOST, QueueFilter(since=since, mark=mark)) for mark in Mark)
    untouched = tx.stories.queue(_MOST, QueueFilter(since=since))
    return list({story.id: story for each in (untouched, *marked, taken) for story in each}.values())


def _verdict(story: Story, muted: Sequence[frozenset[str]]) -> Verdict:
    from pantau.language import tokens

    if story.issue is not None or story.mark is Mark.WATCHED:
        return Verdict.RIGHT
    title = frozenset(tokens.stems(story.title)) if muted else frozenset[str]()
    if story.mark is Mark.DISMISSED or any(words and words <= title for words in muted):
        return Verdict.WRONG
    return Verdict.OPEN


def _advised(
    topic: Topic, read: Sequence[_Read], surfaces: dict[str, Counter[str]], limit: int
) -> list[Advice]:
    matched = [Told(one.stems, one.verdict) for one in read if topic.name in one.story.topics]
    missed = [_missed(topic, one) for one in read if topic.name not in one.story.topics]
    stems = frozenset[str]().union(*(one.stems for one in (*matched, *missed)))
    found = suggest(matched, missed, _unsuited(topic, stems))
    kept = [one for act in Act for one in [each for each in found if each.act is act][:limit]]
    return [_advice(topic, one, surfaces[one.stem].most_common(1)[0][0]) for one in kept]


def _missed(topic: Topic, one: _Read) -> Told:
    """A story that the topic did not find was its to find if its unit's work it is and no topic's else."""
    its_own = topic.unit in one.story.units if topic.unit else False
    lost = its_own and not one.story.topics
    verdict = one.verdict if lost or one.verdict is not Verdict.RIGHT else Verdict.OPEN
    return Told(one.stems, verdict)


def _unsuited(topic: Topic, stems: Iterable[str]) -> frozenset[str]:
    """Stems that are no advice: the query's own, those of every text, figures and single letters."""
    from pantau.language import query, stopwords
    from pantau.language.leaves import leaves
    from pantau.language.nodes import Prefix, Words

    asked = list(leaves(query.compile(topic.query).tree))
    own = {stem for leaf in asked if isinstance(leaf, Words) for stem in leaf.stems}
    begun = tuple(leaf.prefix for leaf in asked if isinstance(leaf, Prefix))
    empty = stopwords.stems("id") | stopwords.words("id") | stopwords.words("en")
    return frozenset(
        stem
        for stem in stems
        if stem in own
        or stem in empty
        or len(stem) < 3
        or not stem.isalpha()
        or (begun and stem.startswith(begun))
    )


def _advice(topic: Topic, suggestion: Suggestion, word: str) -> Advice:
    joined = "NOT" if suggestion.act is Act.EXCLUDE else "OR"
    return Advice(topic, suggestion, word, f"({topic.query}) {joined} {word}")
