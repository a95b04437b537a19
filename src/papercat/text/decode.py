"""From bytes to text: every byte string has a reading, and what was guessed is said."""

import codecs
import re
from typing import NamedTuple

from papercat.text.phrases import counted
from papercat.text.workbook import is_workbook, read_workbook

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes; enough to count zero bytes and cheap on a large file
WORKBOOK = "xlsx"  # stands for the codec of a workbook
BROKEN = "encoding-broken"
_HIGH = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# A text file has no zero bytes; beside some controls a thousandth is forgiven, an image or a PDF has a tenth and more.
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]*)")  # XML 1.0, production 80
_WESTERN = frozenset({"utf-8", "ascii", "iso8859-1", "cp1252"})  # what they say is decided by the bytes
# The separators of groups, records and units are none of these: a twentieth of a record of MARC.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c]")
_MAX_CONTROL_SHARE = 0.02


class Decoded(NamedTuple):
    """A text and how it was read.

    Attributes:
        text: one character for each that the bytes hold; a byte that fits nowhere is read as cp1252.
        encoding: the codec's name.
        note: what was guessed or broken, empty if nothing was.
        code: the issue code that goes with the note.
    """

    text: str
    encoding: str
    note: str
    code: str = "encoding-guessed"


def decode(data: bytes) -> Decoded:
    r"""Read bytes as text: by byte order mark, as UTF-8, as UTF-16 without a mark, as XML says itself, else as cp1252.

    Of an Excel workbook the text is its cells.

    >>> decode("Sören".encode("utf-16"))
    Decoded(text='Sören', encoding='utf-16', note='', code='encoding-guessed')
    >>> decode(b"S\xf6ren")
    Decoded(text='Sören', encoding='cp1252', note='not UTF-8; read as cp1252', code='encoding-guessed')
    """
    if is_workbook(data):
        text, note, code = read_workbook(data)
        return Decoded(text, WORKBOOK, note, code)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding) or _broken(data, encoding)
    wide = _wide_encoding(data)
    if wide:
        return _strict(data, wide, "no byte order mark; ") or _broken(data, wide)
    return _strict(data, "utf-8") or _declared(data) or _narrow(data)


def lenient(encoding: str) -> str:
    r"""Name the error handler with which every byte string of an encoding has a reading.

    >>> b"S\xf6ren".decode("utf-8", lenient("utf-8"))
    'Sören'
    """
    return {"utf-8": "papercat-cp1252", "utf-8-sig": "papercat-cp1252", "cp1252": "papercat-latin-1"}.get(encoding, "replace")


def is_binary(text: str) -> bool:
    r"""Tell text from pictures and archives by the share of control characters.

    >>> is_binary("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00"), is_binary("Constitutional AI")
    (True, False)
    """
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > _MAX_CONTROL_SHARE * len(sample)


def _strict(data: bytes, encoding: str, note: str = "") -> Decoded | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text, encoding, note and f"{note}read as {encoding}")


def _broken(data: bytes, encoding: str) -> Decoded:
    # a cut file: an odd byte at the end of UTF-16, or bytes that are no UTF-8 behind a mark that promised it
    if encoding == "utf-8-sig":
        return _narrow(data.removeprefix(codecs.BOM_UTF8))
    return Decoded(data.decode(encoding, "replace"), encoding, f"bytes that are not {encoding} were replaced by U+FFFD", BROKEN)


def _wide_encoding(data: bytes) -> str | None:
    # Latin text in UTF-16 has a zero in nearly every second byte, other text none at all.
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half < 2 or max(even, odd) < 0.4 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _declared(data: bytes) -> Decoded | None:
    # XML says its encoding; it is believed where the bytes are not UTF-8, and the words that say it are the same in it
    found = _DECLARATION.match(data[:_SAMPLE])
    if not found:
        return None
    name = found[1].decode("ascii")
    try:
        if codecs.lookup(name).name in _WESTERN or found[0].decode(name, "replace") != found[0].decode("ascii", "replace"):
            return None
    except LookupError:
        return None
    return _strict(data, name)


def _narrow(data: bytes) -> Decoded:
    # More whole UTF-8 sequences than stray bytes: a UTF-8 file with a wound. Otherwise a legacy file.
    whole = sum(map(len, _MULTIBYTE.findall(data)))
    stray = len(_HIGH.findall(data)) - whole
    if whole > 2 * stray:
        return Decoded(
            data.decode("utf-8", lenient("utf-8")),
            "utf-8",
            f"not all UTF-8; {counted(stray, 'stray byte')} read as cp1252",
            BROKEN,
        )
    return Decoded(_cp1252(data), "cp1252", "not UTF-8; read as cp1252")


def _cp1252(data: bytes) -> str:
    # its five undefined bytes become the control characters of the same number, so that no two bytes fall together
    return data.decode("cp1252", lenient("cp1252"))


def _latin_1_handler(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


def _cp1252_handler(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _cp1252(error.object[error.start : error.end]), error.end


codecs.register_error("papercat-latin-1", _latin_1_handler)
codecs.register_error("papercat-cp1252", _cp1252_handler)
