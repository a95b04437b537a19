"""How the people of a record are taken, by the roles that a table gives them.

| role | who it is |
|---|---|
| author, editor | one person or several, in parts or as text |
| bare-author | an author where initials are printed without full stops |
| spaced-author | an author where initials are printed without blanks |
| authors | the same, or one text with all of them |
| contributor | a person who says what they did |
| person | one who is no author: kept under the label |
| triples | lists of family name, given name and suffix |
| short-authors | authors as a family name and initials without full stops |
| same-authors | the authors once more, as one text |
| marc-author, marc-group | a field of MARC with a name |
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from papercat.identifiers import parse_orcid
from papercat.names import Name, dot_all, dot_initials, join_initials, parse_each, space_all
from papercat.names.words import is_group
from papercat.readers.remarks import says_more
from papercat.readers.tree.entry import Entry, text_of
from papercat.readers.tree.markup import flat, unmarked
from papercat.readers.tree.node import Node, branches, find
from papercat.readers.tree.people import Person, flat_name, is_broken, orcid_of, person_of, role_of
from papercat.readers.tree.values import Taker, isbd
from papercat.text.clean import plain_line
from papercat.text.document import Place

_MEMBERS = frozenset(
    "author creator auteur autor contributor person speaker presenter namelist editor authors authorlist au string".split()
)
_AUTHORS = frozenset({"author", "authors"})
_SEVERAL = re.compile(r";|\s(?:and|et|und|&)\s|,[^,]*,")
_HOMONYM = re.compile(r"\s+\d{4}\Z")  # dblp tells people of one name apart: "Wei Wang 0001"
# the Library of Congress and MODS: "Holbein, Hans, 1497-1543", "Alleman, Tillie Pierce [1848-1914]"
_LIFE = re.compile(r"[,\s]*[\[(]?\b(?:b\.\s*|d\.\s*)?\d{4}\??\s*[-–]\s*(?:\d{4}\??)?[\])]?\.?\s*\Z|\s+<[^<>]*>\Z")
_OTHERS = frozenset({"others", "and others", "et al.", "et al", "..."})
_SHORT = re.compile(r"(\S.*?) ([^\W\d_a-z]{1,4}(?:-[^\W\d_a-z])?)(?: (Jr|Sr|[23]r?[dn]d?|2nd|3rd|4th|I{2,3}|IV))?")
_WORD = re.compile(r"[^\W\d_]+")
_UNCLEAN = re.compile(r"[\\&<$~]|  |[^ -~]")
_IN_SCHEME = re.compile(r"\A\s*\(orcid\)\s*", re.IGNORECASE)
# behind it a family name and initials, or initials and a family name; "Ann and Bob" of one family has neither
_LETTERS = r"(?:[^\W\d_a-z]\b\.?[ -]?){1,4}"
_RUN_ON = re.compile(
    rf"\s(?:&|and)\s+(?=(?:[^\W\d_]{{2}}[\w'’-]{{0,40}}[ ,]{{1,2}}{_LETTERS}|{_LETTERS}\s?[^\W\d_]{{2}}[\w'’-]{{0,40}})\s*\Z)"
)
_CUT = re.compile(r"(?<=\w),?\s+et\s+al\b\.?\s*\Z")
_AROUND = "()[]{} "


def take_people(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take people, in parts or as text."""
    people = [one for node in nodes for one in _people(node)]
    for number, node in enumerate(people):
        known = flat_name(tuple([(part.key, part.text) for part in node.parts])) if role in _AUTHORS and node.parts else None
        if known:  # as nearly everyone is
            name = _cleaned(entry, known[0], node.place)
            _add_author(entry, label, node, name)
            if known[1]:
                entry.record.identify(label, raw=known[1])
            entry.names.append(" ".join(inverted(name).split()))
            continue
        person = person_of(node)
        if node.text is not None and role == "authors" and len(people) == 1 and (not node.is_member or _SEVERAL.search(node.text)):
            entry.add("authors", label, node)
        elif number == len(people) - 1 > 0 and person.text.strip(_AROUND).lower() in _OTHERS:
            entry.record.draft.add_issue("authors-cut", says_more(person.text.strip()), "authors", person.node.place)
            entry.record.add("skip", label, person.node.place)
        else:
            _take_person(entry, role.removesuffix("s"), label, node, person)


def take_formed(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take authors whose initials are brought into form."""
    entry.record.initials = dot_all if role == "bare-author" else space_all
    take_people(entry, "author", label, nodes)


def _people(node: Node) -> list[Node]:
    """List the people in a node: itself, or those of a list around them."""
    inner = list(branches(node))
    if inner and all(part.key in _MEMBERS for part in inner):
        return [one for part in inner for one in _people(part)]
    return [node]


def _take_person(entry: Entry, role: str, label: str, node: Node, person: Person) -> None:
    did = person.role or ("" if role in ("contributor", "person") else role)
    name = _cleaned(entry, person.name, node.place) if person.name else None
    shown = " ".join((inverted(name) if name else _bare(person.text)).split())
    is_author = did == "author" and role != "person" and bool(shown)
    if is_author and name:
        _add_author(entry, label, node, name)
        entry.names.append(shown)
    elif is_author:
        _take_one(entry, label, person.node, shown)
    elif shown:
        entry.add_text("editor" if did == "editor" else "", did if did and did != "author" else label, node.place, shown)
    _take_rest(entry, label, shown, person, is_author=is_author)


def _add_author(entry: Entry, label: str, node: Node, name: Name) -> None:
    """Add an author, whom GROBID may not have parted from others: given "R E & Nilsson N J", family "Allen et al"."""
    given, family = name.given or "", name.family or ""
    cut = _RUN_ON.search(given) if "&" in given or " and " in given else None
    others = parse_each([given[cut.end() :]]) if cut else ()
    if not given and (more := _CUT.search(family)):
        entry.record.draft.add_issue("authors-cut", says_more(family), "authors", node.place)
        name = name._replace(family=family[: more.start()])
    entry.record.add("author", label, node.place, name=name._replace(given=given[: cut.start()] or None) if cut else name)
    for other in others:
        entry.record.add("author", label, node.place, name=other)


def _take_rest(entry: Entry, label: str, shown: str, person: Person, *, is_author: bool = True) -> None:
    """Take the iD of an author, and keep what else is known of a person."""
    rest = person.rest
    if person.orcid and is_author:
        entry.record.identify(f"{label}.orcid", person.orcid[1].place, raw=orcid_of(person.orcid[1]))
    elif person.orcid and all(one is not person.orcid[1] for _, one in rest):
        rest = (*rest, person.orcid)
    for key, one in rest:
        entry.details.append((f"{label}.{key.removeprefix('@')}", shown, one))
        if is_broken(one):
            told = f"{key.removeprefix('@')} of {shown!r} left out: no ORCID iD, by its form or its check sign; kept in extra"
            entry.record.draft.add_issue("field-invalid", told, "authors", one.place)


def _bare(text: str) -> str:
    """Take off what libraries put behind a name: a number, years of life, subfields of Primo."""
    return _LIFE.sub("", _HOMONYM.sub("", unmarked(text).partition("$$")[0]))


def _take_one(entry: Entry, label: str, node: Node, shown: str) -> None:
    """Take a name that is one text; a single word is a family name, unless it is written as an organisation is."""
    if _WORD.fullmatch(shown) and shown.istitle() and not is_group([shown]):
        entry.record.add("author", label, node.place, name=_cleaned(entry, Name(shown), node.place))
    elif node.is_exact and shown == node.text:
        entry.record.add("author", label, node.place)
    else:
        entry.add_text("author", label, node.place, shown)


@lru_cache(maxsize=16_384)
def inverted(name: Name) -> str:
    """Write a name as text.

    >>> inverted(Name("Geijn", "Robert L.", "van de"))
    'van de Geijn, Robert L.'
    """
    family = " ".join(filter(None, (name.particle, name.family)))
    return ", ".join(filter(None, (family, name.suffix, name.given))) or name.literal or ""


def _cleaned(entry: Entry, name: Name, place: Place) -> Name:
    """Clean the parts of a name, and tell what it took."""
    if _is_clean(name):
        return name
    parts: list[str | None] = []
    for part in name[:5]:
        text, steps = entry.document.clean_text(unmarked(part)) if part else ("", [])
        entry.record.draft.note("authors", steps, (place,))
        parts.append(text or None)
    family, given, particle, suffix, literal = parts
    return name._replace(family=family, given=given, particle=particle, suffix=suffix, literal=literal)


def take_triples(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take names that are lists of family name, given name, suffix and affiliations, as arXiv's snapshot has them."""
    del role
    for node in nodes:
        name, shown, alone, rest, is_clean, is_plain = _triple(tuple([part.text or "" for part in node.parts]))
        if alone:  # a collaboration, or a person of one name
            _take_one(entry, label, node, alone)
        elif name.family:
            if not (is_clean or (is_plain and entry.document.is_healthy)):
                name = _cleaned(entry, name, node.place)
                shown = inverted(name)
            entry.record.add("author", label, node.place, name=name)
        entry.names.append(shown)
        if rest:
            entry.details += ((f"{label}.affiliation", shown, Node("", "", node.place, text)) for text in rest)


@lru_cache(maxsize=16_384)
def _is_clean(name: Name) -> bool:
    return not _UNCLEAN.search(" ".join(filter(None, name[:5])))


class _Triple(NamedTuple):
    """A name as a list.

    Attributes:
        name: itself.
        shown: it as text.
        alone: the one word of it that there is.
        rest: what stands behind.
        is_clean: it needs no cleaning.
        is_plain: it needs none in a healthy document.
    """

    name: Name
    shown: str
    alone: str
    rest: tuple[str, ...]
    is_clean: bool
    is_plain: bool


@lru_cache(maxsize=32_768)  # each author of a field stands in many records; 10 MB of arXiv's snapshot can have as many
def _triple(texts: tuple[str, ...]) -> _Triple:
    family, given, suffix, *rest = [*(" ".join(text.split()) for text in texts), "", "", ""]
    name = Name(family or None, join_initials(given) or None, suffix=suffix or None)
    is_clean = _is_clean(name)
    is_plain = is_clean or all(part is None or plain_line(part) == unmarked(part) == part for part in name[:5])
    alone = "" if family and given else family or given
    return _Triple(name, inverted(name), alone, tuple(filter(None, rest)), is_clean, is_plain)


def take_short(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take names that are a family name and initials without full stops, as PubMed shortens every one: "van der Berg AB Jr"."""
    for node in (one for outer in nodes for one in _people(outer)):
        person = person_of(node)
        found = _SHORT.fullmatch(person.text)
        if found:
            name = Name(found[1], dot_initials(found[2]), suffix=found[3])
            entry.record.add("author", label, node.place, name=_cleaned(entry, name, node.place))
            _take_rest(entry, label, person.text, person)
        else:
            _take_person(entry, role.removeprefix("short-").removesuffix("s"), label, node, person)


def take_same(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take a list of authors that stands there in parts too: it is kept where it says more."""
    del role
    for node in nodes:
        if not entry.has("author"):
            take_people(entry, "authors", label, [node])
        elif _is_said(entry, text_of(node)):
            entry.record.add("skip", label, node.place)
        else:
            entry.leave(label, [node])


def _is_said(entry: Entry, text: str) -> bool:
    """Tell a list whose names are all known, as it stands or once it is cleaned."""
    words = {*" ".join(entry.names).replace(",", " ").split(), "and"}
    if words.issuperset(text.replace(",", " ").split()):
        return True  # word by word, as nearly always
    known = {*_WORD.findall(" ".join(entry.names)), "and"}
    return _names_in(text) <= known or _names_in(entry.document.clean_text(text)[0]) <= known


def _names_in(text: str) -> set[str]:
    """List the words of names in a text, initials left out."""
    return {word for word in _WORD.findall(text) if not (len(word) < 3 and word.isupper())}


def take_marc(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take a name in the subfields of MARC: $a the name, $b and $c what comes with it, $e and $4 what the person did."""
    for node in nodes:
        by_code: dict[str, list[str]] = {}
        for part in branches(node):
            code = find(part, "@code")
            by_code.setdefault((code.text or "") if code else "", []).append(flat(part))
        did = role_of([*by_code.get("4", []), *by_code.get("e", [])]) or "author"
        shown = isbd(" ".join(by_code.get("a", [])))
        if shown and role == "marc-group" and did == "author":
            entry.record.add("author", label, node.place, name=_cleaned(entry, Name(literal=shown), node.place))
            _take_codes(entry, label, node, by_code)
        elif shown:
            known = did if did in ("author", "editor") else ""
            entry.add_text(known, label if known else did, node.place, shown)
            if known == "author":
                _take_codes(entry, label, node, by_code)
        others = ((code, texts) for code, texts in by_code.items() if code not in ("a", "e", "4") and texts)
        entry.details += ((f"{label}.{code}", shown, Node("", "", node.place, " ".join(texts))) for code, texts in others)


def _take_codes(entry: Entry, label: str, node: Node, by_code: dict[str, list[str]]) -> None:
    """Take the iD of an author from the codes of MARC for links to a person, $0 and $1: `(orcid)0000-0002-1825-0097`, or its address."""
    for code in ("0", "1"):
        for text in by_code.get(code, ()):
            if parse_orcid(bare := _IN_SCHEME.sub("", text)) and entry.record.identify(label, node.place, raw=bare):
                by_code[code] = [one for one in by_code[code] if one != text]


TAKERS: dict[str, Taker] = {
    "author": take_people,
    "authors": take_people,
    "bare-author": take_formed,
    "spaced-author": take_formed,
    "editor": take_people,
    "contributor": take_people,
    "person": take_people,
    "triples": take_triples,
    "same-authors": take_same,
    "short-authors": take_short,
    "marc-author": take_marc,
    "marc-group": take_marc,
}
