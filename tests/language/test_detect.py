import pytest

from pantau.language.detect import detect
from pantau.language.document import Document


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Lima napi kabur dari lapas, polisi dikerahkan", "id"),
        ("Menkum: Layanan AHU Kembali Normal", "id"),
        ("KPK Tahan Bupati Nonaktif", "id"),
        ("Antrean Paspor Mengular, Pemohon Mengeluh", "id"),
        ("Polis tahan tiga lelaki kerana miliki dadah", "ms"),
        ("Imigresen tahan 12 warga asing di Selangor", "ms"),
        ("Mahkamah: Bekas pengarah syarikat didakwa esok", "ms"),
        ("Inmates escape from prison in Bali", "en"),
        ("Bali deports Australian tourist over expired visa", "en"),
        ("Why is the swimming final delayed?", "en"),
        ("12345", ""),
    ],
)
def test_a_headline_tells_its_language(title, language):
    assert detect(Document(title)) == language
