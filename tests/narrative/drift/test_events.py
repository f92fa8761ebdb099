"""Grave events of which a narrative says nothing."""

from __future__ import annotations

from pantau.domain.claims import Severity
from pantau.narrative.drift import check

NARRATIVE = (
    "Kantor Imigrasi Ambon memindahkan loket paspor ke lantai dua. Pemohon dilayani tanpa biaya tambahan."
)


def _claims(variant: str) -> list[str]:
    found = check(variant, NARRATIVE).findings
    return [one.text for one in found if one.kind.value == "claim" and one.severity is not Severity.INFO]


def test_an_event_of_a_class_that_the_narrative_has_not_is_a_claim() -> None:
    assert _claims("Loket dipindahkan karena kebakaran.") == ["kebakaran"]
    assert _claims("Kepala kantor dipecat.") == ["dipecat"]
    assert _claims("Petugas telah mengembalikan uang pemohon.") == ["mengembalikan uang"]


def test_an_event_that_is_denied_supposed_or_asked_for_is_none() -> None:
    assert not _claims("Loket pindah bukan karena kebakaran.")
    assert not _claims("Petugas yang lalai dapat diganti.")
    assert not _claims("Apakah loket dipindahkan karena kebakaran?")


def test_an_event_is_known_by_another_word_of_its_class() -> None:
    assert not [
        one for one in check("Kebakaran padam.", "Api padam di dapur.").findings if one.text == "Kebakaran"
    ]
