"""What the machine found about one article."""

from __future__ import annotations

from dataclasses import dataclass

from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.story import Reading


@dataclass(frozen=True, slots=True)
class Finding:
    """`arrival` is the story it was placed in when it came; `copy_of` the article whose text it repeats."""

    article: ArticleId
    story: StoryId
    arrival: StoryId
    reading: Reading
    copy_of: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Articles that went from a story into another: those named, or all, so that it has ended in that one."""

    story: StoryId
    into: StoryId
    articles: tuple[ArticleId, ...] = ()
