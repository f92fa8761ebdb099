"""What the machine found about one article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from pantau.domain.ids import ArticleId, SourceId, StoryId
from pantau.domain.story import Reading


@dataclass(frozen=True, slots=True)
class Finding:
    """`arrival` is the story it was placed in when it came; `copy_of` the article whose text it repeats."""

    article: ArticleId
    story: StoryId
    arrival: StoryId
    reading: Reading
    copy_of: ArticleId | None = None


class Placed(NamedTuple):
    """An article with the story that it is in now: what an engine takes up again when it starts.

    A tuple, since a window holds a hundred thousand of them.
    """

    article: ArticleId
    source: SourceId
    title: str
    text: str
    published: datetime
    story: StoryId
    copy_of: ArticleId | None
    reading: Reading


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Articles that went from a story into another: those named, or all, so that it has ended in that one."""

    story: StoryId
    into: StoryId
    articles: tuple[ArticleId, ...] = ()


@dataclass(frozen=True, slots=True)
class Threading:
    """What changed of threads: stories of one affair.

    joined  threads that have ended in another, with all their stories, those too that are over: (thread, into)
    moved   after that, of stories the thread that each is of now; None: of none, it is an affair of its own
    """

    moved: dict[int, int | None]
    joined: tuple[tuple[int, int], ...] = ()
