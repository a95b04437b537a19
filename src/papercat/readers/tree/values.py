"""How the values of a record are taken, by the roles that a table gives them beside those of `Record`.

| role | what the value is |
|---|---|
| arxiv, id | an id; of any number only what looks like one |
| date, year | a text, or parts under their names |
| host-type | the type of what it stands in |
| abstract+ | parts of an abstract, each perhaps with a label |
| description | an abstract, or a note of the archive |
| abstract-index | words with their positions, as OpenAlex gives abstracts |
| title-info, venue-info | a title in parts, as MODS has it |
| dotted-title | a title with a full stop that is not its own |
| isbd-title, isbd-venue, … | a text with the punctuation of library cards |
| card-title | the first area of a library card |
| braced-title, … | a text with braces that protect its letters |
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from papercat.identifiers import parse_arxiv
from papercat.readers.tree.dates import date_text
from papercat.readers.tree.entry import Entry, text_of
from papercat.readers.tree.markup import flat
from papercat.readers.tree.node import Node, branches, find, is_mixed, key_of
from papercat.readers.tree.types import TYPES

Taker = Callable[[Entry, str, str, Sequence[Node]], None]
_TITLE_PARTS = ("nonsort", "title", "subtitle", "partnumber", "partname")
_ISBD_END = re.compile(r"\s*[/:;=,]\s*\Z")  # ISBD, area 1: what comes next begins with these signs, and catalogues leave them at the end
# https://info.arxiv.org/help/rss_specifications.html
# of 3,371 abstracts none in Latin letters has so few words
_NOTE = re.compile(r"[A-Za-zÀ-ž'’-]{1,30}(?: [A-Za-zÀ-ž'’-]{1,30}){0,4}")
_ANNOUNCED = re.compile(r"\s*arXiv:\S{1,40}\s+Announce\s+Type:\s+[\w-]{1,30}\s*(?:Abstract:\s*)?", re.IGNORECASE)
_ISBD_COLON = re.compile(r"\s:\s")
_UNSAID = frozenset({"UNLABELLED", "UNASSIGNED"})
_WHOLE = re.compile(r"((?:1[4-9]|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)")  # 20120117
_TELLING = re.compile(r"\d\.\d|\d{7}|arxiv|doi", re.IGNORECASE)  # what an id of arXiv or a DOI has
# What pandoc cites by (its manual, "Citation syntax"), without addresses and the numbers that programs give: ITEM-1, temp_id_17
_KEY = re.compile(r"[^\W\d][^\s{}()\[\],;\"#%'=~\\/@<>]{1,200}")
_NUMBERED = re.compile(r"(?:item|temp_id|https?:).*|[^:]*-0\d{7}", re.IGNORECASE)
_MOST_WORDS = 200_000  # positions of an index of words
_MOST_DIGITS = 7  # of one of them


def trimmed(text: str) -> str:
    """Take off the full stop that PubMed and dblp put behind every title.

    >>> trimmed("Attention is All you Need."), trimmed("What is it?"), trimmed("Notes on U.S.A."), trimmed("And so on...")
    ('Attention is All you Need', 'What is it?', 'Notes on U.S.A.', 'And so on...')
    """
    text = text.strip()
    return text[:-1] if text.endswith(".") and not text.endswith("..") and not re.search(r"\b\w\.\w\.\Z", text) else text


def isbd(text: str) -> str:
    """Take off the sign that announces the next area of a library card.

    >>> isbd("Der Arbeitsvertrag :"), isbd("Springer,"), isbd("Une étude : deux approches")
    ('Der Arbeitsvertrag', 'Springer', 'Une étude : deux approches')
    """
    return _ISBD_END.sub("", text.strip())


def card_title(text: str) -> str:
    """Take the title out of the first area of a library card.

    >>> card_title("Beowulf : traduzione e commento / J. R. R. Tolkien")
    'Beowulf: traduzione e commento'
    """
    return _ISBD_COLON.sub(": ", isbd(text.partition(" / ")[0]))


def unbraced(text: str) -> str:
    """Take off the braces that keep hayagriva from changing the case of a title.

    >>> unbraced("{World Wide Developer Conference 2020}"), unbraced("A {BERT} for all"), unbraced("On $A_{n}$")
    ('World Wide Developer Conference 2020', 'A BERT for all', 'On $A_{n}$')
    """
    return text if "$" in text or "\\" in text else re.sub(r"\{([^{}]*)\}", r"\1", text)


# what leads to the paper, and not to its code, its slides or a page about it
_TO_PAPER = frozenset("paper pdf doi arxiv publisher article html fulltext preprint journal publication proceedings openreview".split())
_ADDRESS = re.compile(r"\s*https?://", re.IGNORECASE)
_MARKED = re.compile(r"(?:In:? )?[*_]{1,2}([^*_]+)[*_]{1,2}|In:? ([^*_]+)")
_TRIMS = {"dotted": trimmed, "isbd": isbd, "card": card_title, "braced": unbraced}


def take_text(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take values as text."""
    trim, _, inner = role.partition("-")
    for node in nodes:
        if trim in _TRIMS:
            entry.add_text(inner, label, node.place, _TRIMS[trim](text_of(node)))
        else:
            entry.add(role, label, node)


def take_pages(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take pages; the page of a project on the web is an address."""
    for node in nodes:
        if _ADDRESS.match(text_of(node)):
            entry.leave(label, [node])
        else:
            entry.add(role, label, node)


def take_links(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take the links that lead to the paper: `{"label": "PDF", "url": "https://arxiv.org/abs/2506.09890"}`."""
    del role
    for node in nodes:
        address = find(node, "url", "href", "link")
        name = find(node, "label", "name", "text", "type", "title", "kind")
        if address and name and key_of(text_of(name)) in _TO_PAPER and _ADDRESS.match(text_of(address)):
            entry.add("url", label, address)
        else:
            entry.leave(label, [node])


def take_link(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take an address under a name that may also say something else."""
    del role
    for node in nodes:
        if _ADDRESS.match(text_of(node)) and not node.parts:
            entry.add("url", label, node)
        else:
            entry.leave(label, [node])


def take_marked(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take a value in Markdown, as Wowchemy (Hugo Blox) writes where a paper stands: `In *Nature*`."""
    role = role.partition("-")[2]
    for node in nodes:
        found = _MARKED.fullmatch(text_of(node).strip())
        if node.parts:
            entry.leave(label, [node])
        elif found:
            entry.add_text(role, label, node.place, found[1] or found[2])
        else:
            entry.add(role, label, node)


def take_ids(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take ids; what may be any number is kept."""
    for node in nodes:
        text = text_of(node).strip()
        if role == "arxiv" or _TELLING.search(text):
            entry.add("arxiv" if role == "id" and parse_arxiv(text) else role, label, node)
        else:
            entry.leave(label, [node])


def take_key(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take what others cite a paper by; an address, a number or an id of something is none."""
    for node in nodes:
        if _KEY.fullmatch(text := text_of(node).strip()) and not _NUMBERED.fullmatch(text) and not entry.has(role):
            entry.add(role, role, node)
        else:
            take_ids(entry, "id", label, [node])


def take_dates(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take dates, whole or in parts."""
    for node in nodes:
        if node.text is not None and (whole := _WHOLE.fullmatch(node.text.strip())):
            entry.add_text("date", label, node.place, "-".join(whole.groups()))
        elif node.text is not None:
            entry.add(role, label, node)
        elif text := date_text(node):
            entry.add_text("date", label, node.place, text)


def take_keywords(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take keywords: those of a list one by one, a single text for one that is to be cut."""
    inner = [one for node in nodes for one in (branches(node) if _is_list(node) else (node,))]
    many = len(inner) > 1 or any(node.is_member for node in inner)
    for node in inner:
        entry.add("keyword" if many else role, label, node)


def _is_list(node: Node) -> bool:
    # <keywords><keyword>a</keyword><keyword>b</keyword></keywords>, but not one value in parts
    inner = list(branches(node))
    keys = {part.key for part in inner}
    return not is_mixed(node) and len(keys) == 1 and (len(inner) > 1 or keys.pop().startswith(("keyword", "subject", "kwd", "topic")))


def take_types(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take the type that BibTeX has a word for; what has none is kept."""
    known = [(node, TYPES[key]) for node in nodes if (key := key_of(text_of(node))) in TYPES]
    best, entry_type = min(known, key=lambda one: one[1] == "misc", default=(None, ""))
    if best is not None and not entry.has("type"):
        entry.record.add(role, label, best.place, raw=entry_type)
        nodes = [node for node in nodes if node is not best or entry_type == "misc"]
    entry.leave(label, nodes)


def take_host_type(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take the type of what a work stands in: an article in proceedings is a paper of a conference."""
    del role
    for node in nodes:
        if key_of(text_of(node)) in ("proceedings", "conference") and not entry.has("type"):
            entry.record.add("type", label, node.place, raw="inproceedings")
    entry.leave(label, nodes)


def take_abstract(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take an abstract; several parts of one are joined, each behind its label."""
    del role
    if len(nodes) == 1 and nodes[0].text is not None:
        entry.add("abstract", label, nodes[0])
        return
    pieces = []
    for node in nodes:
        head, text = find(node, "@label", "label"), text_of(node).strip()
        is_said = head is not None and head.text and head.text not in _UNSAID
        pieces.append(f"{head.text}: {text}" if head is not None and is_said and text else text)
    if any(pieces):
        entry.add_text("abstract", label, nodes[0].place, "\n".join(filter(None, pieces)))
        for node in nodes[1:]:
            entry.record.add("skip", label, node.place)


def take_abstracts(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take abstracts: paragraphs in a list are one, others are in several languages or versions."""
    if all(node.is_member and node.text is not None for node in nodes):
        take_abstract(entry, role, label, nodes)
        return
    for node in nodes:
        take_abstract(entry, role, label, [node])


def take_descriptions(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take descriptions for abstracts; a few words without a full stop are a note of the archive: `Peer reviewed`."""
    notes = [node for node in nodes if _NOTE.fullmatch(text_of(node).strip())]
    if notes:
        entry.leave(label, notes)
    if texts := [node for node in nodes if node not in notes]:
        take_abstracts(entry, role, label, texts)


def take_feed(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Take the description of a feed; arXiv's says first which paper is announced, and how."""
    text = "\n".join(map(text_of, nodes))
    announced = _ANNOUNCED.match(text)
    if entry.has("abstract"):
        entry.leave(label, nodes)
    elif not announced:
        take_abstracts(entry, role, label, nodes)
    else:
        rest = text[announced.end() :].strip()
        entry.add_text("abstract" if rest else "skip", label, nodes[0].place, rest or announced[0])


def take_index(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Put the words of an inverted index in their places."""
    del role
    for node in nodes:
        words = {int(part.text): part.label for part in node.parts if part.text and _is_position(part.text)}
        if words and max(words) < _MOST_WORDS:
            found = Node("abstract", label, node.place, " ".join(words[number] for number in sorted(words)))
            entry.add("abstract", label, found)
        else:
            entry.leave(label, [node])


def _is_position(text: str) -> bool:
    return len(text) <= _MOST_DIGITS and text.isdecimal() and text.isascii()


def take_title(entry: Entry, role: str, label: str, nodes: Sequence[Node]) -> None:
    """Put a title together: what sorting leaves out, the title, the subtitle, the part."""
    for node in nodes:
        article, title, *others = (isbd(flat(part)).lstrip(":; ") if (part := find(node, key)) else "" for key in _TITLE_PARTS)
        whole = article + title if article.endswith(("'", "’")) else f"{article} {title}".strip()
        ends = [whole, *filter(None, others)]
        told = whole + "".join(f"{' ' if before.endswith((':', '?', '!', '.')) else ': '}{one}" for before, one in pairwise(ends))
        if title:
            entry.add_text(role.removesuffix("-info"), label, node.place, told)
        else:
            entry.leave(label, [node])


TAKERS: dict[str, Taker] = {
    "pages": take_pages,
    "links": take_links,
    "link": take_link,
    "marked-venue": take_marked,
    "arxiv": take_ids,
    "id": take_ids,
    "key": take_key,
    "date": take_dates,
    "year": take_dates,
    "keywords": take_keywords,
    "type": take_types,
    "host-type": take_host_type,
    "abstract": take_abstracts,
    "abstract+": take_abstract,
    "abstract-index": take_index,
    "description": take_descriptions,
    "feed-abstract": take_feed,
    "title-info": take_title,
    "venue-info": take_title,
}
