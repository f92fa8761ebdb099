"""What an officer decides about a story in seconds: watch it, dismiss it, or silence what brings it."""

from __future__ import annotations

from functools import partial

from pantau.domain.errors import Refused
from pantau.domain.ids import SourceId, StoryId
from pantau.domain.outcome import Done
from pantau.domain.source import Source
from pantau.domain.story import Mark, Story
from pantau.operations.desk import Desk
from pantau.store.marks import Mute, MuteKind

_EVENTS = {Mark.WATCHED: "story.watched", Mark.DISMISSED: "story.dismissed", None: "story.unmarked"}


def watch(desk: Desk, story: StoryId) -> Done[Story]:
    """Keep an eye on a story."""
    return _mark(desk, story, Mark.WATCHED)


def dismiss(desk: Desk, story: StoryId) -> Done[Story]:
    """Take a story out of the queue. Raises Refused for one that is in hand."""
    return _mark(desk, story, Mark.DISMISSED)


def unmark(desk: Desk, story: StoryId) -> Done[Story]:
    """Take back what was decided."""
    return _mark(desk, story, None)


def _mark(desk: Desk, story: StoryId, mark: Mark | None) -> Done[Story]:
    with desk.write() as tx:
        before = tx.stories.get(story)
        if before.mark is mark:
            return Done(before, None)
        if mark is Mark.DISMISSED and before.issue is not None:
            raise Refused("story.in-hand", issue=before.issue)
        tx.marks.set(before.id, mark, desk.officer.id, tx.at)
        entry = tx.record(_EVENTS[mark], f"story:{before.id}", title=before.title, was=before.mark)
        after = tx.stories.get(before.id)
    return Done(after, entry, undo=partial(_mark, desk, after.id, before.mark))


def mute_source(desk: Desk, source: SourceId) -> Done[Source]:
    """Have a source weigh nothing in the queue; its articles are still stored and found."""
    return _silence_source(desk, source, muted=True)


def unmute_source(desk: Desk, source: SourceId) -> Done[Source]:
    return _silence_source(desk, source, muted=False)


def _silence_source(desk: Desk, source: SourceId, *, muted: bool) -> Done[Source]:
    with desk.write() as tx:
        before = tx.sources.get(source)
        if before.muted == muted:
            return Done(before, None)
        if muted:
            tx.marks.mute(MuteKind.SOURCE, str(source), desk.officer.id, tx.at)
        else:
            tx.marks.unmute(MuteKind.SOURCE, str(source))
        after = tx.sources.change(source, muted=muted)
        entry = tx.record("source.muted" if muted else "source.unmuted", f"source:{source}", name=after.name)
    return Done(after, entry, undo=partial(_silence_source, desk, source, muted=not muted))


def mute_word(desk: Desk, word: str) -> Done[list[Mute]]:
    """Have a story whose title holds the word weigh nothing in the queue."""
    return _silence_word(desk, word, muted=True)


def unmute_word(desk: Desk, word: str) -> Done[list[Mute]]:
    return _silence_word(desk, word, muted=False)


def _silence_word(desk: Desk, word: str, *, muted: bool) -> Done[list[Mute]]:
    word = " ".join(word.split()).lower()
    if not word:
        raise Refused("mute.empty")
    with desk.write() as tx:
        known = any(mute.kind is MuteKind.WORD and mute.value == word for mute in tx.marks.mutes())
        if known == muted:
            return Done(tx.marks.mutes(), None)
        if muted:
            tx.marks.mute(MuteKind.WORD, word, desk.officer.id, tx.at)
        else:
            tx.marks.unmute(MuteKind.WORD, word)
        entry = tx.record("word.muted" if muted else "word.unmuted", "setting:0", word=word)
        mutes = tx.marks.mutes()
    return Done(mutes, entry, undo=partial(_silence_word, desk, word, muted=not muted))


def mutes(desk: Desk) -> list[Mute]:
    """What is muted, the oldest first."""
    with desk.read() as tx:
        return tx.marks.mutes()
