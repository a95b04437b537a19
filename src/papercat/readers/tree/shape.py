"""Which object of a tree is a paper: told by the names of its values, as far as a person could tell it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeGuard

from papercat.readers.tree.keys import GENERIC
from papercat.readers.tree.node import Node, key_of

# Values that hold one paper, beside what a service says of its answer: {"id": 1, "metadata": {"title": …}}.
SHELLS = frozenset(
    "metadata content attributes info data source paper article work message document bibjson item fields publication record dc "
    "node mainentity".split()
)
# Lists of papers, under a name of their own.
LISTS = frozenset(
    "items results result records papers articles works entries hits docs documents notes publications references value values "
    "talks presentations posters sessions programme program schedule "
    "collection graph response rows feed resultlist preferredcitation elements proceedings @graph".split()
)
_WEIGHTS = {
    "title": 2.5,
    "doi": 2.0,
    "arxiv": 2.0,
    "authors": 1.0,
    "abstract": 1.5,
    "abstract-index": 1.5,
    "year": 1.0,
    "date": 1.0,
    "venue": 1.0,
    "pages": 1.0,
    "volume": 1.0,
    "keywords": 0.5,
    "id": 0.5,
    "type": 0.5,
    "url": 0.5,
}
# Who has speakers is a talk: its name is a title as programmes of conferences have them.
_SPEAKERS, _SPOKEN = frozenset({"speakers", "speaker", "presenters", "presenter"}), 1.75
_WEAK = 0.25  # of a value that counts only where there is no other
_ENOUGH = 3.0  # a title and anything else, or an id and an author; package.json can have 2.75
_SURELY = 3.5  # a title and authors: lists of papers in it are its references
_DEEPEST = 5  # levels of lists around the papers; Elasticsearch has three
_LOOKED_AT = 3  # members of a list, of which one must be a paper


@lru_cache(maxsize=4096)
def weigh(keys: frozenset[str]) -> float:
    """Weigh the names of the values of an object: from 3.0 it is a paper.

    >>> [weigh(frozenset(keys.split())) for keys in ("id title author", "given family orcid", "name author keywords license")]
    [4.0, 0, 1.75]
    """
    roles = {GENERIC.get(key, "") for key in keys}
    spoken = _SPOKEN if not keys.isdisjoint(_SPEAKERS) and "title?" in roles else 0
    return spoken + sum(_WEIGHTS.get(role.removesuffix("?"), 0.0) if not role.endswith("?") else _WEAK for role in roles if role)


def is_record(pairs: Sequence[tuple[str, object]], depth: int = _DEEPEST) -> bool:
    """Tell whether the names and values of an object are those of a paper, itself or within a shell."""
    if _is_surely(tuple([label for label, _ in pairs])):
        return True
    keys = {key_of(label): value for label, value in pairs}
    if _is_scholarly(keys.get("@type")):
        return True
    if weigh(frozenset(keys)) < _SURELY and any(key in LISTS and has_record(value, depth - 1) for key, value in keys.items()):
        return False
    inner = [value for key, value in keys.items() if key in SHELLS and _is_object(value)]
    return weigh(frozenset(keys)) >= _ENOUGH or any(weigh(frozenset(key_of(label) for label, _ in value)) >= _ENOUGH for value in inner)


def _is_scholarly(kind: object) -> bool:
    """Tell the type that schema.org has for papers, whose title it may call a name."""
    return isinstance(kind, str) and kind.rpartition("/")[2].endswith("ScholarlyArticle")


@lru_cache(maxsize=4096)
def _is_surely(labels: tuple[str, ...]) -> bool:
    """Tell an object that is a paper whatever its values are."""
    keys = frozenset(map(key_of, labels))
    return weigh(keys) >= (_ENOUGH if LISTS.isdisjoint(keys) else _SURELY)


def has_record(value: object, depth: int = _DEEPEST) -> bool:
    """Tell whether papers are somewhere in a value."""
    if not isinstance(value, list) or depth < 0:
        return False
    if _is_object(value):
        return is_record(value, depth) or any(has_record(one, depth - 1) for _, one in value)
    return any(has_record(one, depth - 1) for one in value[:_LOOKED_AT])


def _is_object(value: object) -> TypeGuard[list[tuple[str, object]]]:
    return isinstance(value, list) and bool(value) and isinstance(value[0], tuple)


def is_paper(keys: Iterable[str]) -> bool:
    """Tell whether an element is a paper by the names of its parts: more than a title is needed, for lists have one too.

    >>> is_paper(["titre", "auteur"]), is_paper(["title", "entry"])
    (True, False)
    """
    return weigh(frozenset(keys)) >= _ENOUGH


def is_paper_within(node: Node) -> bool:
    """Tell whether an object is a paper, itself or within a shell."""
    if any(part.key == "@type" and _is_scholarly(part.text) for part in node.parts):
        return True
    return weigh(keys_of(node)) >= _ENOUGH or any(part.key in SHELLS and _weight(part) >= _ENOUGH for part in node.parts)


def is_entry(node: Node) -> bool:
    """Tell whether an entry of a file of papers is one: it says anything that papers have, or in what it stands."""
    return is_paper_within(node) or any(part.key in GENERIC or part.key == "parent" for part in node.parts)


def shells_of(node: Node) -> frozenset[str]:
    """Name the shells that hold the paper of an object: none where the object itself names its authors."""
    keys = keys_of(node)
    if keys.isdisjoint(SHELLS) or any(GENERIC.get(key) == "authors" for key in keys):
        return frozenset()
    return frozenset(part.key for part in node.parts if part.key in SHELLS and _weight(part) >= _ENOUGH)


def keys_of(node: Node) -> frozenset[str]:
    """Name the values of an object."""
    return frozenset([part.key for part in node.parts])


def _weight(node: Node) -> float:
    return weigh(keys_of(node))
