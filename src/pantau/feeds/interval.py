"""How often a feed asks to be read."""

from __future__ import annotations

import math

_PERIODS = {"hourly": 60.0, "daily": 1_440.0, "weekly": 10_080.0, "monthly": 43_200.0, "yearly": 525_600.0}


def minutes(ttl: str, period: str, frequency: str) -> float | None:
    """Minutes between two readings; None when the feed does not say, or says nonsense.

    ttl                 RSS 2.0, minutes
    period, frequency   RSS 1.0 Syndication module: so many times a period; a period alone means once
    """
    asked = _number(ttl)
    if asked is None and (length := _PERIODS.get(period.strip().lower())):
        asked = length / (_number(frequency) or 1.0)
    return asked


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and number > 0 else None
