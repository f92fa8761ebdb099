from __future__ import annotations

from pathlib import Path

import pytest

from pantau.store.database import Database
from pantau.store.location import default_url, url_of


@pytest.mark.parametrize("folder", ["rumah é", "100%25", "apa? #1", "a b&c=d"])
def test_the_database_lies_in_the_home_folder_whatever_that_is_called(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PANTAU_HOME", str(tmp_path / folder))
    monkeypatch.delenv("PANTAU_DATABASE", raising=False)
    database = Database(default_url())
    database.close()
    assert database.path == tmp_path / folder / "pantau.db"
    assert default_url() == url_of(tmp_path / folder / "pantau.db")
