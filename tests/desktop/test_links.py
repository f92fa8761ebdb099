import pytest

from pantau.desktop import links


@pytest.mark.parametrize(
    "url",
    [
        "https://berita.example/a?b=c#d",
        "http://berita.example:8080/",
        "mailto:humas@kementerian.example",
        "HTTPS://X.id/",
    ],
)
def test_ordinary_links_may_be_opened(url: str) -> None:
    assert links.is_openable(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "smb://host/share",
        "//host/share",
        "\\\\host\\share",
        "https://bank.example\\@evil.example/",
        "https://user@evil.example/",
        "https://user:secret@evil.example/",
        "https://evil.example/\u202egpj.exe",
        "https://evil.example/a\nb",
        "https://evil.example/ a",
        "https://evil\u200b.example/",
        "https://",
        "https://[bad/",
        "https://a.example:99999/",
        "mailto:",
        "vbscript:x",
        "ms-msdt:/id",
        "https://a.example/" + "x" * 3000,
    ],
)
def test_a_link_with_a_trick_in_it_is_not_opened(url: str) -> None:
    assert not links.is_openable(url)


def test_a_host_of_another_script_is_shown_as_it_is_asked_for() -> None:
    assert links.host("https://www.berita.example/x") == "berita.example"
    assert links.host("https://b\u0430nk.example/") == "xn--bnk-6cd.example"
    assert links.host("https://[bad/") == ""
