"""States that exclude each other, orders that days tell, and claims that a narrative does not hold."""

from __future__ import annotations

import pytest

from pantau.domain.claims import FindingKind
from pantau.narrative.drift.check import check

NARRATIVE = (
    "Nakhoda kapal ditahan, dua anak buah kapal melarikan diri dan masih dicari. Keluarga dihubungi pada 9 Juni 2026 "
    "pukul 21.20 WIB. Almarhum dibawa ke rumah sakit pada 9 Juni 2026 pukul 20.40 WIB. Urutan pengurusan: mengisi "
    "permohonan, membayar, lalu mengikuti wawancara. Seleksi taruna tetap berlangsung sesuai jadwal. Bila terbukti, "
    "izin usahanya dicabut."
)


def kinds(text: str) -> set[FindingKind]:
    return {finding.kind for finding in check(text, NARRATIVE).findings}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nakhoda kapal masih buron.", FindingKind.NEGATION),
        ("Dua anak buah kapal sudah tertangkap.", FindingKind.NEGATION),
        ("Seleksi taruna dihentikan sementara.", FindingKind.NEGATION),
        (
            "Keluarga dihubungi lebih dulu, baru sesudah itu almarhum dibawa ke rumah sakit.",
            FindingKind.ORDER,
        ),
        ("Pemohon mengikuti wawancara, lalu membayar.", FindingKind.ORDER),
        ("Izin usahanya sudah dicabut.", FindingKind.MODALITY),
    ],
)
def test_another_state_order_or_stage_is_a_drift(text: str, kind: FindingKind) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nakhoda kapal sudah ditahan, sedangkan dua anak buah kapal masih buron.",
        "Almarhum dibawa ke rumah sakit dulu, setelah itu keluarga dihubungi.",
        "Pemohon membayar dulu, baru mengikuti wawancara.",
        "Izin usahanya bisa dicabut kalau terbukti.",
    ],
)
def test_the_same_in_other_words_is_none(text: str) -> None:
    assert not kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nakhoda kapal akan memperoleh sepeda motor dan komputer jinjing.",
        "Nakhoda kapal ditahan karena menyelundupkan burung cenderawasih.",
        "Taruna menerima beasiswa kuliah.",
        "Seleksi taruna itu terbesar di Asia.",
    ],
)
def test_a_promise_a_cause_an_event_or_a_record_of_its_own_is_a_claim(text: str) -> None:
    assert FindingKind.CLAIM in kinds(text)
