import pytest

from pantau.language import units
from pantau.language.document import Document


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Lima napi kabur dari Lapas Abepura", ("pemasyarakatan",)),
        ("Antrean paspor di Kanim Semarang mengular sejak subuh", ("imigrasi", "pelayanan publik")),
        ("Pendaftaran perseroan perorangan lewat Ditjen AHU melonjak", ("AHU",)),
        ("DJKI serahkan 200 sertifikat merek kepada UMKM", ("kekayaan intelektual",)),
        ("Komnas HAM terima aduan pelanggaran HAM di Papua", ("HAM",)),
        ("Pembahasan RUU KUHAP masuk tahap harmonisasi", ("peraturan perundang-undangan",)),
        ("Posbakum dampingi warga miskin tanpa biaya", ("bantuan hukum",)),
        ("Kalapas dicopot setelah sanksi disiplin dijatuhkan", ("pemasyarakatan", "SDM")),
        ("Sistem AHU Online gangguan, notaris keluhkan layanan", ("AHU", "pelayanan publik")),
        ("Menteri HAM soroti penyiksaan tahanan di Lapas Siak", ("HAM", "pemasyarakatan")),
        ("Jam besuk Rutan Medaeng diperpanjang", ("pemasyarakatan", "pelayanan publik")),
        ("Antrean BBM mengular di SPBU Jember", ()),
        ("Pelantikan bupati digelar di alun-alun", ()),
        ("Harga cabai naik jelang Ramadan", ()),
    ],
)
def test_a_text_concerns_the_units_whose_business_it_is(title, expected):
    assert units.find(Document(title)) == expected


def test_the_shipped_set_has_nine_units():
    assert len(units.names()) == 9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pameran kopi dibuka Kamis (5/3/2026) di halaman museum", ()),  # no "kamisan"
        ("Wali kota melantik kepala sekolah dan mengangkat 40 guru", ()),  # no "perwali", no staff of ours
        ("Menteri Hukum dan HAM memeriksa lapas yang rusuh", ("pemasyarakatan",)),  # its name is no field
        ("Polisi menghentikan truk yang pulang lewat jalan lintas", ()),
        ("Jemaat itu selamat dari kecelakaan sepulang dari gereja", ()),
        ("Menkum teken SK, kubu Jakarta sah pimpin partai", ("AHU",)),
        ("Kalapas Tarakan diganti", ("pemasyarakatan", "SDM")),
        ("Kalapas Tarakan membenarkan perkelahian", ("pemasyarakatan",)),
        ("Kanwil Kemenkum menyelaraskan rancangan perbup tentang pajak", ("peraturan perundang-undangan",)),
        ("Kuota paspor selalu penuh, harus lewat aplikasi pula", ("imigrasi", "pelayanan publik")),
    ],
)
def test_words_of_one_stem_are_told_apart(text, expected):
    assert units.find(Document("", text)) == expected
