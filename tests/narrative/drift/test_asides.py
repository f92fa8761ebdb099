"""What is told otherwise than as a plain fact contradicts nothing."""

from __future__ import annotations

import pytest

from pantau.domain.claims import Severity
from pantau.narrative.drift import check


def _flags(variant: str, narrative: str) -> list[str]:
    return [one.text for one in check(variant, narrative).findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("variant", "narrative"),
    [
        ("Satu tahanan sudah ditangkap warga.", "Warga diminta tidak menangkap tahanan itu sendiri."),
        (
            "Merek dicoret setelah putusan berkekuatan hukum tetap.",
            "Merek itu akan dicoret. Putusan merek belum berkekuatan hukum tetap.",
        ),
        ("Harga acuan kakao hingga kini belum ditetapkan.", "Pemerintah belum menetapkan harga acuan kakao."),
        ("Pemohon kemarin sempat dilayani.", "Pemohon yang belum dilayani kemarin mendapat jadwal baru."),
        ("Hasil uji diperkirakan keluar Jumat.", "Hasil uji belum keluar."),
    ],
)
def test_requests_conditions_parts_and_expectations_deny_nothing(variant: str, narrative: str) -> None:
    assert not _flags(variant, narrative)


def test_a_plain_denial_is_still_found() -> None:
    assert _flags("Hasil uji sudah keluar.", "Hasil uji belum keluar.")
    assert _flags("Petugas menemukan unsur pidana.", "Tidak ada unsur pidana yang ditemukan petugas.")
