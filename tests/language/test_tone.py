import pytest

from pantau.domain.story import ToneLabel
from pantau.language.document import Document
from pantau.language.tone import lean, tone


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ombudsman mengecam buruknya layanan paspor di Kanim Semarang", "negatif"),
        ("Pemohon paspor keluhkan antrean enam jam di kantor imigrasi", "negatif"),
        ("DPR desak Menteri Imigrasi copot kalapas yang lalai", "negatif"),
        ("Bantuan hukum Kemenkum dinilai masih tebang pilih", "negatif"),
        ("Pelayanan rutan tidak ramah", "negatif"),
        ("Seorang napi meninggal di Lapas Siak karena sakit", "netral"),
        ("Petugas rutan divonis dua tahun karena menyelundupkan sabu", "netral"),
        ("Lima napi kabur dari Lapas Tarakan, polisi dikerahkan", "netral"),
        ("Warga kecewa pemerintah kota lamban perbaiki jalan", "netral"),
        ("Tim promosi sukses tahan imbang juara bertahan", "netral"),
        ("Kanim Malang buka layanan Sabtu", "netral"),
        ("Keluarga berterima kasih, petugas lapas sigap selamatkan napi yang pingsan", "positif"),
        ("Komnas HAM apresiasi langkah cepat Kemenimipas tangani kerusuhan", "positif"),
        ("Imigrasi Batam raih penghargaan pelayanan terbaik", "positif"),
    ],
)
def test_tone_is_towards_the_ministry_and_not_the_sadness_of_the_event(text, label):
    assert tone(Document("", text)).label.value == label


def test_a_tone_shows_the_words_that_made_it():
    text = "Layanan normal. Ombudsman mengecam kantor imigrasi yang lalai."
    found = tone(Document("", text))
    assert found.label is ToneLabel.NEGATIVE
    assert {one.text for one in found.evidence} == {"mengecam", "lalai"}
    assert all(text[one.start : one.end] == one.text for one in found.evidence)
    assert 0.5 <= found.score <= 1


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("DPR kecam Menkum", "negatif"),
        ("Menkum dikecam DPR", "negatif"),
        ("Menkum kecam kekerasan terhadap jurnalis", "netral"),
        ("Menkum tanggapi kritik soal KUHAP", "netral"),
        ("Polisi dikritik setelah napi lapas kabur", "netral"),
        ("Kemenimipas banjir dukungan", "positif"),
        ("Layanan kanim tak lagi ribet", "positif"),
        ("Napi asal Bekasi dirawat di rutan", "netral"),
        ("Pengurusan visa dinilai asal-asalan oleh imigrasi", "negatif"),
    ],
)
def test_a_judgement_counts_for_whom_it_is_aimed_at(text, label):
    assert tone(Document("", text)).label.value == label


def test_a_text_leans_the_further_the_more_it_judges():
    sober = lean(Document("", "Kanim Bima buka layanan Sabtu"))
    little = lean(Document("", "Layanan Kanim Bima lambat"))
    far = lean(Document("", "Ombudsman mengecam Kanim Bima yang arogan dan semrawut"))
    assert sober == 0 > little > far >= -1
