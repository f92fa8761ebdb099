"""What the analysis is told by the database before it begins: topics, settings, mutes, lessons, active stories.

The pipeline loads this module, and with it all that reads and groups, when there is something to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pantau.domain.finding import Placed
from pantau.domain.source import Tier
from pantau.engine.analysis import Analysis
from pantau.engine.decisions import lessons
from pantau.engine.horizon import FALSE_KNOWN, WINDOW
from pantau.engine.scoring import Muted, Scoring
from pantau.store.marks import MuteKind
from pantau.store.transaction import Transaction

USUAL = "usual"
_RESTORED = 5_000  # articles at a time
_FALSE = 5_000  # fact-checkers' articles at most


def fresh(tx: Transaction, scoring: Scoring, now: datetime) -> Analysis:
    """An analysis that knows the topics and what was called false of late, and no story."""
    analysis = Analysis(tx.topics.in_force(), scoring, next_story=tx.stories.next_id())
    analysis.know_false(tx.articles.headlines(Tier.FACT_CHECKER, now - FALSE_KNOWN, _FALSE))
    return analysis


def restored(tx: Transaction, scoring: Scoring, now: datetime) -> Analysis:
    """An analysis that knows the active stories as they were when the last transaction was kept."""
    analysis = fresh(tx, scoring, now)
    since = now - WINDOW
    analysis.restore(_placed(tx, since), tx.sources.tiers())
    analysis.resume(tx.threads.since(since), tx.stories.scores(since))
    return analysis


def _placed(tx: Transaction, since: datetime) -> Iterator[Placed]:
    after = 0
    while found := tx.stories.window(since, after, _RESTORED):
        yield from found
        after = found[-1].article


def scoring(tx: Transaction, now: datetime) -> Scoring:
    """The scoring by the settings, mutes and lessons that stand now."""
    alert, usual = tx.settings.get("alert_score"), tx.progress.state(USUAL)
    made = Scoring(tx.topics.in_force(), alert=alert, muted=_muted(tx), usual=usual)
    made.learn(lessons(tx, now))
    return made


def _muted(tx: Transaction) -> Muted:
    mutes = tx.marks.mutes()
    sources = {int(source.id) for source in tx.sources.all() if source.muted}
    sources |= {int(mute.value) for mute in mutes if mute.kind is MuteKind.SOURCE}
    return Muted.of(sources, [mute.value for mute in mutes if mute.kind is MuteKind.WORD])
