from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from pantau.domain.errors import Refused
from pantau.operations import Desk, settings


def test_what_nobody_set_has_its_default(desk: Desk) -> None:
    assert settings.load(desk) == settings.DEFAULTS


@pytest.mark.parametrize("name", settings.NAMES)
def test_every_default_is_allowed(desk: Desk, name: str) -> None:
    assert settings.change(desk, {name: asdict(settings.DEFAULTS)[name]}).activity is None


def test_a_setting_is_changed_recorded_and_put_back(desk: Desk) -> None:
    done = settings.change(desk, {"alert_score": 72.5, "language": "en"})
    assert (settings.load(desk).alert_score, settings.load(desk).language) == (72.5, "en")
    assert done.undo is not None
    done.undo()
    assert settings.load(desk) == settings.DEFAULTS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("alert_score", 101),
        ("alert_score", True),
        ("first_statement_minutes", 0),
        ("first_statement_minutes", 2.5),
        ("language", "fr"),
        ("theme", None),
        ("stay_in_tray", 1),
        ("sandi", "rahasia"),
    ],
)
def test_what_is_not_allowed_is_refused(desk: Desk, name: str, value: Any) -> None:
    with pytest.raises(Refused, match="setting"):
        settings.change(desk, {name: value})


def test_a_stored_value_that_is_no_longer_allowed_counts_as_not_set(desk: Desk) -> None:
    with desk.database.write() as tx:
        tx.settings.set("alert_score", "tinggi")
        tx.settings.set("from_a_later_version", 1)
    assert settings.load(desk) == settings.DEFAULTS
