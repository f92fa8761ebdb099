"""What is a duty, a choice, an advice or forbidden, and told as another."""

from __future__ import annotations

import pytest

from pantau.domain.claims import FindingKind
from pantau.narrative.drift.check import check

NARRATIVE = (
    "Anak di bawah 12 tahun wajib diperiksa di konter manual bersama pendamping. Pelatihan barista bersifat pilihan. "
    "Pengunjung boleh membawa kamus, tetapi dilarang membawa kalkulator."
)


def kinds(text: str) -> set[FindingKind]:
    return {finding.kind for finding in check(text, NARRATIVE).findings}


@pytest.mark.parametrize(
    "text",
    [
        "Anak di bawah 12 tahun boleh memilih diperiksa di konter manual bersama pendamping.",
        "Anak di bawah 12 tahun dianjurkan diperiksa di konter manual bersama pendamping.",
        "Pelatihan barista wajib diikuti.",
        "Pengunjung boleh membawa kalkulator.",
    ],
)
def test_a_duty_of_another_degree_is_a_drift(text: str) -> None:
    assert FindingKind.MODALITY in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anak di bawah 12 tahun harus diperiksa di konter manual bersama pendamping.",
        "Pelatihan barista tidak wajib.",
        "Kalkulator tidak boleh dibawa, kamus boleh.",
    ],
)
def test_the_same_degree_in_other_words_is_none(text: str) -> None:
    assert not kinds(text)
