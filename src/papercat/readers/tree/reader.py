"""Which notation and which format a tree is of, and its records one by one."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from papercat.models import Issue, Paper
from papercat.readers import references
from papercat.readers.draft import Draft
from papercat.readers.tree import citations, elements, json, literals, marc, mnemonic, objects, psql, toml, xml, yaml
from papercat.readers.tree.around import named
from papercat.readers.tree.columns import rows
from papercat.readers.tree.entry import text_of
from papercat.readers.tree.linked import holders, linked, moved
from papercat.readers.tree.node import Node
from papercat.readers.tree.shape import is_entry, is_paper_within, keys_of, shells_of
from papercat.readers.tree.table import Branch, Format, branch_of
from papercat.readers.tree.walk import walk
from papercat.readers.tree.xml import Cut
from papercat.text.document import Document, Place

_BLANKS = "\ufeff \t\r\n"
_SAMPLE = 200_000  # characters that are looked at to name a format
_TELLING = ("title", "authors", "abstract", "doi", "arxiv", "year", "venue", "url", "pages", "publisher", "comment")
_SEVERAL = 2
_SURE = 0.85  # of JSON; papercat's own is surer of itself
_SUREST = 1.0  # the heads of rows stand in no other format, and a query above them may look like the head of a table
_SURER = 0.95  # tags and keys with their values in order are no other format


def sniff(document: Document) -> float:
    """Say how likely a document is a tree with papers in it.

    >>> sniff(Document("works.json", '{"message": {"items": [{"DOI": "10.1109/CBMS.2019.00091", "title": ["A"]}]}}'))
    0.85
    >>> sniff(Document("package.json", '{"name": "left-pad", "version": "1.0.0", "author": "A", "keywords": []}'))
    0.0
    """
    text = document.text[:_SAMPLE]
    first = text.lstrip(_BLANKS)[:1]
    if first in ("{", "["):
        return _SURE if _has_objects(text) or toml.is_papers(text) or literals.is_papers(text) else 0.0
    if first == "<":
        return _SURER if elements.choose(text) else 0.0
    if marc.is_marc(text) or mnemonic.is_mnemonic(text) or toml.is_papers(text) or yaml.is_papers(text):
        return _SURER
    return _SUREST if psql.is_rows(text) else _SURE if literals.is_papers(text) or citations.is_list(text) else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read every record.

    >>> work = '{"title": ["Sleeper Agents"], "author": [{"given": "Evan", "family": "Hubinger"}], "issued": {"date-parts": [[2024]]}}'
    >>> [paper] = read(Document("work.json", work))
    >>> paper.title, paper.authors[0].inverted, paper.year
    ('Sleeper Agents', 'Hubinger, Evan', 2024)
    """
    first = document.text.lstrip(_BLANKS)[:1]
    if first == "<":
        yield from _read_xml(document)
    elif marc.is_marc(document.text):
        yield from _read_cuts(document, marc.records(document.text), elements.named("MARC"))
    elif mnemonic.is_mnemonic(document.text):
        yield from _read_cuts(document, mnemonic.records(document.text), elements.named("MARC"))
    elif psql.is_rows(document.text):
        yield from _read_nodes(document, psql.records(document.text))
    elif toml.is_papers(document.text):
        yield from _read_toml(document)
    elif _is_literals(document.text[:_SAMPLE], first):
        yield from _read_nodes(document, literals.records(document.text))
    elif first not in ("{", "[") and citations.is_list(document.text):
        yield from references.read(citations.alone(document))
    elif first in ("{", "[", "") or ("{" in document.text and not yaml.is_papers(document.text[:_SAMPLE])):
        yield from _read_json(document)
    else:
        yield from _read_yaml(document)


def _has_objects(text: str) -> bool:
    whole = len(text) < _SAMPLE
    for node, _, _ in _objects(text):
        if node is not None and (is_paper_within(node) or any(map(_embedded, node.parts))):
            return True
        if node is None and not whole:
            return False
    return False


def _read_json(document: Document) -> Iterator[Paper | Issue]:
    if json.is_blank(document.text):
        yield _issue(document, "file-empty", "a list without papers", Place(0, len(document.text)))
    is_told = False
    for node, place, is_mended in named(document.text, _objects(document.text)):
        if is_mended and node is not None and not is_told:
            told = "read as JavaScript is, with comments and with commas before closing brackets"
            yield _issue(document, "entry-mended", told, place)
            is_told = True
        if node is None:
            yield from _read_broken(document, place)
        elif is_paper_within(node):
            for row in rows(node) or (node,):
                yield from _read_object(document, row)
        else:
            yield from _read_unknown(document, node)


def _read_broken(document: Document, place: Place) -> Iterator[Paper | Issue]:
    """Tell what is no object; where the text breaks off in one, read what stands before that."""
    is_open = not document.text[place.end :].strip(_BLANKS)
    node = json.cut_off(document.text, place) if is_open else None
    made = _titled(_read_object(document, node)) if node and is_paper_within(node) else []
    told = "the text breaks off in it; read up to there" if made else "not a JSON object; kept as it stands"
    yield _issue(document, "entry-broken", told, place)
    yield from made


def _objects(text: str) -> Iterator[tuple[Node | None, Place, bool]]:
    """Give the objects of a JSON text; one that is broken as strict JSON is read as JavaScript reads it, which is told."""
    for node, place in json.records(text):
        found = list(json.mended(text, place)) if node is None else []
        if not any(one for one, _ in found):
            yield node, place, False
            continue
        places = [Place(start, end) for start, end in pairwise([place.start, *(inner.end for _, inner in found[:-1]), place.end])]
        yield from ((one, its_place, True) for (one, _), its_place in zip(found, places, strict=True))


def _is_literals(text: str, first: str) -> bool:
    """Tell what programs write from JSON, which is one of them, and from YAML, which may hold it."""
    return not (_has_objects(text) if first in ("{", "[") else yaml.is_papers(text)) and literals.is_papers(text)


def _read_toml(document: Document) -> Iterator[Paper | Issue]:
    done = 0
    for node, place in toml.records(document.text):
        yield from _between(document, Place(done, place.start))
        if node is None:
            yield _issue(document, "entry-broken", "not TOML", place)
        else:
            yield from _read_object(document, node)
        done = place.end
    yield from _between(document, Place(done, len(document.text)))


def _read_nodes(document: Document, nodes: Iterable[Node]) -> Iterator[Paper | Issue]:
    """Read objects in whatever stands around them."""
    done = 0
    for node in nodes:
        yield from _between(document, Place(done, node.place.start))
        yield from _read_object(document, node)
        done = node.place.end
    yield from _between(document, Place(done, len(document.text)))


def _between(document: Document, place: Place) -> Iterator[Issue]:
    if any(sign.isalnum() for sign in document.text[slice(*place)]):
        yield _issue(document, "block-kept", "stands between the objects", place)


def _read_object(document: Document, node: Node, chosen: str = "") -> Iterator[Paper | Issue]:
    shells = shells_of(node)
    node = _with_all_authors(node)
    is_inner = bool(chosen)
    keys = keys_of(node).union(*(keys_of(one) for one in node.parts if one.key in shells)) if shells else keys_of(node)
    chosen = chosen or objects.choose(keys).name
    for found in walk(document, node, _branch(chosen), shells):
        if not isinstance(found, Node):
            yield found
        elif is_inner:
            yield _issue(document, "block-kept", "a work within a work within a work", found.place)
        else:
            yield from _read_object(document, found, chosen)


def _with_all_authors(node: Node) -> Node:
    """Let a list of authors count before one author of them, which feedparser gives beside it: the last."""
    one = [part for part in node.parts if part.key == "author"]
    if len(one) != 1 or one[0].text is None or sum(part.key == "authors" for part in node.parts) < _SEVERAL:
        return node
    return node._replace(parts=tuple(part._replace(key="oneauthor") if part is one[0] else part for part in node.parts))


def _read_unknown(document: Document, node: Node) -> Iterator[Paper | Issue]:
    """Read an object that is no paper: a recorded answer of a service holds XML as a text."""
    for part in node.parts:
        chosen = _embedded(part)
        if chosen:
            yield from _read_embedded(document, node.place, part, chosen)
            return
    yield _issue(document, "block-kept", "an object that says nothing of a paper", node.place)


def _read_embedded(document: Document, whole: Place, part: Node, chosen: Format) -> Iterator[Paper | Issue]:
    cuts = xml.Builder(part.text or "", chosen.records, chosen.context).records()
    found = [cut.node for cut in cuts if cut.node is not None]
    done = whole.start
    for number, node in enumerate(found):
        # the end of an element stands in JSON as it is, unless someone escaped its signs
        closing = f"</{node.label}>"
        end = document.text.find(closing, done, part.place.end)
        last = whole.end if number == len(found) - 1 or end < 0 else end + len(closing)
        yield from _read_element(document, moved(node, Place(done, last)), chosen)
        done = last if last < whole.end else done


def _read_yaml(document: Document) -> Iterator[Paper | Issue]:
    if not yaml.is_there():
        told = "YAML needs PyYAML: pip install 'papercat[yaml]'"
        yield _issue(document, "file-skipped", told, Place(0, len(document.text)))
        return
    for cut in yaml.records(document.text):
        if cut.node is None:
            yield _issue(document, "entry-broken" if cut.fault else "block-kept", cut.fault or "stands in no entry", cut.place)
        elif is_entry(cut.node):
            if cut.fault:
                yield _issue(document, "entry-mended", f"{cut.fault}; read as its lines are meant", cut.place)
            yield from _read_object(document, cut.node)
        elif document.text[slice(*cut.place)].strip("-. \t\r\n\ufeff"):
            yield _issue(document, "block-kept", "an entry that says nothing of a paper", cut.place)


def _embedded(node: Node) -> Format | None:
    """Name the format of XML that stands in a JSON text."""
    return elements.choose(node.text[:_SAMPLE]) if node.text and node.text.lstrip(_BLANKS).startswith("<") else None


def _read_xml(document: Document) -> Iterator[Paper | Issue]:
    text = document.text
    chosen = elements.choose(text[:_SAMPLE]) or elements.choose(text) or elements.GENERAL
    cuts = _own(xml.Builder(text, chosen.records, chosen.context).records())
    if chosen.name == "RDF" and (held := holders(text)):
        cuts = (cut._replace(node=cut.node and linked(cut.node, held)) for cut in cuts)
    yield from _read_cuts(document, _settled(cuts, len(text)), chosen)


def _read_cuts(document: Document, cuts: Iterable[Cut], chosen: Format) -> Iterator[Paper | Issue]:
    for cut in cuts:
        if cut.node is None:
            code = "entry-broken" if cut.is_record else "block-kept"
            yield _issue(document, code, cut.fault or "stands in no record", cut.place)
            continue
        if cut.fault:
            yield _issue(document, "entry-broken", cut.fault, cut.place)
        made = _read_element(document, cut.node._replace(place=cut.place), chosen)
        yield from _titled(made) if cut.is_open else made


def _titled(made: Iterable[Paper | Issue]) -> list[Paper | Issue]:
    """Give what was read of a record that the text breaks off in, if its title was: before that stands what is no paper yet."""
    found = list(made)
    return found if any(isinstance(one, Paper) and one.title for one in found) else []


def _own(cuts: Iterable[Cut]) -> Iterator[Cut]:
    """Leave out the works that a paper cites, where TEI gives the paper itself: its header has a title."""
    is_headed = False
    for cut in cuts:
        if cut.node is not None and cut.node.key == "teiheader":
            is_headed = _has_title(cut.node)
        elif cut.node is not None and is_headed:
            yield Cut(None, cut.place)
            continue
        yield cut


def _has_title(node: Node) -> bool:
    if node.key == "title":
        return bool(text_of(node).strip())
    return any(_has_title(part) for part in node.parts if part.key in ("title", "titlestmt", "filedesc"))


def _settled(cuts: Iterable[Cut], length: int) -> Iterator[Cut]:
    """Give every character to a record, with the tags before it, or to what stands between records."""
    last: Cut | None = None
    for cut in cuts:
        is_loose = cut.node is None and not cut.fault
        if last is not None and is_loose and last.node is None and not last.fault:
            last = last._replace(place=Place(last.place.start, cut.place.end))
            continue
        if last is not None:
            yield last
        last = cut._replace(place=Place(last.place.end if last else 0, cut.place.end))
    if last is not None:
        yield last._replace(place=Place(last.place.start, length))


def _read_element(document: Document, node: Node, chosen: Format) -> Iterator[Paper | Issue]:
    """Read a record; one that holds a record of another format, as those of OAI do, is read as that."""
    named = Node("@element", "@element", node.place, node.label)
    node = node._replace(parts=(*node.parts, named))
    made = [found for found in walk(document, node, _branch(chosen.name), chosen.shells) if not isinstance(found, Node)]
    if any(isinstance(one, Paper) and _says_nothing(one) for one in made):
        yield _issue(document, "block-kept", "a record that says nothing of a paper", node.place)
        return
    yield from made


def _says_nothing(paper: Paper) -> bool:
    """Tell a paper of which nothing is known but what has no field: a row of a table, a setting of a program."""
    return not any(getattr(paper, field) for field in _TELLING)


@cache
def _branch(name: str) -> Branch:
    return branch_of(next(one for one in (*objects.FORMATS, *elements.FORMATS, elements.GENERAL) if one.name == name).paths)


def _issue(document: Document, code: str, message: str, place: Place) -> Issue:
    raw = document.text[slice(*place)]
    return Issue(code=code, message=message, source=Draft(document).source("record", place), raw=raw)
