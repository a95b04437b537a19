"""Editors and translators, whom a file may name one by one."""

import re
from collections.abc import Mapping

_SECOND = frozenset(("editor-2", "translator-2"))
_AND = re.compile(r"\s+and\s+|\s*;\s*")
_ONE_MORE = re.compile(r"(editor|translator)-[0-9]+")


def together(extra: Mapping[str, str]) -> Mapping[str, str]:
    """Put people of one role together whom `extra` has one by one: RIS has a line for each editor, interfaces an object.

    >>> together({"editor": "Michon, Romain", "issn": "2220-4806", "editor-2": "Schroeder, Franziska"})
    {'editor': 'Michon, Romain and Schroeder, Franziska', 'issn': '2220-4806'}
    """
    if _SECOND.isdisjoint(extra):
        return extra
    found: dict[str, str] = {}
    for label, text in extra.items():
        name = role_of(label)
        if name not in found:
            found[name] = text
        elif text not in apart(found[name]):  # a merge can have all of them from one record, and each from another
            found[name] += f" and {text}"
    return found


def apart(text: str) -> list[str]:
    """Part the people of a text, as `together` puts them.

    >>> apart("Michon, Romain and Schroeder, Franziska; Orlarey, Yann")
    ['Michon, Romain', 'Schroeder, Franziska', 'Orlarey, Yann']
    """
    return _AND.split(text)


def role_of(label: str) -> str:
    """Give the label without the number that a further person of a role has.

    >>> role_of("editor-12"), role_of("editor"), role_of("issn-2")
    ('editor', 'editor', 'issn-2')
    """
    further = _ONE_MORE.fullmatch(label)
    return further[1] if further else label
