"""The settings of a database: one typed schema with its defaults and limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import partial
from typing import Any

from pantau.domain.errors import Refused
from pantau.domain.outcome import Done
from pantau.operations.desk import Desk
from pantau.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Settings:
    """What a desk can set. A field's name is its key in the database.

    alert_score              a story above it is an alert (0 to 100)
    first_statement_minutes  from taking a story up to the deadline of the first statement
    retention_days           articles that no issue needs are kept so long; 0: for ever
    language                 "id" or "en": what the officer reads
    theme                    "system", "light" or "dark"
    stay_in_tray             go on monitoring when the window is closed
    notify                   show a notification for a new alert
    """

    alert_score: float = 70.0
    first_statement_minutes: int = 30
    retention_days: int = 365
    language: str = "id"
    theme: str = "system"
    stay_in_tray: bool = False
    notify: bool = True


DEFAULTS = Settings()
_BOUNDS: dict[str, tuple[float, float]] = {
    "alert_score": (0, 100),
    "first_statement_minutes": (1, 1440),
    "retention_days": (0, 36_500),
}
_CHOICES: dict[str, tuple[str, ...]] = {"language": ("id", "en"), "theme": ("system", "light", "dark")}
NAMES = tuple(field.name for field in fields(Settings))


def read(tx: Transaction) -> Settings:
    """The settings in force; whatever is stored but no longer allowed counts as not set."""
    stored = tx.settings.all()
    return Settings(**{name: value for name, value in stored.items() if name in NAMES and _fits(name, value)})


def load(desk: Desk) -> Settings:
    """As `read`, in a transaction of its own."""
    with desk.read() as tx:
        return read(tx)


def change(desk: Desk, values: Mapping[str, Any]) -> Done[Settings]:
    """Set some of the settings. Raises Refused "setting.unknown" or "setting.not-allowed"."""
    for name, value in values.items():
        if name not in NAMES:
            raise Refused("setting.unknown", name=name)
        if not _fits(name, value):
            raise Refused("setting.not-allowed", name=name, value=value)
    before = asdict(load(desk))
    changed = {name: value for name, value in values.items() if before[name] != value}
    if not changed:
        return Done(Settings(**before), None)
    with desk.write() as tx:
        for name, value in changed.items():
            tx.settings.set(name, value)
        was = {name: before[name] for name in changed}
        entry = tx.record("setting.changed", "setting:0", was=was, now=changed)
    return Done(Settings(**(before | changed)), entry, undo=partial(change, desk, was))


def _fits(name: str, value: object) -> bool:
    default = getattr(DEFAULTS, name)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float) and isinstance(value, int | float):
        least, most = _BOUNDS[name]
        return least <= value <= most
    if type(value) is not type(default):
        return False
    if isinstance(value, str):
        return value in _CHOICES[name]
    least, most = _BOUNDS[name]
    return isinstance(value, int) and least <= value <= most
