r"""biblatex's extended format of a name, in which each part has its name: `given=Hans, family=Harman, prefix=de, useprefix=false`.

The names of the parts are those of the manual of biblatex, "Name format"; a value may stand in braces or in quotation marks.
"""

import re

from papercat.names.name import Name

_PARTS = {"family": "family", "given": "given", "prefix": "particle", "suffix": "suffix"}
# what says how a name is printed and sorted, and nothing of the name
_OPTIONS = re.compile(r"(?:family|given|prefix|suffix)-i|(?:use|sorting|unique|global|nonuse|no)\w+|id|hash|gender|nameaddon")
_PART = re.compile(r"\s*([a-z-]+)\s*=\s*(.*?)\s*", re.IGNORECASE | re.DOTALL)
_BRACE_OR_COMMA = re.compile(r"[{},]")
UNNAMED = "parts with names, as biblatex has them, and no family name; read as it stands"
UNPRINTED = "an option of biblatex; left out: "


def is_extended(text: str) -> bool:
    """Tell a name whose first part has its name.

    >>> is_extended("family=Shor, given=Peter"), is_extended("Shor, Peter"), is_extended("E = mc, Albert")
    (True, False, False)
    """
    found = _PART.match(text) if "=" in text else None
    return found is not None and (found[1].lower() in _PARTS or _OPTIONS.fullmatch(found[1].lower()) is not None)


def parse_extended(text: str) -> Name | None:
    """Read a name in the extended format; None if it is not one, or has no family name.

    >>> parse_extended("given=Charles Louis, prefix=de la, family={Vallée Poussin}, suffix=Jr.")[:4]
    ('Vallée Poussin', 'Charles Louis', 'de la', 'Jr.')
    >>> parse_extended("Shor, given=Peter") is parse_extended("given=Peter") is None
    True
    """
    found: dict[str, str] = {}
    notes: list[str] = []
    for piece in _pieces(text):
        part = _PART.fullmatch(piece)
        name = part[1].lower() if part else ""
        if part and name in _PARTS:
            found[_PARTS[name]] = _bare(part[2])
        elif part and _OPTIONS.fullmatch(name):
            notes += [f"{UNPRINTED}{piece.strip()}"] * (not name.endswith("-i"))
        else:
            return None
    family, given, particle, suffix = (found.get(part) or None for part in _PARTS.values())
    return Name(family, given, particle, suffix, notes=tuple(notes)) if family else None


def _pieces(text: str) -> list[str]:
    """Cut a name at the commas outside of braces."""
    pieces, depth, begin = list[str](), 0, 0
    for mark in _BRACE_OR_COMMA.finditer(text):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if mark[0] == "," and depth == 0:
            pieces.append(text[begin : mark.start()])
            begin = mark.end()
    return [*pieces, text[begin:]]


def _bare(value: str) -> str:
    """Take off the braces or quotation marks around a value."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].strip()
    is_group = value.startswith("{") and value.endswith("}") and value.count("{") == 1
    return value[1:-1].strip() if is_group and not value.startswith("{\\") else value
