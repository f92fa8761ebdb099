from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from pantau.domain.errors import NotFound, PantauError, Refused
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.issue import House, Narrative
from pantau.operations import Desk, exports, issues, narratives
from pantau.store.narratives import house_sha

HOUSE = House(
    "Dua warga binaan luka ringan.", ("Situasi terkendali.", "Korban dirawat.", "Penyebab diperiksa.")
)


@pytest.fixture
def issue(desk: Desk, stories: tuple[StoryId, StoryId]) -> IssueId:
    return issues.take_up(desk, stories[0]).value.id


@pytest.fixture
def approved(drafter: Desk, approver: Desk, issue: IssueId) -> Narrative:
    draft = narratives.write(drafter, issue, HOUSE, None).value
    return narratives.approve(approver, narratives.submit(drafter, draft).value).value


def test_what_was_approved_is_written_in_each_form_and_recorded(
    desk: Desk, issue: IssueId, approved: Narrative, tmp_path: Path
) -> None:
    with desk.read() as tx:
        head = tx.activity.head()
    done = exports.export(desk, issue, ["txt", "docx", "txt"], tmp_path / "keluar" / "baru")
    assert [path.name for path in done.value] == [
        "narasi-isu-1-v1-kericuhan-di-lapas.txt",
        "narasi-isu-1-v1-kericuhan-di-lapas.docx",
    ]
    told = done.value[0].read_text(encoding="utf-8")
    assert house_sha(HOUSE) in told
    assert head in told
    assert sorted(path.name for path in (tmp_path / "keluar" / "baru").iterdir()) == sorted(
        path.name for path in done.value
    )
    newest = issues.view(desk, issue).activity[0]
    assert (newest.kind, newest.facts["draft"], newest.facts["sha"]) == (
        "narrative.exported",
        False,
        approved.sha,
    )


def test_nothing_approved_means_nothing_written_unless_as_a_draft(
    drafter: Desk, issue: IssueId, tmp_path: Path
) -> None:
    with pytest.raises(NotFound, match="none"):
        exports.export(drafter, issue, ["txt"], tmp_path / "keluar")
    narratives.write(drafter, issue, HOUSE, None)
    with pytest.raises(Refused, match="draft"):
        exports.export(drafter, issue, ["txt"], tmp_path / "keluar")
    assert not (tmp_path / "keluar").exists()
    (path,) = exports.export(drafter, issue, ["txt"], tmp_path / "keluar", draft=True).value
    assert path.name.startswith("draf-")
    assert path.read_text(encoding="utf-8").startswith("DRAF")


def test_the_version_in_force_is_exported_while_the_next_is_being_written(
    drafter: Desk, issue: IssueId, approved: Narrative, tmp_path: Path
) -> None:
    narratives.write(drafter, issue, House("Belum tentu benar."), approved)
    (path,) = exports.export(drafter, issue, ["txt"], tmp_path).value
    assert "Belum tentu" not in path.read_text(encoding="utf-8")


def test_a_text_changed_behind_the_database_s_back_is_not_exported(
    desk: Desk, issue: IssueId, approved: Narrative, tmp_path: Path
) -> None:
    with desk.database.connection() as connection:
        for guard in ("narrative_fixed", "narrative_reviewed"):
            connection.execute(text(f"DROP TRIGGER {guard}"))
        connection.execute(text("UPDATE narrative SET umbrella = 'Lain', version = version + 1"))
    with pytest.raises(Refused, match="altered"):
        exports.export(desk, issue, ["txt"], tmp_path)


def test_an_unknown_form_writes_none_of_the_others(
    desk: Desk, issue: IssueId, approved: Narrative, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="format"):
        exports.export(desk, issue, ["txt", "odt"], tmp_path / "keluar")
    assert not (tmp_path / "keluar").exists()


@pytest.mark.parametrize(
    "title", ["CON", "../../etc/passwd", "", "….", "a" * 500, "nul.txt", "x:y|z?*", "\x00\n", "Ä̈ß ☃"]
)
def test_no_title_makes_a_file_name_of_its_own(
    desk: Desk, issue: IssueId, approved: Narrative, tmp_path: Path, title: str
) -> None:
    with desk.database.connection() as connection:
        connection.execute(text("UPDATE issue SET title = :t, version = version + 1"), {"t": title})
    (path,) = exports.export(desk, issue, ["txt"], tmp_path / "keluar").value
    assert path.parent == tmp_path / "keluar"
    assert path.name.startswith("narasi-isu-1-v1")
    assert len(path.name) < 100


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "a\\b", "con", "LPT1.txt", "nul", "a.", "a ", ".x", "", "a:b", "a\n", "x" * 300]
)
def test_a_name_that_is_more_than_a_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="outside"):
        exports.write(tmp_path / "keluar", name, b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_the_way_is_replaced_and_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "penting.txt"
    elsewhere.write_text("jangan ditimpa")
    folder = tmp_path / "keluar"
    folder.mkdir()
    (folder / "narasi.txt").symlink_to(elsewhere)
    exports.write(folder, "narasi.txt", b"isi")
    assert elsewhere.read_text() == "jangan ditimpa"
    assert (folder / "narasi.txt").read_bytes() == b"isi"


def test_a_folder_that_cannot_be_written_leaves_the_old_file_whole(tmp_path: Path) -> None:
    in_the_way = tmp_path / "bukan-folder"
    in_the_way.write_text("berkas")
    with pytest.raises(PantauError, match="cannot-write"):
        exports.write(in_the_way, "narasi.txt", b"isi")
    (tmp_path / "narasi.txt").mkdir()
    with pytest.raises(PantauError, match="cannot-write"):
        exports.write(tmp_path, "narasi.txt", b"isi")
    assert sorted(os.listdir(tmp_path)) == ["bukan-folder", "narasi.txt"]  # noqa: PTH208


@pytest.mark.skipif(os.name != "posix", reason="named pipes of POSIX")
def test_a_pipe_that_is_written_to_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    held = os.open(pipe, os.O_RDWR)
    exports.write(tmp_path, "pipa", b"isi")
    assert (os.read(held, 10), pipe.is_fifo()) == (b"isi", True)
    os.close(held)
