r"""What people do in YAML by hand and YAML does not take: `title: BERT: Pre-training`, tabs before a line, a quote that is not closed.

A sign that stops the parser is written as a letter of the private use area, each at its place, and read back from the values: the places
of all that is read stay those of the file.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

_AREA = 0xE000  # of the Basic Multilingual Plane, which YAML takes for letters
_USED = re.compile("[\ue000-\uf8ff]")
_HIDDEN = re.compile("[\ue020-\ue07e]")
_INDENT = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_VALUE = re.compile(r"^([ \t]*(?:-[ \t]+)*(?:[\w-]+(?: [\w-]+){0,3}[ \t]*:[ \t]+)?)(?=[^\s#])(?!-[ \t])([^\n\r]*[^\s])", re.MULTILINE)
_COLON = re.compile(r":(?=[ \t]|\Z)")
_CLOSING = {'"': '"', "'": "'", "[": "]", "{": "}"}
_ALIAS = re.compile(r"\*[\w-]+|[&!][\w:!-]+(?:\s.*)?|[|>][0-9+-]*(?:\s+#.*)?", re.DOTALL)
_INDICATORS = "\"'[{]},&*!|>%@`?"


def without_slips(text: str) -> Iterator[str]:
    r"""Hide the signs in the values of lines that are there by mistake: first colons and tabs, then what a value cannot begin with.

    The texts have the length of this one; none come where nothing is to be hidden.

    >>> [show(text) for text in without_slips("title: BERT: Pre-training\nyear: 2019\n")]
    ['title: BERT: Pre-training\nyear: 2019\n']
    >>> list(map(len, without_slips("\ttitle: 'Language models\n"))), list(without_slips("title: Sleeper Agents\n"))
    ([25, 25], [])
    """
    if _USED.search(text):
        return
    before = text
    indented = _INDENT.sub(lambda match: match[0].replace("\t", " "), text)
    for hide in (_hide_colons, _hide_signs):
        mended = _VALUE.sub(partial(_line, hide), indented)
        if mended != before:
            yield mended
        before = mended


def _line(hide: Callable[[str], str], match: re.Match[str]) -> str:
    return match[0] if _is_key(match) else match[1] + hide(match[2])


def _is_key(match: re.Match[str]) -> bool:
    """Tell a name whose value stands in the lines below it."""
    return not match[1].rstrip(" \t").endswith(":") and match[2].endswith(":") and match[2].count(":") == 1


def _hide_colons(value: str) -> str:
    return value if value[0] in _INDICATORS else _COLON.sub(_hidden(":"), value)


def _hide_signs(value: str) -> str:
    """Hide what a plain value cannot hold; a value that is as YAML wants it stays."""
    first = value[0]
    if len(value) == 1 or (first in _CLOSING and value.endswith((_CLOSING[first], _CLOSING[first] + ","))):
        return value
    if _ALIAS.fullmatch(value):
        return value
    value = _COLON.sub(_hidden(":"), value)
    return _hidden(first) + value[1:] if first in _INDICATORS else value


def _hidden(sign: str) -> str:
    return chr(_AREA + ord(sign))


def show(text: str) -> str:
    """Read hidden signs back."""
    return _HIDDEN.sub(lambda match: chr(ord(match[0]) - _AREA), text) if not text.isascii() else text
