"""A Word file that must not be opened is refused, whatever is wrong with it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.readers.word.word_file import is_word_file, read_word_file
from groundrules.readers.word.word_package import MOST_MEMBERS
from groundrules.readers.word.word_xml import DEEPEST, MOST_CHARACTERS, MOST_ELEMENTS
from word_files import RELATIONSHIPS, package, paragraph, part, word_file

PATH = "talks/harbor.docx"


def document(xml: str | bytes) -> bytes:
    return package({"_rels/.rels": RELATIONSHIPS, "word/document.xml": xml})


def packed(method: int = ZIP_DEFLATED, **changes: int) -> bytes:
    """Return a Word file with a member that is packed by a method, or declared otherwise."""
    content = BytesIO(word_file(paragraph("One")))
    info = ZipInfo("word/media/image1.png")
    info.compress_type = method
    with ZipFile(content, "a") as archive:
        archive.writestr(info, b"0" * 100)
        for name, value in changes.items():
            setattr(archive.getinfo(info.filename), name, value)
    return content.getvalue()


GOOD = word_file(paragraph("One"))

IN_DOCUMENT = "word/document.xml in it "

REFUSED = {
    "older": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an older or a password-protected"),
    "cut": (GOOD[:-30], "it is a damaged ZIP archive"),
    "header alone": (b"PK\x03\x04", "it is a damaged ZIP archive"),
    "no Word file": (package({"a.txt": "x"}), "it is a ZIP archive, and no Word document"),
    "slides": (
        package({"_rels/.rels": RELATIONSHIPS, "word/document.xml": "<p xmlns='urn:slides'/>"}),
        "it is a ZIP archive, and no Word document",
    ),
    "no document in it": (
        package({"_rels/.rels": RELATIONSHIPS}),
        "it is a ZIP archive, and no Word document",
    ),
    "members": (
        word_file("", {f"a{at}": "" for at in range(MOST_MEMBERS)}),
        "it has more than 2,000 members",
    ),
    "many more members": (
        word_file("", {f"a{at}": "" for at in range(2 * MOST_MEMBERS)}),
        "it has more than 2,000 members",
    ),
    "path up": (word_file("", {"word/../../x": ""}), "word/../../x in it has a path that leads"),
    "path from the root": (word_file("", {"/etc/x": ""}), "/etc/x in it has a path that leads"),
    "path with a drive": (word_file("", {"C:x": ""}), "C:x in it has a path that leads"),
    "path of another system": (
        word_file("", {"..\\x": ""}),
        "..\\x in it has a path that leads",
    ),
    "long path": (word_file("", {"/" * 90: ""}), f"{'/' * 80}… in it has a path that leads"),
    "other packing": (packed(ZIP_BZIP2), "word/media/image1.png in it is packed in a way"),
    "encrypted": (packed(flag_bits=1), "word/media/image1.png in it is encrypted"),
    "ratio": (
        word_file("", {"word/media/image1.png": b"0" * 4_000_000}),
        "word/media/image1.png in it would be more than 200 times larger unpacked",
    ),
    "declared too large": (
        packed(file_size=1 << 30, compress_size=1 << 29),
        "unpacked, it would have more than 128 MiB",
    ),
    "larger than declared": (
        document(part(paragraph("One"))).replace(
            len(part(paragraph("One"))).to_bytes(4, "little"), (9).to_bytes(4, "little")
        ),
        f"{IN_DOCUMENT}is damaged, or not as large as it declares",
    ),
    "damaged": (
        GOOD.replace(b"word/document.xml", b"word/documant.xml", 1),
        f"{IN_DOCUMENT}is damaged, or not as large as it declares",
    ),
    "not well-formed": (document("<w:p"), f"{IN_DOCUMENT}is not well-formed XML at line 1"),
    "unknown prefix": (document("<w:p/>"), f"{IN_DOCUMENT}is not well-formed XML at line 1"),
    "empty": (document(""), f"{IN_DOCUMENT}is not well-formed XML at line 1"),
    "unknown encoding": (
        document('<?xml version="1.0" encoding="klingon"?><a/>'),
        f"{IN_DOCUMENT}is in an encoding that cannot be read",
    ),
    "entities": (
        document('<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'),
        f"{IN_DOCUMENT}declares a document type, from which entities could come",
    ),
    "outside entity": (
        document('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'),
        f"{IN_DOCUMENT}declares a document type, from which entities could come",
    ),
    "document type alone": (
        document("<!DOCTYPE w><w/>"),
        f"{IN_DOCUMENT}declares a document type, from which entities could come",
    ),
    "deep": (
        word_file("<w:p>" * DEEPEST + "</w:p>" * DEEPEST),
        f"{IN_DOCUMENT}has more than 200 elements within each other",
    ),
    "endless tag": (
        document("<w " + "".join(f"a{at}='{at}' " for at in range(100_000)) + "/>"),
        f"{IN_DOCUMENT}has a tag or a text of half a mebibyte or more",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_must_not_be_opened_is_refused_with_the_member_s_name(name: str) -> None:
    content, message = REFUSED[name]

    assert is_word_file(content)
    with pytest.raises(BadInput) as caught:
        read_word_file(content, PATH)

    (fault,) = caught.value.faults
    assert (PATH, 0) == (fault.path, fault.line)
    assert fault.message.startswith(message)
    assert fault.remedy
    assert str(fault).isprintable()


def counted(number: int, width: int) -> str:
    return "".join(f"<w:r w:a='{at:0{width}}'/>" for at in range(number))


def test_too_many_elements_are_refused_even_in_several_members() -> None:
    half = MOST_ELEMENTS // 2 + 1
    content = word_file(counted(half, 9), {"word/header1.xml": part(counted(half, 8), "hdr")})

    with pytest.raises(BadInput, match=r"word/header1.xml in it has too many elements"):
        read_word_file(content, PATH)


def test_too_many_characters_are_refused() -> None:
    line = paragraph("".join(map(chr, range(0x4E00, 0x4E00 + 5000))))

    with pytest.raises(BadInput, match=r"word/document.xml in it has more than 4,194,304 char"):
        read_word_file(word_file(line * (MOST_CHARACTERS // 5000 + 1)), PATH)


@given(st.binary(max_size=60), st.integers(0, 700))
def test_a_damaged_file_is_read_or_refused(noise: bytes, at: int) -> None:
    content = GOOD[:at] + noise + GOOD[at + len(noise) :]
    try:
        file = read_word_file(content, PATH)
    except BadInput as bad:
        assert {PATH} == {fault.path for fault in bad.faults}  # noqa: PT017 - either is right
    else:
        assert isinstance(file.blocks, list)
