"""Web addresses in LaTeX: found, and read without what LaTeX wants before their signs."""

import re

from papercat.latex.symbols import symbols

ADDRESS = (
    r"(?P<address>(?:https?://|ftp://|www\.)(?:[^\s\\{}$`'\"<>]|\\[&%#_~$/-]|\\~\{\}|\$\\sim\$|\\text[a-z]+\{\}"
    r"|\{\\(?:[&%#_~$]|text[a-z]+)\})+)"
)
_SIGN = re.compile(r"\{?\\([&%#_~$/-]|text[a-z]+)(?:\{\})?\}?|\$\\sim\$|%\n")


def has_address(text: str) -> bool:
    """Say whether a text may hold an address.

    >>> has_address("See www.example.org"), has_address("See above")
    (True, False)
    """
    return "://" in text or "www." in text


def read_address(latex: str) -> str:
    r"""Read an address: its signs without their backslashes, and all else as it stands.

    >>> read_address(r"http://example.org/\~{}a\_b\%20c--d")
    'http://example.org/~a_b%20c--d'
    """
    return _SIGN.sub(_sign, latex)


def _sign(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return "~" if match[0] == r"$\sim$" else ""
    if name.isalpha():
        return symbols().get(name, match[0])
    return "" if name in "/-" else name


def linked(address: str, words: str) -> str:
    """Put an address behind the words that link to it, so that neither is lost.

    >>> linked("https://arxiv.org/abs/2212.09251", "Perez et al."), linked("http://example.org", "example.org")
    ('Perez et al. (https://arxiv.org/abs/2212.09251)', 'example.org')
    """
    if not words.strip():
        return address
    return words if _bare(words) == _bare(address) else f"{words} ({address})"


def _bare(address: str) -> str:
    return address.strip().partition("://")[2] or address.strip()
