"""Which stages of a deed exclude each other."""

from __future__ import annotations

import pytest

from pantau.domain.claims import Severity
from pantau.narrative.drift import check

NARRATIVE = (
    "Jalur cadangan akan dipasang paling lambat Mei. Akreditasi lembaga yang melanggar dapat dicabut. "
    "Perkara itu belum dilimpahkan ke kejaksaan. Pencabutan hak mereka diusulkan. Warga wajib membawa kartu."
)


def _kinds(variant: str) -> set[str]:
    found = check(variant, NARRATIVE).findings
    return {one.kind.value for one in found if one.severity is not Severity.INFO}


@pytest.mark.parametrize(
    ("variant", "kind"),
    [
        ("Jalur cadangan sudah dipasang.", "modality"),
        ("Lembaga yang melanggar pasti dicabut akreditasinya.", "certainty"),
        ("Perkara itu telah dilimpahkan ke kejaksaan.", "negation"),
        ("Hak mereka sudah dicabut.", "modality"),
        ("Warga tidak wajib membawa kartu.", "modality"),
        ("Warga dapat membawa kartu.", "modality"),
    ],
)
def test_a_stage_that_excludes_what_the_narrative_says_is_found(variant: str, kind: str) -> None:
    assert kind in _kinds(variant)


@pytest.mark.parametrize(
    "variant",
    [
        "Jalur cadangan dijadwalkan dipasang paling lambat Mei.",
        "Bila melanggar, akreditasi lembaga bisa dicabut.",
        "Perkara itu belum akan dilimpahkan ke kejaksaan.",
        "Warga harus membawa kartu.",
        "Kartu warga sudah dibawa ke balai.",
    ],
)
def test_a_stage_that_goes_with_what_the_narrative_says_is_none(variant: str) -> None:
    assert not _kinds(variant)
