"""A file as text in which every byte has its place, so that what is not changed is written back as it was."""

import codecs
from dataclasses import dataclass

from papercat.errors import OutputError
from papercat.latex import to_latex
from papercat.text.decode import WORKBOOK, decode, is_binary

_KEEP = "surrogateescape"  # a byte that the codec does not know is one character, and becomes the same byte
_MARKS = {
    codecs.BOM_UTF8: "",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


@dataclass(frozen=True)
class Letters:
    """The text of a file.

    Attributes:
        text: as a reader takes it.
        exact: the same characters, but where a byte is none of the codec's; None if nobody can say which bytes a letter was.
        codec: what both were decoded with.
        mark: the byte order mark.
    """

    text: str
    exact: str | None
    codec: str
    mark: bytes

    def bytes_of(self, start: int, end: int | None) -> bytes:
        """Give a piece of the text as the bytes that it was read from.

        Raises:
            OutputError: nobody can say which they were.
        """
        if self.exact is None:
            raise OutputError(f"the file is damaged as {self.codec} and cannot be kept as it is; convert it to UTF-8 first")
        return self.exact[start:end].encode(self.codec, _KEEP)

    def encode(self, text: str) -> bytes:
        """Write new text, as far as the codec has its letters."""
        return self.fit(text).encode(self.codec, _KEEP)

    def fit(self, text: str) -> str:
        r"""Spell with LaTeX what the file's codec has no letter for.

        Raises:
            OutputError: LaTeX has none either.

        >>> read_letters(b"% Schr\xf6der", "refs.bib").fit("Sørensen, Kočiský")
        'Sørensen, Ko{\\v c}iský'
        """
        return "".join(char if self._has(char) else self._spelt(char) for char in text)

    def _has(self, char: str) -> bool:
        try:
            char.encode(self.codec)
        except UnicodeEncodeError:
            return False
        return True

    def _spelt(self, char: str) -> str:
        spelt = to_latex(char)
        if not spelt.isascii() or "\\symbol" in spelt:  # a number that only some fonts know
            raise OutputError(f"the file is {self.codec}, which has no {char!r}; convert it to UTF-8 first")
        return spelt


def read_letters(data: bytes, name: str) -> Letters:
    r"""Decode a file so that it can be written back to the byte.

    Raises:
        OutputError: it is no text.

    >>> read_letters(b"\xef\xbb\xbf@misc{bai}", "refs.bib").codec
    'utf-8'
    """
    decoded = decode(data)
    if decoded.encoding == WORKBOOK or is_binary(decoded.text):
        raise OutputError(f"{name}: not a text file; nothing was written")
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    codec = _MARKS.get(mark) or decoded.encoding.removesuffix("-sig")
    return Letters(decoded.text, _exact(data, mark, codec, len(decoded.text)), codec, mark)


def _exact(data: bytes, mark: bytes, codec: str, length: int) -> str | None:
    try:
        text = data[len(mark) :].decode(codec, _KEEP)
        is_same = len(text) == length and mark + text.encode(codec, _KEEP) == data
    except UnicodeError:
        return None
    return text if is_same else None
