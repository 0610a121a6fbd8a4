"""In which encoding a page is: its mark, what it says of itself, or else what it can be."""

from __future__ import annotations

import pytest

from groundrules.errors import BadInput
from groundrules.readers.draft.web_encoding import page_text

META = '<meta charset="{}"><p>'
HTTP = '<meta http-equiv="Content-Type" content="text/html; charset={}"><p>'
XML = '<?xml version="1.0" encoding="{}"?><p>'

READ = {
    "UTF-8 without a word": "<p>Café €".encode(),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + "<p>Café €".encode(),
    "a mark against a word": b"\xef\xbb\xbf" + (META.format("latin1") + "Café €").encode(),
    "UTF-16 with a mark": "<p>Café €".encode("utf-16"),
    "Windows-1252 without a word": "<p>Café €".encode("cp1252"),
    "latin1": (META.format("ISO-8859-1") + "Café €").encode("cp1252"),
    "UTF-8": (META.format("UTF-8") + "Café €").encode(),
    "in the header": (HTTP.format("windows-1252") + "Café €").encode("cp1252"),
    "in the declaration": (XML.format("windows-1252") + "Café €").encode("cp1252"),
    "UTF-16 that cannot be": (META.format("utf-16") + "Café €").encode(),
    "the first word": (META.format("utf-8") + META.format("koi8-r") + "Café €").encode(),
    "not in a comment": ("<!--" + META.format("koi8-r") + "--><p>Café €").encode(),
}


@pytest.mark.parametrize("name", READ)
def test_the_characters_are_those_that_were_meant(name: str) -> None:
    assert page_text(READ[name], "page.html").endswith("Café €")


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("shift_jis", "cp932", "東京"),
        ("gb2312", "gb18030", "北京"),
        ("euc-kr", "cp949", "서울"),
        ("windows-1251", "cp1251", "Москва"),
        ("koi8-r", "koi8-r", "Москва"),
        ("iso-8859-2", "iso8859-2", "Łódź"),
        ("big5", "big5", "台北"),
    ],
)
def test_the_encodings_of_the_world_are_read(label: str, codec: str, text: str) -> None:
    assert page_text((META.format(label) + text).encode(codec), "page.html").endswith(text)


def test_a_mark_is_no_text() -> None:
    assert "<p>" == page_text(b"\xef\xbb\xbf<p>", "page.html")


REFUSED = {
    "it says that it is in klingon": META.format("klingon").encode(),
    "it says that it is in utf-7": META.format("utf-7").encode(),
    "it says that it is in unicode_escape": META.format("unicode_escape").encode(),
    "byte 29 is not UTF-8": META.format("utf-8").encode() + b"caf\xe9",
    "it holds a NUL": b"<p>a\0b",
}


@pytest.mark.parametrize("message", REFUSED)
def test_what_cannot_be_read_is_refused(message: str) -> None:
    with pytest.raises(BadInput) as caught:
        page_text(REFUSED[message], "page.html")

    (fault,) = caught.value.faults
    assert ("page.html", True) == (fault.path, fault.message.startswith(message))
    assert fault.remedy
