"""What a server answered, read into values: the headers that matter, and an error for what is no feed."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from pantau.domain.errors import FetchError
from pantau.domain.source import Validators

LONGEST_WAIT = 86_400.0
"""Seconds. A server that asks for more is asked again after a day all the same."""

UNSTATED_WAIT = 60.0
"""Seconds to leave a host alone that answered 429 and did not say for how long."""

_LONGEST_VALIDATOR = 1024


@dataclass(frozen=True, slots=True)
class Fetched:
    """A source's answer.

    status         200, 203 or 304
    url            where the answer came from, after all redirects
    permanent_url  the same when every redirect on the way was permanent (301, 308): to be asked from now on
    not_modified   304, or 200 with the very body that was seen last
    body           decoded; None when not modified
    validators     to be kept and given back at the next fetch
    retry_after    seconds that the server asks to wait, None if it does not
    max_age        seconds that the answer stays fresh (Cache-Control), None if it does not say
    elapsed        seconds on the network, without the wait for a turn
    """

    status: int
    url: str
    permanent_url: str | None
    not_modified: bool
    body: bytes | None
    validators: Validators
    content_type: str | None
    retry_after: float | None
    max_age: float | None
    elapsed: float


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait as a Retry-After header asks, a number or a date (RFC 9110, 10.2.3): 0 to LONGEST_WAIT."""
    text = (value or "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (moment - now).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT)


def max_age(value: str | None) -> float | None:
    """Seconds of freshness that a Cache-Control header grants, None when it grants none."""
    for directive in (value or "").lower().split(","):
        name, _, number = directive.strip().partition("=")
        number = number.strip('"')
        if name == "max-age" and number.isascii() and number.isdigit():
            return min(float(number[:9]), LONGEST_WAIT)
    return None


def conditions(validators: Validators) -> dict[str, str]:
    """The headers that ask for the body only if it has changed."""
    asked: dict[str, str] = {}
    if etag := _sound(validators.etag):
        asked["If-None-Match"] = etag
    if last_modified := _sound(validators.last_modified):
        asked["If-Modified-Since"] = last_modified
    return asked


def _sound(value: str | None) -> str | None:
    """A validator that may be stored and sent back: short, and no way to start another header."""
    if value and len(value) <= _LONGEST_VALIDATOR and value.isprintable():
        return value
    return None


def renewed(before: Validators, headers: Mapping[str, str], body: bytes | None) -> Validators:
    """The validators after an answer; with no body (a 304) what it does not repeat stays as it was."""
    etag, last_modified = _sound(headers.get("ETag")), _sound(headers.get("Last-Modified"))
    if body is None:
        return Validators(etag or before.etag, last_modified or before.last_modified, before.body_sha)
    return Validators(etag, last_modified, hashlib.sha256(body).hexdigest())


def failure(status: int, headers: Mapping[str, str], host: str, now: datetime) -> FetchError:
    """The error for an answer that brought no feed, its key by what an officer can do; `retry_after` in seconds."""
    facts: dict[str, object] = {"status": status, "host": host}
    if (wait := retry_after(headers.get("Retry-After"), now)) is not None:
        facts["retry_after"] = wait
    if status == 429:
        return limited(host, wait)
    if status == 410:
        return FetchError("source.gone", **facts)
    if status in (401, 403, 407):
        return FetchError("source.denied", **facts)
    return FetchError("source.server" if status >= 500 else "source.status", **facts)


def limited(host: str, wait: float | None) -> FetchError:
    """The error for a host that wants to be left alone for `wait` seconds, None if it did not say."""
    seconds = UNSTATED_WAIT if wait is None else wait
    minutes = max(1, math.ceil(seconds / 60))
    return FetchError("source.limited", status=429, host=host, retry_after=seconds, wait_minutes=minutes)


def too_large(limit: int) -> FetchError:
    """The error for a body of more than `limit` bytes."""
    mib = limit / 2**20
    return FetchError("source.too-large", limit_mib=int(mib) if mib.is_integer() else round(mib, 2))
