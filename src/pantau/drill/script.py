"""Reads the TOML of `resources/drills/`, and says which record of which file is at fault."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pantau import assets
from pantau.domain.errors import PantauError

E = TypeVar("E", bound=StrEnum)
_MISSING: Any = object()


@dataclass(frozen=True, slots=True)
class Record:
    """A table of a script. `where` tells a person where it stands: "kericuhan-lapas.toml, report 12"."""

    where: str
    values: dict[str, Any]

    def text(self, name: str, default: str = _MISSING) -> str:
        return str(self._get(name, str, default)).strip()

    def whole(self, name: str, default: int = _MISSING) -> int:
        return int(self._get(name, int, default))

    def flag(self, name: str, default: bool = _MISSING) -> bool:
        return bool(self._get(name, bool, default))

    def texts(self, name: str, default: tuple[str, ...] = _MISSING) -> tuple[str, ...]:
        found = self._get(name, list, default)
        if not all(isinstance(item, str) for item in found):
            self.fail("drill.field-wrong", field=name)
        return tuple(item.strip() for item in found)

    def table(self, name: str) -> dict[str, Any]:
        """A table inside this one; an empty one when it is absent."""
        return dict(self._get(name, dict, {}))

    def list(self, name: str) -> Iterator[Record]:
        """The tables under `name`, numbered from 1; none when it is absent."""
        for number, values in enumerate(self._get(name, list, []), start=1):
            where = f"{self.where}, {name} {number}"
            if not isinstance(values, dict):
                raise PantauError("drill.field-wrong", where=where, field=name)
            yield Record(where, values)

    def one_of(self, name: str, kind: type[E], default: E = _MISSING) -> E:
        try:
            return kind(self.text(name, default))
        except ValueError:
            self.fail("drill.field-wrong", field=name)

    def fail(self, key: str, **facts: object) -> NoReturn:
        raise PantauError(key, where=self.where, **facts) from None

    def _get(self, name: str, kind: type, default: Any) -> Any:
        value = self.values.get(name, default)
        if value is _MISSING:
            self.fail("drill.field-missing", field=name)
        if value is not default and type(value) is not kind:
            self.fail("drill.field-wrong", field=name)
        return value


def read(name: str) -> Record:
    """A script of `resources/` by its path in there. Raises PantauError as `read_file` does."""
    return read_file(assets.path(name))


def read_file(path: Path) -> Record:
    """The whole of a script. Raises PantauError when it cannot be read or is no TOML."""
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PantauError("drill.unreadable", where=path.name, why=error.strerror or "") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PantauError("drill.not-toml", where=path.name, why=str(error)) from None
    return Record(path.name, values)
