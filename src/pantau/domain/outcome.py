"""What an operation did, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pantau.domain.ids import ActivityId

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The value as it now is, the activity row that tells of it, the way back (None: there is none)."""

    value: T
    activity: ActivityId | None
    undo: Callable[[], Done[T]] | None = None
