r"""Values as YAML writes them, read line by line: quoted scalars, and the items of a list below their label or in brackets.

The head of a note or of a page has such values, and so has a stream of documents with `---` between them. What nests deeper is a tree.
"""

import re
from collections.abc import Iterable, Sequence

from papercat.text.document import Place

_DOUBLE = r'"(?:[^"\\]|\\.)*"'
_SINGLE = r"'(?:[^']|'')*'"
_QUOTED = re.compile(rf"{_DOUBLE}|{_SINGLE}", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U000([0-9A-Fa-f]{5})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": " ", "\n": "", "0": ""}
_BRACKETS = re.compile(r"[\[\]\"]")
_DASH = re.compile(r"-[ \t\u00a0]+(?=\S)")
# an item in quotes, behind its dash or its comma
_ITEM = re.compile(rf"(?:-[ \t\u00a0]+|[\[,]\s*)({_DOUBLE}|{_SINGLE})\s*(?=\Z|-[ \t\u00a0]|[,\]])")


def unquoted(text: str) -> str | None:
    r"""Read a text that is one quoted scalar, None where it is not.

    >>> unquoted('"L\\u00f3pez de M\\xe1ntaras"'), unquoted("'The Devil''s Advocate'")
    ('López de Mántaras', "The Devil's Advocate")
    >>> unquoted('"Why Should I Trust You?": Explaining the Predictions of Any Classifier') is None
    True
    """
    text = text.strip()
    if not _QUOTED.fullmatch(text):
        return None
    return text[1:-1].replace("''", "'") if text[0] == "'" else _ESCAPE.sub(_sign, text[1:-1])


def is_yaml(titles: Iterable[str], *, has_lists: bool) -> bool:
    """Tell from its titles whether a page quotes its values: most of them, or those alone that YAML could not read otherwise.

    >>> is_yaml(['"Sleeper Agents"', '"Pure and Spurious Critical Points"'], has_lists=False)
    True
    >>> is_yaml(["Sleeper Agents", '"ZygOS: Achieving Low Tail Latency"'], has_lists=False)
    True
    >>> is_yaml(["Sleeper Agents", '"Honest" Agents', '"Cloze"'], has_lists=False)
    False
    """
    found = [(": " in title, unquoted(title) is not None) for title in titles]
    quoted = sum(is_quoted for _, is_quoted in found)
    is_needed = all(is_quoted == has_colon for has_colon, is_quoted in found)
    return quoted > 0 and (has_lists or is_needed or 2 * quoted > len(found))


def members(lines: Sequence[tuple[Place, str]]) -> list[tuple[Place, str]]:
    r"""Give the items of a list that stands below its label, or in brackets beside it; [] where there is none.

    The first line is what stands beside the label.

    >>> lines = [(Place(0, 0), ""), (Place(4, 12), '- "Luc Bégin"'), (Place(13, 29), "- Pascal Germain")]
    >>> [text for _, text in members(lines)]
    ['Luc Bégin', 'Pascal Germain']
    >>> [text for _, text in members([(Place(0, 32), '["Luc Bégin", "Pascal Germain"]')])]
    ['Luc Bégin', 'Pascal Germain']
    """
    (place, head), *below = lines
    if head.startswith("["):
        return [(place, text) for text in _quoted_items(" ".join(text for _, text in lines))]
    if head or not below or not all(_DASH.match(text) for _, text in below):
        return []
    return [(spot, one) for spot, text in below for one in _quoted_items(text) or [text[text.index("-") + 1 :].strip()]]


def unbracketed(text: str) -> str | None:
    """Read a list in brackets whose items are not quoted.

    >>> unbracketed("[Ashish Vaswani, Noam Shazeer]")
    'Ashish Vaswani, Noam Shazeer'
    """
    text = text.strip()
    return text[1:-1] if text[:1] == "[" and text[-1:] == "]" and not _BRACKETS.search(text, 1, len(text) - 1) else None


def _quoted_items(text: str) -> list[str]:
    """Read items of which each is quoted, [] where something else stands between them."""
    found = _ITEM.findall(text)
    rest = _ITEM.sub("", text).strip(" \t]")
    return [] if rest else [unquoted(one) or "" for one in found]


def _sign(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    return chr(int(code, 16)) if code else _SIGNS.get(match[4], match[4])
