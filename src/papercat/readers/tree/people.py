"""Names of people in trees: the parts under the names that formats give them, and what a person did."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from papercat.identifiers import parse_orcid
from papercat.names import NULLS, Name, join_initials
from papercat.names.words import TITLES
from papercat.readers.tree.markup import flat
from papercat.readers.tree.node import Node, is_mixed
from papercat.text.document import Place

# CSL, Crossref, DataCite, PubMed, JATS, TEI, MODS, MARC, OAI's arXiv, MS Word, Zotero, CFF, hayagriva, S2ORC, schema.org, German, French
_PARTS = {
    "family": "family lastname last surname familyname keyname nom nachname apellido apellidos cognome familynames surnames @last @family",
    "given": "given givenname givennames firstname first forename forenames prenom vorname nombre nome @first @given",
    "middle": "middle middlename middlenames",
    "initials": "initials initial",
    "suffix": "suffix generation genname jr namesuffix lineage",
    "particle": "particle nondroppingparticle droppingparticle namelink nameparticle von prefix",
    "literal": "literal collectivename collab collaboration corporate orgname groupname",
    "name": "name fullname displayname text persname value authorname creatorname contributorname preferredname namepart style t content "
    "stringname label rawauthorname title",
}
PARTS = {key: part for part, keys in _PARTS.items() for key in keys.split()}
_ORDER = {key: number for number, key in enumerate(PARTS)}
_SHELLS = frozenset(
    "author person persname name namealternatives individual agent creator editor contributor nameinternational individualname "
    "persons".split()
)
_ROLES = "role roleterm contributorrole @contributorrole creatortype contributortype @contributortype @contribtype @role roles relator"
_ROLE_KEYS = frozenset(_ROLES.split())
_AUTHORS = re.compile(
    r"(?:aut|cre|author|authors|creator|autor|auteur|writer|joint author|first author|main author|wpat|dis)\b", re.IGNORECASE
)
_EDITORS = re.compile(r"(?:book[ -])?(?:edt|editor|ed|editors|hrsg|herausgeber|series editor|serieseditor|pbd)\b", re.IGNORECASE)
# Where a person's ids stand, beside what has "orcid" in its name: JATS, PubMed, DataCite, MODS, TEI, schema.org, Inspire, Europe PMC
_ID_KEYS = frozenset(
    "contribid identifier identifiers nameidentifier nameidentifiers idno externalids externalid authorid ids id @id sameas uri url "
    "@valueuri @ref @authority key @key".split()
)
# what stands beside an iD and says no more than that it is one
_OF_ORCID = re.compile(r"(?:(?:https?://)?(?:www\.)?orcid(?:\.org)?/?|orcid(?:[ _-]?id)?|true|false|)", re.IGNORECASE)
_LONGEST_ID = 80  # characters
_SILENT = frozenset(
    "sequence nametype @sequence authorposition iscorresponding index @nametype @type parsenames isinstitution @validyn @equalcontrib "
    "@rid @corresp".split()
)


class Person(NamedTuple):
    """What a node says of a person.

    Attributes:
        name: its parts, None where there is only a text.
        text: the name as one text.
        node: where the text stands.
        role: "author" or "editor", another word that the node says, or "".
        rest: what else is known: addresses, ids.
        orcid: the ORCID iD of the person, with its label and where it stands, or None.
    """

    name: Name | None
    text: str
    node: Node
    role: str
    rest: tuple[tuple[str, Node], ...]
    orcid: tuple[str, Node] | None = None


def person_of(node: Node) -> Person:
    """Read one person.

    >>> from papercat.readers.tree.node import key_of
    >>> from papercat.text.document import Place
    >>> texts = {"given": "Robert L.", "non-dropping-particle": "van de", "family": "Geijn"}
    >>> parts = tuple(Node(key_of(label), label, Place(0, 1), text) for label, text in texts.items())
    >>> person_of(Node("author", "author", Place(0, 1), None, parts)).name[:3]
    ('Geijn', 'Robert L.', 'van de')
    """
    if node.text is not None:
        return Person(None, node.text, node, "", ())
    if not node.parts or (not node.parts[0].key and all(not part.key and part.is_member for part in node.parts)):  # ["Evan", "Hubinger"]
        return Person(None, " ".join(part.text or "" for part in node.parts), node, "", ())
    if is_mixed(node) and not any(map(_part, node.parts)):
        orcid, left = _identified([(part.label, part) for part in node.parts if part.key[:1] == "@"])
        return Person(None, flat(node), node, "", tuple(one for one in left if is_broken(one[1])), orcid)
    found: dict[str, list[Node]] = {}
    rest: list[tuple[str, Node]] = []
    roles: list[str] = []
    _collect(node, found, rest, roles)
    if "given" in found and "family" not in found and "name" in found:
        _settle_name(found)
    role = role_of(roles)
    orcid, rest = _identified(rest)
    texts = {part: " ".join(" ".join(filter(None, map(flat, nodes))).split()) for part, nodes in found.items() if part != "name"}
    name = _name(texts)
    if name is None:
        best = min((one for one in found.get("name", ()) if flat(one)), key=lambda one: _ORDER.get(one.key, 0), default=None)
        if best is not None and _is_group(node):
            # MODS writes a part of an organisation in an element of its own: "United States", "Commission on …"
            name = Name(literal=". ".join(text for one in found["name"] if one.key == best.key and (text := flat(one))))
        return Person(name, flat(best) if best else "", best or node, role, tuple(rest), orcid)
    return Person(name, "", node, role, tuple(rest), orcid)


def _settle_name(found: dict[str, list[Node]]) -> None:
    """Take a name beside a given name for the family name, as in hayagriva, or for the whole, where it holds the given name too."""
    given = " ".join(map(flat, found["given"]))
    if any(given in flat(one) for one in found["name"]):
        del found["given"]
    else:
        found["family"] = found.pop("name")


@lru_cache(maxsize=16_384)  # each author of a field stands in many records
def flat_name(parts: tuple[tuple[str, str | None], ...]) -> tuple[Name, str] | None:
    """Read the name, and the iD or "", of a person of whom nothing else is said, each part a text; None for any other.

    >>> name, orcid = flat_name((("given", "Josiah"), ("family", "Carberry"), ("orcid", "https://orcid.org/0000-0002-1825-0097")))
    >>> name[:2], orcid
    (('Carberry', 'Josiah'), '0000-0002-1825-0097')
    >>> flat_name((("name", "ATLAS"),)) is flat_name((("family", "Geijn"), ("affiliation", "Austin"))) is None
    True
    """
    if not all(key and text is not None for key, text in parts):
        return None
    nowhere = Place(0, 0)
    person = person_of(Node("", "", nowhere, None, tuple(Node(key, key, nowhere, text) for key, text in parts)))
    if person.name is None or person.text or person.role or person.rest:
        return None
    return person.name, orcid_of(person.orcid[1]) if person.orcid else ""


def orcid_of(node: Node) -> str:
    """Give the ORCID iD that stands in a value, or in one of its parts; "" for none.

    >>> orcid_of(Node("orcid", "ORCID", Place(0, 1), "http://orcid.org/0000-0002-1825-0097"))
    '0000-0002-1825-0097'
    """
    return next((found.id for text in _leaves(node) if "000" in text and len(text) < _LONGEST_ID and (found := parse_orcid(text))), "")


def _identified(rest: list[tuple[str, Node]]) -> tuple[tuple[str, Node] | None, list[tuple[str, Node]]]:
    """Find the iD among what is known of a person; what says more than the iD stays."""
    for number, (label, node) in enumerate(rest):
        if _may_identify(node) and (orcid := orcid_of(node)):
            texts = [text.strip() for text in _leaves(node)]
            is_all = all(_OF_ORCID.fullmatch(text) or ((one := parse_orcid(text)) and one.id == orcid) for text in texts)
            return (label, node), [*rest[:number], *rest[number + is_all :]]
    return None, rest


def _may_identify(node: Node) -> bool:
    return node.key in _ID_KEYS or "orcid" in node.key


def is_broken(node: Node) -> bool:
    """Tell what is called an ORCID iD, or says so beside it, and is none.

    >>> is_broken(Node("orcid", "ORCID", Place(0, 1), "0000-0002-1825-0098")), is_broken(Node("id", "id", Place(0, 1), "7"))
    (True, False)
    """
    if not _may_identify(node):
        return False
    texts = [text.strip() for text in _leaves(node)]
    is_named = "orcid" in node.key or any("orcid" in part.key for part in node.parts)
    is_called = is_named or any("orcid" in text.lower() and _OF_ORCID.fullmatch(text) for text in texts)
    return is_called and not orcid_of(node) and not all(map(_OF_ORCID.fullmatch, texts))


def _leaves(node: Node) -> Iterator[str]:
    if node.text is not None:
        yield node.text
    for part in node.parts:
        yield from _leaves(part)


def _collect(node: Node, found: dict[str, list[Node]], rest: list[tuple[str, Node]], roles: list[str]) -> None:
    for part in node.parts:
        kind = _part(part)
        if part.key in _ROLE_KEYS:
            roles += _texts(part)
        elif kind:
            found.setdefault(kind, []).append(part)
        elif part.key in _SHELLS and part.parts:
            _collect(part, found, rest, roles)
        elif part.key and part.key not in _SILENT:
            rest.append((part.label, part))


def _part(node: Node) -> str:
    """Say which part of a name a node is, "" if none."""
    kind = PARTS.get(node.key, "")
    if kind and node.parts and any(PARTS.get(part.key) in ("family", "given", "name") for part in node.parts if part.key != "text"):
        return ""  # a name that has parts of its own
    if node.key == "namepart":  # MODS tells the part in an attribute
        said = next((part.text or "" for part in node.parts if part.key == "@type"), "")
        return {"family": "family", "given": "given", "termsofaddress": "suffix", "date": ""}.get(said.lower(), "name")
    return kind


def _texts(node: Node) -> Iterator[str]:
    if node.text:
        yield node.text
    for part in node.parts:
        if not part.key.startswith("@") or part.key == "@type":
            yield from _texts(part)


def role_of(words: Sequence[str]) -> str:
    """Say what a person did: "author", "editor", another word of theirs, or nothing.

    >>> [role_of(words) for words in (["aut"], ["Book Editor"], ["translator"], [])]
    ['author', 'editor', 'translator', '']
    """
    for name, pattern in (("author", _AUTHORS), ("editor", _EDITORS)):
        if any(pattern.match(word.strip()) for word in words):
            return name
    return next((word.strip() for word in words if word.strip() and word not in ("text", "code")), "")


def _name(texts: dict[str, str]) -> Name | None:
    """Make a name of its parts; a given name alone is a name without parts."""
    clean = {part: text for part, text in texts.items() if text and text not in NULLS}
    has_null = any(text in NULLS for text in texts.values())
    given = " ".join(filter(None, (clean.get("given") or clean.get("initials", ""), clean.get("middle", ""))))
    given = join_initials(given)
    family, literal = clean.get("family"), clean.get("literal")
    particle = clean.get("particle", "")
    if not family and not given and not literal:
        return Name(null=True) if has_null else None
    if not family:
        return Name(literal=literal or given, null=has_null)
    if not given and "," in family:
        return None
    is_particle = particle.lower() not in TITLES  # JATS and CFF write "Dr." there too
    suffix = clean.get("suffix")
    return Name(family, given or None, particle if particle and is_particle else None, suffix, null=has_null)


def _is_group(node: Node) -> bool:
    said = {(part.text or "").lower() for part in node.parts if part.key in ("nametype", "@nametype", "@type", "type", "@namestyle")}
    return bool(said & {"organizational", "corporate", "organization", "conference", "collab", "group"})
