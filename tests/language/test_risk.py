import pytest

from pantau.language.document import Document
from pantau.language.risk import risks


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("VIRALKAN sebelum dihapus!! Pemerintah sembunyikan 10 juta TKA, media bungkam", ["hoaks"]),
        ("Info A1 dari orang dalam: besok semua napi dibebaskan, sebarkan seluas-luasnya", ["hoaks"]),
        ("Cek fakta: tidak benar 10 juta TKA masuk, itu hoaks", []),
        ("Imigrasi bantah kabar paspor gratis, masyarakat diminta waspada hoaks", []),
        ("Pengungsi itu hama, harus dimusnahkan", ["ujaran_kebencian"]),
        ("Polisi tangkap pelaku ujaran kebencian yang menyebut pengungsi hama", []),
        ("Komnas HAM mengecam ujaran yang menyamakan pengungsi dengan hama", []),
        ("Babi ternak warga mati massal akibat virus", []),
        ("Ayo kawan-kawan kita bakar kantor imigrasi besok malam, bawa molotov!", ["provokasi"]),
        ("Saatnya serbu lapas itu, hajar petugasnya", ["provokasi"]),
        ("Massa membakar kantor imigrasi, polisi menangkap lima orang", []),
        ("Mahasiswa ajak warga ikut aksi damai di depan kantor Kemenkum", []),
        ("Polisi sita bom molotov dan parang dari pelaku kerusuhan lapas", []),
        ("Ayo daftar paspor lewat M-Paspor", []),
        ("Viral! Dewan Pengawas Heboh, Ternyata Ini Kata Pengamat", []),
        ("Anjing pelacak temukan sabu di lapas, warga Papua diperiksa", []),
        ("Kalapas membawa napi ke sidang, massa membakar ban", []),
        ("Habisi sisa stok, koperasi rutan gelar bazar", []),
        ("Massa datang, pukul 16.00 kantor itu sudah tutup", []),
        ("Pecahin kaca loket itu sekarang!", ["provokasi"]),
        ("Tidak usah damai, kita bakar kantor itu", ["provokasi"]),
        ("Sebar undangan, camat nikahkan putrinya", []),
        ("Ketua partai mengambil formulir, mendaftar di kantor cabang", []),
        ("Bukan hoaks! Kata orang dalam, semua napi dibebaskan, sebarkan ke semua grup", ["hoaks"]),
        ("Siapa yang lewat situ hajar saja, semua musuh", ["provokasi"]),
        ("Basmi rayap di lemari dengan cuka", []),
        ("Pengungsi itu pantas dimusnahkan", ["ujaran_kebencian"]),
        ("Ustaz: jangan memandang hina penyandang disabilitas", []),
        ("Kucing dan anjing liar divaksin di kampung Arab", []),
    ],
)
def test_a_risk_is_raised_for_the_deed_and_not_for_its_report(text, kinds):
    assert [risk.kind.value for risk in risks(Document("", text))] == kinds


def test_a_risk_shows_its_words_and_how_sure_it_is():
    text = "Ayo bakar lapas itu, bawa molotov!"
    (risk,) = risks(Document("", text))
    assert 0.5 <= risk.score <= 1
    assert risk.evidence
    assert all(text[one.start : one.end] == one.text for one in risk.evidence)
