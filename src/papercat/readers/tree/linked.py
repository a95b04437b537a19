"""What a record of RDF refers to instead of holding it: Zotero writes a journal with a number of its own once, behind its article."""

from papercat.readers.tree.node import Node, find
from papercat.readers.tree.xml import Builder
from papercat.text.document import Place

_HOLDERS = frozenset(("journal", "periodical", "newspaper"))
_PART_OF, _ABOUT, _RESOURCE = "ispartof", "@about", "@resource"


def holders(text: str) -> dict[str, Node]:
    """Give the journals that stand beside the records, by what they are about.

    >>> list(holders('<rdf:RDF><bib:Journal rdf:about="urn:issn:1476-4687"><dc:title>Nature</dc:title></bib:Journal></rdf:RDF>'))
    ['urn:issn:1476-4687']
    """
    nodes = (cut.node for cut in Builder(text, _HOLDERS, frozenset()).records() if cut.node is not None)
    return {about.text: node for node in nodes if (about := find(node, _ABOUT)) and about.text}


def linked(node: Node, held: dict[str, Node]) -> Node:
    """Put into a record the journal that it names; its places stay those of the name."""
    return node._replace(parts=tuple(_linked(part, held) for part in node.parts)) if held else node


def _linked(part: Node, held: dict[str, Node]) -> Node:
    named = find(part, _RESOURCE) if part.key == _PART_OF else None
    holder = held.get(named.text or "") if named else None
    return part._replace(parts=(*part.parts, moved(holder, part.place))) if holder else part


def moved(node: Node, place: Place) -> Node:
    """Give a node whose values all stand in one place."""
    parts = tuple(moved(part, place) for part in node.parts)
    return node._replace(place=place, parts=parts, is_exact=False)
