import pytest

from pantau.language.document import Document
from pantau.language.tone import tone


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Menteri HAM berpidato. Koalisi mengecam kementerian itu.", "negatif"),
        ("Kemenkes ikut rapat di Jakarta. Napi sehat. Koalisi mengecam kementerian itu.", "netral"),
        ("Wamenkum: aturan itu buruk bagi petani", "netral"),
        ("Warga keluhkan jalan rusak menuju lapas", "netral"),
        ("Kafe kami dirugikan LMKN", "negatif"),
        ("Polisi mengapresiasi warga di dekat lapas", "netral"),
        ("Pengacara keberatan atas dakwaan jaksa, kliennya tetap di rutan", "netral"),
        ("Kemenkum umumkan capaian kinerja, KPK beri apresiasi", "positif"),
        ("Guru kecewa pada pemkab dan mengadu ke Kementerian HAM", "netral"),
        ("Mau lapor ke imigrasi selalu dioper", "negatif"),
        ("Kakanwil Bali terima penghargaan dari gubernur", "positif"),
        ("Kementerian Hukum abaikan masukan warga", "negatif"),
        ("Pelaku usaha merek merasa terbantu DJKI", "positif"),
        ("Wali kota apresiasi warga yang membersihkan jalan, rutan jadi posko", "netral"),
        ("Pemkab gagal bayar utang, Menkum belum berkomentar", "netral"),
        ("Langkah Kemenkum membuka draf RUU itu berani dan patut dicontoh", "positif"),
    ],
)
def test_a_judgement_is_of_the_one_who_is_meant(text, label):
    assert tone(Document("", text)).label.value == label
