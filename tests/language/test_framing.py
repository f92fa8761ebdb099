import pytest

from pantau.language.document import Document
from pantau.language.tone import tone


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Layanan paspor di Kanim Bima mudah dan cepat", "positif"),
        ("Layanan paspor di Kanim Bima mudah dan cepat? Ini syaratnya", "netral"),
        ("Katanya layanan paspor di Kanim Bima mudah dan cepat", "netral"),
        ("Katanya bikin paspor di Kanim Bima gampang, nyatanya bolak-balik", "negatif"),
        ("Kakanwil minta petugas Kanim Bima jaga integritas", "netral"),
        ("Bukan sekadar janji, layanan Kanim Bima terbukti cepat", "positif"),
        ("Urus paspor di Kanim Bima ribet", "negatif"),
        ("Siapa bilang urus paspor di Kanim Bima ribet?", "netral"),
        ("Cara mengadukan petugas imigrasi yang arogan", "netral"),
        ("DPR minta Menkum tidak asal bicara", "negatif"),
        ("Menkum minta petugas lapas tidak arogan", "netral"),
        ("Pengamat nilai aturan bebas visa Imigrasi terburu-buru", "negatif"),
    ],
)
def test_a_judgement_that_is_asked_claimed_or_doubted_is_none(text, label):
    assert tone(Document("", text)).label.value == label
