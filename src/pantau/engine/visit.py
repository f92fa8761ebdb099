"""One visit to a source: fetch, parse if it changed, and say what is to be stored."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pantau.domain.article import Feed
from pantau.domain.errors import FetchError, PantauError
from pantau.domain.identity import Identity
from pantau.domain.poll import Poll
from pantau.domain.source import Source
from pantau.engine.parsing import TOO_COSTLY, Parser
from pantau.engine.wire import Job
from pantau.feeds.answers import Fetched
from pantau.feeds.fetch import Fetcher
from pantau.feeds.schedule import backoff, gaps, jitter, next_interval

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Visit:
    """A poll to be stored, with what the parser made ready of its entries. `changed` is False for an unchanged feed."""

    poll: Poll
    identities: tuple[Identity, ...] = ()
    index: tuple[tuple[str, str], ...] = ()
    changed: bool = True
    is_first: bool = False  # the source never answered well before

    @property
    def is_quiet(self) -> bool:
        """It went well and found nothing new."""
        return not self.changed and self.poll.error is None


class Visitor:
    """Visits sources with a fetcher and a parser. `clock` tells UTC."""

    def __init__(self, fetcher: Fetcher, parser: Parser, clock: Clock) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._clock = clock

    async def visit(self, source: Source) -> Visit:
        """Never raises for what a source does; what it did wrong stands in the poll."""
        try:
            fetched = await self._fetcher.fetch(source.url, source.validators, intranet=source.intranet)
            if fetched.body is None:
                return self._unchanged(source, fetched)
            return await self._changed(source, fetched, fetched.body)
        except PantauError as error:
            return self._failed(source, error)
        except Exception:  # a bug of ours over one feed must not stop the others
            log.exception("visiting source %s failed", source.id)
            return self._failed(source, PantauError("engine.bug"))

    async def _changed(self, source: Source, fetched: Fetched, body: bytes) -> Visit:
        now = self._clock()
        parsed = await self._parser.parse(Job(fetched.url, fetched.content_type, now, body))
        feed = parsed.feed
        if not feed.entries and (fault := _fault(feed)):
            raise FetchError(fault, status=fetched.status)
        answered = _answered(source, fetched, now, _interval(source, feed, fetched.max_age, now))
        poll = replace(answered, title=feed.title, entries=feed.entries)
        return Visit(poll, parsed.identities, parsed.index, is_first=source.last_ok is None)

    def _unchanged(self, source: Source, fetched: Fetched) -> Visit:
        now = self._clock()
        interval = next_interval(source.interval_minutes, new_entries=0, fresh_seconds=fetched.max_age)
        return Visit(_answered(source, fetched, now, interval), changed=False)

    def _failed(self, source: Source, error: PantauError) -> Visit:
        now = self._clock()
        status, wait = error.facts.get("status"), error.facts.get("retry_after")
        poll = Poll(
            source=source.id,
            at=now,
            next_due=now + backoff(source.failures + 1, _seconds(wait), gone=error.key == "source.gone"),
            interval_minutes=source.interval_minutes,
            status=status if isinstance(status, int) else None,
            error=error.key,
            error_facts={name: fact for name, fact in error.facts.items() if _tellable(fact)},
        )
        return Visit(poll)


def _answered(source: Source, fetched: Fetched, now: datetime, interval: float) -> Poll:
    """The poll of a visit that went well, without what the feed says; `interval` in minutes."""
    return Poll(
        source=source.id,
        at=now,
        next_due=now + timedelta(minutes=jitter(interval, f"{source.id}:{now.isoformat()}")),
        interval_minutes=interval,
        status=fetched.status,
        validators=fetched.validators,
        moved_to=fetched.permanent_url,
    )


def _fault(feed: Feed) -> str | None:
    """Why a body without entries is no feed; None when it is an empty one."""
    if feed.format and TOO_COSTLY not in feed.problems:
        return None
    return feed.problems[0] if feed.problems else "feed.not-a-feed"


def _interval(source: Source, feed: Feed, max_age: float | None, now: datetime) -> float:
    published = [entry.published for entry in feed.entries]
    newest = max(published, default=None)
    since = source.last_ok
    return next_interval(
        source.interval_minutes,
        new_entries=sum(since is None or at > since for at in published),
        observed=gaps(published),
        silence=0.0 if newest is None else max(0.0, (now - newest).total_seconds() / 60),
        asked_minutes=feed.interval_minutes,
        fresh_seconds=max_age,
    )


def _seconds(wait: object) -> float | None:
    return float(wait) if isinstance(wait, int | float) else None


def _tellable(fact: object) -> bool:
    return fact is None or isinstance(fact, str | int | float | bool)
