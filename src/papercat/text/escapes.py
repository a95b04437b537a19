r"""Letters as programs escape them: `%C5%84`, `%u0144`, `\u0144`, `\xc5\x84`, `\305\204`, `<U+0144>`."""

import re
from functools import partial

from papercat.text.context import beside, outside

_TOKEN = re.compile(r"\S+")
_PERCENT_RUN = re.compile(r"(?:%(?:25)*[0-9A-Fa-f]{2})+")
_PERCENT = re.compile(r"%(?:25)*([0-9A-Fa-f]{2})")
_PERCENT_SIGN = re.compile(r"(?<!\d)%(?:25)*([0-9A-Fa-f]{2})")
_PERCENT_ANY = re.compile(r"%(?:25)*(?:u[0-9A-Fa-f]{4}|[89A-Fa-f][0-9A-Fa-f])")
_PERCENT_U = re.compile(r"(?<!\d)(?:%(?:25)*u[0-9A-Fa-f]{4})+")
_BACKSLASH_ANY = re.compile(r"\\(?:[uU][0-9A-Fa-f{]|x[0-9A-Fa-f]|[0-3][0-7]{2})")
# each begins with a backslash alone, for which a text is searched ten times as fast as for one or more
_UNIT = r"(?:u[0-9A-Fa-f]{4}|U000[0-9A-Fa-f]{5}|u\{[0-9A-Fa-f]{3,6}\})"
_BACKSLASH_U = re.compile(rf"\\\\{{0,3}}{_UNIT}(?:\\{{1,4}}{_UNIT})*")
_BACKSLASH_X = re.compile(r"\\\\{0,3}x[0-9A-Fa-f]{2}(?:\\{1,4}x[0-9A-Fa-f]{2})*")
_OCTAL = re.compile(r"\\(?<!\\\\)\\?[0-3][0-7]{2}(?:\\{1,2}[0-3][0-7]{2})*")
_ANGLE = re.compile(r"<U\+([0-9A-Fa-f]{4,6})>")
_CODE = re.compile(r"[0-9A-Fa-f]{3,8}")
_OCTET = re.compile(r"[0-3][0-7]{2}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
# Dashes and quotes beside letters; in bytes a no-break space and what is left of a second mistake, which comes next
_MARKS = re.compile("[\x80-\xbf\u2010-\u203a\u20ac\u2122\u02c6\u02dc]")


def fix_percent(text: str) -> str:
    """Read bytes that were written as in an address, outside of addresses.

    Where letters were read, so are the escaped signs beside them, but not behind a digit: `100%20`.

    >>> fix_percent("Stanis%C5%82aw G%F3rski%2C Jos%25C3%25A9%20Mu%C3%B1oz, %u0141ukasz")
    'Stanisław Górski, José Muñoz, Łukasz'
    >>> fix_percent("100%20 of https://example.org/Jos%C3%A9 and a 95%CI, 20%body%fat, 10.1000/J%C3%A9%3E")
    '100%20 of https://example.org/Jos%C3%A9 and a 95%CI, 20%body%fat, 10.1000/J%C3%A9%3E'
    """
    if not _PERCENT_ANY.search(text):
        return text
    read = outside(text, lambda part: _TOKEN.sub(_percent_token, part))
    return outside(read, lambda part: _PERCENT_SIGN.sub(_printable, part)) if read != text else text


def fix_backslashes(text: str) -> str:
    r"""Read letters and bytes as programming languages escape them, outside of math.

    >>> fix_backslashes(r"Micha\u0142 G\xc3\xb6\xc3\x9fmann \303\226zt\303\274rk")
    'Michał Gößmann Öztürk'
    >>> print(fix_backslashes(r"Altu\u{g}, $\upsilon\x41$, C:\users\x, \100 \\200, \bar{x}"))
    Altu\u{g}, $\upsilon\x41$, C:\users\x, \100 \\200, \bar{x}
    """
    if not _BACKSLASH_ANY.search(text) or not any(escape.search(text) for escape in (_BACKSLASH_U, _BACKSLASH_X, _OCTAL)):
        return text  # TeX has \u{g}
    return outside(text, _backslashes, math=True)


def fix_code_points(text: str) -> str:
    """Read letters as R prints them where it cannot show them.

    >>> fix_code_points("Stanis<U+0142>aw, the sign U+0142, <U+0007>")
    'Stanisław, the sign U+0142, <U+0007>'
    """
    return _ANGLE.sub(lambda m: _char(int(m[1], 16)) or m[0], text)


def read_bytes(data: bytes, before: str, after: str, *, sure: bool = False) -> str | None:
    r"""Read escaped bytes as UTF-8, else as letters of cp1252 within a word; None if they are neither.

    Args:
        data: The bytes of a run of escapes.
        before: The character before the run, or "".
        after: The one after it.
        sure: Whether something else says that these are escapes, so that a single letter can begin a word.

    >>> read_bytes(b"\xc3\xb1", "u", "o"), read_bytes(b"\xf1", "u", "o"), read_bytes(b"\xf1", " ", "o"), read_bytes(b"\x20", "", "")
    ('ñ', 'ñ', None, None)
    """
    if max(data) < 0x80:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _single(data, before, after, sure=sure)
    is_text = any(char.isalpha() or _MARKS.match(char) for char in text if char > "\x7f")
    return text if is_text and not _CONTROL.search(text) else None


def _single(data: bytes, before: str, after: str, *, sure: bool) -> str | None:
    text = data.decode("cp1252", "ignore")
    if len(text) != len(data) or not all(char.isupper() or char.islower() or char in " -'" for char in text):
        return None
    is_in_word = before.isalpha() and not (before.islower() and text[0].isupper()) and not (text[-1].isupper() and after.islower())
    ends_abbreviation = before.isupper() and text.islower() and not after.isalpha()  # "LV%EF"
    begins_word = sure and not before.isalnum() and after.isalpha()
    return text if (is_in_word and not ends_abbreviation) or begins_word else None


def _percent_token(match: re.Match[str]) -> str:
    token = match[0]
    if "%" not in token:
        return token
    read = _PERCENT_U.sub(_code_units, token)
    sure = read != token
    for _ in range(2):  # a second time if the first found a letter, for those that begin a word
        before, read = read, _PERCENT_RUN.sub(partial(_percent_run, sure=sure), read)
        sure = sure or before != read
    return read


def _percent_run(match: re.Match[str], *, sure: bool) -> str:
    codes = _PERCENT.findall(match[0])
    before, after = beside(match)
    data = bytes.fromhex("".join(codes))
    # "%fat", "%decrease": a word behind a percent sign, where the escape would be one byte in small letters
    if len(codes) == 1 and codes[0].isalpha() and codes[0].islower() and not sure:
        return match[0]
    return read_bytes(data, before, after, sure=sure) or match[0]


def _printable(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if " " <= char < "\x7f" and char != "%" else match[0]


def _backslashes(text: str) -> str:
    if "\\" not in text:
        return text
    text = _BACKSLASH_U.sub(_code_units, text)
    text = _BACKSLASH_X.sub(lambda m: _bytes_run(m, bytes.fromhex("".join(re.findall(r"x(..)", m[0])))), text)
    return _OCTAL.sub(lambda m: _bytes_run(m, bytes(int(code, 8) for code in _OCTET.findall(m[0]))), text)


def _bytes_run(match: re.Match[str], data: bytes) -> str:
    before, after = beside(match)
    return read_bytes(data, before, after) or match[0]


def _code_units(match: re.Match[str]) -> str:
    """Read a run of numbers of 16 bits, in which two can make one character."""
    codes = _CODE.findall(match[0])
    # "\uface" and "\udead" are words behind a command
    if len(codes) == 1 and codes[0].isalpha() and match[0][-1] != "}":
        return match[0]
    units = "".join(chr(int(code, 16)) if int(code, 16) < 0x110000 else "\0" for code in codes)
    text = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return match[0] if _CONTROL.search(text) or "\ufffd" in text or "\\" in text else text


def _char(code: int) -> str | None:
    char = chr(code) if code < 0x110000 else "\0"
    return None if _CONTROL.match(char) else char
