"""Names behind a common noun."""

from __future__ import annotations

from pantau.domain.claims import Severity
from pantau.narrative.drift import check

NARRATIVE = (
    "Lapas baru dibangun di Desa Golo Bilas. Permohonan diperiksa oleh Direktorat Badan Usaha bersama "
    "BNN dan Dinas Kesehatan Kota Ende."
)


def _found(variant: str) -> list[tuple[str, str]]:
    found = check(variant, NARRATIVE).findings
    return [(one.kind.value, one.text) for one in found if one.severity is not Severity.INFO]


def test_another_village_and_another_office_are_found() -> None:
    assert ("place", "Desa Batu Cermin") in _found("Lapas baru dibangun di Desa Batu Cermin.")
    assert ("office", "Direktorat Perdata") in _found("Permohonan diperiksa oleh Direktorat Perdata.")


def test_a_name_spelt_out_is_none() -> None:
    assert not _found("Permohonan diperiksa Badan Narkotika Nasional dan Dinas Kesehatan Ende.")
