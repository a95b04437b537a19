"""Ids of the ACL Anthology, old (P19-1001, to 2019) and new (2022.acl-long.1) (https://aclanthology.org/info/ids/)."""

import re
from collections.abc import Iterator

from papercat.identifiers.identifier import Identifier, address_start, in_visible, whole

_OLD = r"[A-Z](?:[6-9][0-9]|[01][0-9])-[0-9]{4}"
_NEW = r"(?:19[5-9][0-9]|20[0-9]{2})\.[a-z][a-z0-9]{1,20}-[a-z0-9]{1,20}\.[0-9]{1,4}"
# The old form is also one of part numbers and standards, so without an address or label it is not taken in prose.
_MARKED = re.compile(
    rf"(?:aclanthology\.(?:org|info)/(?:papers/|anthology/)?|aclweb\.org/anthology/(?:papers/)?|anthology\s?(?:id)?\s?[:=#]\s?)"
    rf"(?:[A-Z]/[A-Z][0-9]{{2}}/)?(?P<id>{_OLD}|{_NEW})(?:v(?P<version>[1-9]))?(?![0-9A-Za-z-])",
    re.IGNORECASE,
)
_FREE = re.compile(rf"(?<![\w./-])(?P<id>{_NEW})(?:v(?P<version>[1-9]))?(?![0-9A-Za-z_-]|\.[0-9])")
_DIGITS_END = re.compile(r"-[a-z0-9]{1,20}\.[0-9]", re.IGNORECASE)  # stands in every new id, and starts with a letter


def parse_acl(text: str) -> Identifier | None:
    """Read a text that is an id of the ACL Anthology and nothing else.

    >>> parse_acl("https://www.aclweb.org/anthology/P/P14/P14-1041.pdf").id, parse_acl("P19-1001").year
    ('P14-1041', 2019)
    >>> parse_acl("https://aclanthology.org/2022.acl-long.1/").id
    '2022.acl-long.1'
    """
    return whole(text, find_acl, label="anthology:")


def find_acl(text: str) -> Iterator[Identifier]:
    """Find the ids of the ACL Anthology in a running text; old ones only with an address or a label.

    >>> [found.id for found in find_acl("[MDBT](https://www.aclweb.org/anthology/P18-2069), 2020.emnlp-main.550; part B12-3456")]
    ['P18-2069', '2020.emnlp-main.550']
    """
    return in_visible(text, _find)


def _find(text: str) -> Iterator[Identifier]:
    found = []
    if "anthology" in text.lower():
        found = [_found(text, match, marked=True) for match in _MARKED.finditer(text)]
    taken = {one.end for one in found}
    if _DIGITS_END.search(text):
        found += [one for match in _FREE.finditer(text) if (one := _found(text, match, marked=False)).end not in taken]
    yield from sorted(found, key=lambda one: one.start)


def _found(text: str, match: re.Match[str], *, marked: bool) -> Identifier:
    bare, version = match["id"], match["version"]
    start = min(match.start(), address_start(text, match.start("id"))) if marked else match.start()
    return Identifier(
        "acl", bare.upper() if bare[0].isalpha() else bare.lower(), start, match.end(), marked, int(version) if version else None
    )
