"""Settings that belong to a database (never secrets: those are in the keyring)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.store.schema import SettingRow

Touch = Callable[[ChangeKind, int], None]


class Settings:
    def __init__(self, session: Session, touch: Touch) -> None:
        self._session = session
        self._touch = touch

    def get(self, key: str, default: Any = None) -> Any:
        row = self._session.get(SettingRow, key)
        return default if row is None else row.value

    def all(self) -> dict[str, Any]:
        return {row.key: row.value for row in self._session.scalars(select(SettingRow))}

    def set(self, key: str, value: Any) -> None:
        row = self._session.get(SettingRow, key)
        if row is None:
            self._session.add(SettingRow(key=key, value=value))
        else:
            row.value = value
        self._touch(ChangeKind.SETTING, 0)
