"""HTML entities as they stand in metadata: escaped more than once, cut off, or in capitals."""

import html
import re
from collections.abc import Mapping
from functools import cache
from html.entities import html5, name2codepoint

from papercat.text.context import outside

ENTITY = re.compile(r"&((?:amp;)*)(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_OPEN_NUMBER = re.compile(r"&(#\d{3,4}|#[xX][0-9a-fA-F]{2,4})(?![;\d])")
_SPACED_NAMES = "amp|lt|gt|quot|nbsp|[nm]dash|[lr][sd]quo|hellip"
_SPACED = re.compile(rf"&({_SPACED_NAMES})(?![A-Za-z0-9;=])")
_LATIN = 0x250  # letters below are Latin
# Words of their own in pasted text: "BTC&ETH", "rose&thorn". They are read beside another entity only.
_UNSURE = frozenset({"eth", "ETH", "thorn", "THORN"})
_AROUND = 40  # characters that are looked at beside an entity
_LAYERS = 4  # "&amp;lt&semi;" and the like; each reading makes the text shorter


def fix_entities(text: str) -> str:
    """Read HTML entities, however often they were escaped, and those of letters that lost their semicolon.

    >>> fix_entities("I&ntilde;igo &amp;amp; Co; AT&T; R&D; Mu&ntildeoz, Ga&scaroni&#263, p &amp;lt; 1")
    'Iñigo & Co; AT&T; R&D; Muñoz, Gašić, p < 1'
    >>> fix_entities("https://example.org/?a=1&copy=2 &copy M&UUML;ller, M&UUML;LLER, l&#146;homme")
    'https://example.org/?a=1&copy=2 &copy Müller, MÜLLER, l’homme'
    """
    for _ in range(_LAYERS):
        before = text
        text = ENTITY.sub(_whole, text) if "&" in text else text
        text = outside(text, _open) if _maybe_open().search(text) else text
        if text == before:
            break
    return text


def _whole(match: re.Match[str]) -> str:
    """Read an entity that ends with a semicolon, all its layers at once."""
    escaped, name = match[1], match[2]
    if name.startswith("#"):
        return html.unescape(f"&{name};") if int(name[2:] or "0", 16) < 0x110000 or name[1] not in "xX" else match[0]
    if f"{name};" in html5:
        return html5[f"{name};"]
    if name.isupper() and name in _capitals():
        return _capital(match, *_capitals()[name])
    return f"&{name};" if escaped else match[0]


def _capital(match: re.Match[str], small: str, large: str) -> str:
    # &EACUTE; is é in a word of small letters: what stands around it decides, other entities left out
    around = (match.string[max(0, match.start() - _AROUND) : match.start()], match.string[match.end() : match.end() + _AROUND])
    before, after = (ENTITY.sub("", part) for part in around)
    begins_word = not before[-1:].isalpha() and not around[0].endswith(";")
    is_shouted = before[-1:].isupper() and (after[:1].isupper() or (before[-2:-1].isupper() and not after[:1].islower()))
    return large if begins_word or is_shouted else small


def _open(text: str) -> str:
    """Read letters that lost their semicolon."""
    if "&" not in text:
        return text
    read = _SPACED.sub(lambda m: html5[f"{m[1]};"], _OPEN_NUMBER.sub(_number, text))
    letters = {name for name in _open_letters().findall(read) if name not in _UNSURE}
    return _open_letters().sub(lambda m: chr(name2codepoint[m[1]]), read) if letters or read != text else text


def _number(match: re.Match[str]) -> str:
    char = html.unescape(f"&{match[1]};")
    is_text = char.isalpha() and ("\x80" <= char < chr(_LATIN) or "\u1e00" <= char < "\u1f00")
    return char if is_text or "\u2010" <= char <= "\u203a" else match[0]


@cache
def _open_letters() -> re.Pattern[str]:
    """Match the names of Latin letters, the longest first, without a semicolon; `&eacute=1` is a parameter."""
    return re.compile(rf"&({_letters()})(?![;=])")


def _letters() -> str:
    names = (name for name, code in name2codepoint.items() if 0x80 < code < _LATIN and chr(code).isalpha() and len(name) > 3)
    return "|".join(sorted({*names, "eth", "ETH"} - {"ordf", "ordm", "micro"}, key=len, reverse=True))


@cache
def _maybe_open() -> re.Pattern[str]:
    """Match the beginning of all that `_open` reads: looking for addresses costs fifty times as much as looking for this."""
    return re.compile(rf"&(?:#[xX\d]|{_SPACED_NAMES}|{_letters()})")


@cache
def _capitals() -> Mapping[str, tuple[str, str]]:
    """Map names in capitals, as a shouting program leaves them, to the small and the large letter."""
    pairs = {name[:-1].upper(): char for name, char in html5.items() if name.endswith(";") and len(char) == 1 and char.isalpha()}
    return {name: (char.lower(), char.upper()) for name, char in pairs.items() if ord(char) < _LATIN and f"{name};" not in html5}
