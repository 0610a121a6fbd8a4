"""The characters of a page: in which encoding its bytes are.

A byte-order mark says it, or else the page itself in its first bytes; a page that says nothing is
UTF-8 if it can be, and Windows-1252 otherwise (HTML Living Standard, section 13.2.3). What a label
means is what the Encoding Standard says: `iso-8859-1` means Windows-1252.
"""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser

from groundrules.draft.listed import listed
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import place, shown

_FIRST_BYTES = 8192

_DECLARED = re.compile(r"""charset\s*=\s*["']?\s*([^\s"'/>;]+)|encoding\s*=\s*["']([^"']+)""")

_CODECS = {
    **{name: name for name in listed("utf-8 koi8-r koi8-u gbk gb18030 big5 euc-jp iso-2022-jp")},
    **{f"windows-{number}": f"cp{number}" for number in (874, *range(1250, 1259))},
    **{f"iso-8859-{number}": f"iso8859-{number}" for number in (*range(2, 9), 10, 13, 14, 15, 16)},
    **dict.fromkeys(listed("iso-8859-1 latin1 latin-1 us-ascii ascii cp1252"), "cp1252"),
    **dict.fromkeys(listed("iso-8859-9 latin5"), "cp1254"),
    **dict.fromkeys(listed("iso-8859-11 tis-620"), "cp874"),
    **dict.fromkeys(listed("utf8 utf-16 utf-16le utf-16be unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(listed("shift_jis shift-jis sjis x-sjis ms_kanji windows-31j"), "cp932"),
    **dict.fromkeys(listed("euc-kr ks_c_5601-1987 korean windows-949"), "cp949"),
    **dict.fromkeys(listed("gb2312 gb_2312-80 x-gbk"), "gb18030"),
    "big5-hkscs": "big5hkscs",
    "ibm866": "cp866",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
}
"""What a page may call an encoding to what it is."""

_SAVE = "save it anew from the browser, or as UTF-8"


def page_text(content: bytes, path: str) -> str:
    """Return the characters of a page, without a byte-order mark.

    Args:
        content: the whole file.
        path: the file as the caller named it.

    Raises:
        BadInput: it says that it is in an encoding that nobody has, it is not in the one that it
            says, or it holds a NUL.
    """
    name = shown(path)
    text = _decoded(content, name)
    at = text.find("\0")
    if at >= 0:
        raise BadInput(Fault(name, "it holds a NUL character", _SAVE, *place(text, at)))
    return text.removeprefix("\ufeff")


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _in(content, "utf-16", name)
    label = "" if content.startswith(codecs.BOM_UTF8) else _label(content[:_FIRST_BYTES])
    if label and label not in _CODECS:
        message = f"it says that it is in {shown(label[:40])}, which is no encoding of pages"
        raise BadInput(Fault(name, message, _SAVE))
    if label:
        return _in(content, _CODECS[label], name)
    try:
        return content.decode()
    except UnicodeDecodeError:
        return _in(content, "cp1252", name)


def _in(content: bytes, codec: str, name: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not {codec.upper()}, which it is said to be in"
        raise BadInput(Fault(name, message, _SAVE)) from None


class _Declaration(HTMLParser):
    """What the head of a page says of its encoding, first come first served."""

    def __init__(self) -> None:
        super().__init__()
        self.label = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag."""
        if tag == "meta" and not self.label:
            said = " ".join(f"{name}={value}" for name, value in attrs)
            self._take(said)

    def handle_pi(self, data: str) -> None:
        """Take the declaration of XML."""
        if data.startswith("xml ") and not self.label:
            self._take(data)

    def parse_html_declaration(self, i: int) -> int:
        """Take `<![` as the comment that the standard makes of it."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def _take(self, said: str) -> None:
        match = _DECLARED.search(said.lower())
        if match:
            self.label = match[1] or match[2]


def _label(first: bytes) -> str:
    declaration = _Declaration()
    declaration.feed(first.decode("latin-1"))
    return declaration.label
