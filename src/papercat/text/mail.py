"""Letters as mail carries them: quoted-printable, encoded words (RFC 2047), UTF-7."""

import binascii
import codecs
import re
from functools import partial

from papercat.text.context import beside, outside
from papercat.text.escapes import read_bytes

_TOKEN = re.compile(r"\S+")
_QUOTED_RUN = re.compile(r"(?:=[0-9A-F]{2})+")
_HIGH = re.compile(r"=[89A-F][0-9A-F]")
_SOFT_BREAK = re.compile(r"=[ \t]{0,4}\r?\n")
_QUOTED_END = re.compile(r"=20(?=\r?\n|\Z)")
_WORD = r"=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?\r\n]*)\?="
_ENCODED = re.compile(_WORD)
_ENCODED_WORDS = re.compile(rf"{_WORD}(?:\s{{1,4}}{_WORD})*")
_SHIFTED = re.compile(r"\+([A-Za-z0-9+/]{3,})(-|(?![A-Za-z0-9+/]))")
_BASE64 = {char: i for i, char in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}
_LONGEST_SHIFT = 200  # signs; what is longer is a key or a picture
# codecs that read bytes as something else than text of a language
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})


def fix_quoted_printable(text: str) -> str:
    r"""Read quoted-printable letters; where there are any, the soft line breaks go too.

    >>> fix_quoted_printable("Stanis=C5=82aw Jastrz=C4=99b=\nski, p=3D1")
    'Stanisław Jastrzębski, p=1'
    >>> fix_quoted_printable("E=mc2, x=20, n=BE, k=C3 and https://example.org/?q=C5=82")
    'E=mc2, x=20, n=BE, k=C3 and https://example.org/?q=C5=82'
    """
    if not _HIGH.search(text):
        return text
    joined = _SOFT_BREAK.sub("", text)
    read = outside(joined, lambda part: _TOKEN.sub(_quoted_token, part))
    return _QUOTED_END.sub(" ", read.replace("=3D", "=")) if read != joined else text


def fix_encoded_words(text: str) -> str:
    """Read the encoded words of mail headers.

    Source: RFC 2047. The blank between two encoded words is none, and a letter may be cut between them.

    >>> fix_encoded_words("=?utf-8?q?Micha=C5=82?= =?utf-8?b?IMWBaWFu?= and =?iso-8859-2?Q?=A3ukasz_G=F3rski?=")
    'Michał Łian and Łukasz Górski'
    >>> fix_encoded_words("=?no-such?q?a=FF?=, =?a=?")
    '=?no-such?q?a=FF?=, =?a=?'
    """
    return _ENCODED_WORDS.sub(_words, text)


def fix_utf7(text: str) -> str:
    """Read letters that were written in UTF-7.

    Source: RFC 2152. A shifted group is base64 of UTF-16 with bits of zero at its end; only letters are read, and only
    where their case fits.

    >>> fix_utf7("Micha+AUI- G+APM-rski, +AUE-ukasz")
    'Michał Górski, Łukasz'
    >>> fix_utf7("C++, A+B, +AND-gate, HER2+positive-, +1-555-0100, MEG+AMI-based")
    'C++, A+B, +AND-gate, HER2+positive-, +1-555-0100, MEG+AMI-based'
    """
    return outside(text, lambda part: _SHIFTED.sub(_shifted, part)) if _SHIFTED.search(text) else text


def _quoted_token(match: re.Match[str]) -> str:
    token = match[0]
    if not _HIGH.search(token):
        return token
    for sure in (False, True):
        read = _QUOTED_RUN.sub(partial(_quoted_run, sure=sure), token)
        if read == token:
            break
        token = read
    return token


def _quoted_run(match: re.Match[str], *, sure: bool) -> str:
    data = bytes.fromhex(match[0].replace("=", ""))
    before, after = beside(match)
    # one byte alone needs a letter on both sides: "k=DE" is an equation
    if len(data) == 1 and not sure and not (before.isalpha() and after.islower()):
        return match[0]
    if sure and max(data) < 0x80 and min(data) >= 0x20:
        return data.decode("ascii")
    return read_bytes(data, before, after, sure=sure) or match[0]


def _words(match: re.Match[str]) -> str:
    out: list[str] = []
    data, charset = b"", ""
    for word in _ENCODED.finditer(match[0]):
        payload = _payload(word[2], word[3])
        if payload is None or not _is_charset(word[1]):
            return match[0]
        if word[1].lower() != charset and data:
            out.append(data.decode(charset, "replace"))
            data = b""
        charset, data = word[1].lower(), data + payload
    text = "".join([*out, data.decode(charset, "replace")])
    return match[0] if "\ufffd" in text or re.search(r"[\x00-\x08\x0b-\x1f]", text) else text


def _payload(kind: str, text: str) -> bytes | None:
    try:
        if kind in "bB":
            return binascii.a2b_base64(text + "=" * (-len(text) % 4), strict_mode=True)
        return binascii.a2b_qp(text.encode("ascii"), header=True)
    except (binascii.Error, UnicodeEncodeError):
        return None


def _is_charset(name: str) -> bool:
    try:
        found = codecs.lookup(name).name
        b"a".decode(name)
    except (LookupError, ValueError):
        return False
    return found.replace("-", "_") not in _NO_CHARSETS


def _shifted(match: re.Match[str]) -> str:
    text = _from_utf16(match[1]) if len(match[1]) <= _LONGEST_SHIFT else ""
    before, after = beside(match)
    if not text or not all(map(_is_likely, text)):
        return match[0]
    if before.isdigit() or not (match[2] or before.isalpha() or after == ""):
        return match[0]
    is_odd = before.isalpha() and text[0].isupper() and (before.islower() or after.islower())
    return match[0] if is_odd else text


def _is_likely(char: str) -> bool:
    # base64 of words in prose gives Chinese letters in the main: "+positive-"
    return (char.isalpha() and ("\x80" < char < "\u0600" or "\u1e00" <= char < "\u2000")) or "\u2010" <= char <= "\u203a"


def _from_utf16(group: str) -> str:
    bits = 0
    for char in group:
        bits = bits << 6 | _BASE64[char]
    spare = len(group) * 6 % 16
    if spare >= 6 or bits & ((1 << spare) - 1):
        return ""
    data = (bits >> spare).to_bytes(len(group) * 6 // 16 * 2, "big")
    return data.decode("utf-16-be", "ignore")
