r"""What biber makes of a bibliography for biblatex: `\entry{bai2022}{misc}{}`, `\name`, `\field{title}{…}`, `\verb{doi}`, `\endentry`.

An entry becomes one of BibTeX, whose roles and LaTeX it shares. The source of the words is what biber 1.0 to 2.20 writes (Philip Kime,
`Biber::Output::bbl`): since version 2.6 of the format the parts of a name have labels, `family={Bai}`; before, they have an order.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from papercat.models import Issue, Paper
from papercat.readers.bibtex.entries import read_entry
from papercat.readers.bibtex.grammar import Block, Field, Scar, Told
from papercat.readers.draft import Draft
from papercat.text.document import Document, Place

_ENTRY = re.compile(r"\\entry\s{0,3}\{([^{}\s]{1,200})\}\s{0,3}\{([^{}]{1,60})\}")
_END = "\\endentry"
_COMMAND = re.compile(r"\\([a-z]{3,20})\s{0,3}(?=\{)")
# what opens a command of an entry, and so ends one that does not
_NEXT = re.compile(
    r"\\(?:endverb(?![a-z])|(?:name|list|field|strng|verb|range|true|false|keyw|annotation|warn|crossref|xref|inset|set)\s{0,3}\{)"
)
_VERBATIM = re.compile(r"\s*\\verb[ \t]")
_ENDVERB = "\\endverb"
_BRACE = re.compile(r"[{}]")
_OPEN = re.compile(r"[\s%,]*(?=\{)")  # a percent sign ends each line
_LABELLED = re.compile(r"[\s%,]*([a-z]{1,20})=(?=\{)")
_SCRAP = re.compile(r"[^\s%]")
# Of these the style makes labels and an order; they say nothing of the paper.
_OF_THE_STYLE = re.compile(
    r"(?:label|sort|extra|singletitle|unique|clone).*|.*(?:hash|era|datesource|dateunspecified|datesplit|julian)|urlraw"
)
_REFERRING = frozenset(("crossref", "xref"))
# biber writes the types of btxdoc as a type of biblatex and a field
_TYPES = {"phdthesis": "phdthesis", "mathesis": "mastersthesis", "techreport": "techreport"}
_PARTS = ("family", "familyi", "given", "giveni", "prefix", "prefixi", "suffix", "suffixi")  # in their order before 2.6
_SPELT = re.compile(r"\\bib(?:(rangedash)|(rangessep)|namedelim[a-di])(?![A-Za-z])[ \t]?")
_SAMPLE = 200_000  # characters in which the first entry begins


def sniff(document: Document) -> float:
    r"""Say how likely a document is of this format.

    >>> sniff(Document("a.bbl", r"\entry{bai2022}{misc}{} \field{title}{Constitutional AI} \endentry"))
    0.97
    >>> sniff(Document("a.tex", r"A new \entry{a}{b}"))
    0.0
    """
    entry = _ENTRY.search(document.text, 0, _SAMPLE)
    return 0.97 if entry and _NEXT.search(document.text, entry.end(), entry.end() + _SAMPLE) else 0.0


def ends(text: str) -> int:
    r"""Say up to where a text holds whole entries: behind the last that is closed.

    >>> ends(r"\entry{a}{misc}{}\endentry \entry{b}{misc}{}")
    26
    """
    return text.rfind(_END) + len(_END) if _END in text else 0


def reading() -> Callable[[Document], Iterator[Paper | Issue]]:
    """Give what reads the pieces of a file; none needs to know of another."""
    return read


def read(document: Document) -> Iterator[Paper | Issue]:
    r"""Read each entry; what biber writes around them is kept in issues.

    >>> names = r"\name{author}{1}{}{{{hash=1}{family={Bai}, given={Yuntao}}}}"
    >>> paper, = read(Document("a.bbl", r"\entry{bai22}{misc}{}" + names + r"\field{title}{Constitutional {AI}} \endentry"))
    >>> paper.authors[0].inverted, paper.title, dict(paper.extra)
    ('Bai, Yuntao', 'Constitutional AI', {'key': 'bai22'})
    """
    text, done = document.text, 0
    found = list(_ENTRY.finditer(text))
    for entry, behind in zip(found, [*(one.start() for one in found[1:]), len(text)], strict=False):
        yield from _between(document, Place(done, entry.start()))
        closed = text.find(_END, entry.end(), behind)
        done = closed + len(_END) if closed >= 0 else behind
        parts = _cut(text, entry.end(), closed if closed >= 0 else behind)
        if not parts.fields and not parts.told:
            yield _kept(document, Place(entry.start(), done), "an entry in which nothing stands; kept as it stands")
            continue
        held = tuple(parts.fields), tuple(parts.scars), tuple(parts.told)
        block = Block("entry", parts.kind or entry[2].lower(), entry[1], Place(entry.start(), done), *held)
        yield from read_entry(document, block, {}, dict)
    yield from _between(document, Place(done, len(text)))


def _between(document: Document, place: Place) -> Iterator[Issue]:
    if _SCRAP.search(document.text, *place):
        yield _kept(document, place, "of the file that biber writes, not of an entry; kept as it stands")


def _kept(document: Document, place: Place, told: str) -> Issue:
    source = Draft(document).source("record", place)
    return Issue(code="block-kept", message=told, source=source, raw=document.text[slice(*place)])


@dataclass(slots=True)
class _Parts:
    """What stands in an entry: values as they stand, those that are spelt in a way of their own, and what is wrong."""

    fields: list[Field] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    scars: list[Scar] = field(default_factory=list)
    kind: str = ""  # the type of BibTeX, where biber has changed it
    cut_lists: set[str] = field(default_factory=set)  # of names that end with "et al."


def _cut(text: str, start: int, end: int) -> _Parts:
    """Cut an entry at its commands; each brace is looked at once."""
    parts, closes = _Parts(), _closes(text, start, end)
    _, start = _groups(text, start, end, closes)  # options
    while command := _COMMAND.search(text, start, end):
        _keep_scrap(text, Place(start, command.start()), parts)
        values, start = _values(text, command, end, closes, parts)
        if command[1] == "verb":
            start = _take_verbatim(text, values[0], start, end, parts)
        else:
            _take(text, command[1], values, closes, parts)
    _keep_scrap(text, Place(start, end), parts)
    return parts


def _closes(text: str, start: int, end: int) -> dict[int, int]:
    """Give where each brace that is closed is so: the place behind its end, by where it stands."""
    closes, still = dict[int, int](), list[int]()
    for brace in _BRACE.finditer(text, start, end):
        if brace[0] == "{":
            still.append(brace.start())
        elif still:
            closes[still.pop()] = brace.end()
    return closes


def _groups(text: str, start: int, end: int, closes: Mapping[int, int]) -> tuple[list[Place], int]:
    """Give what stands in the braces that follow one another, and where the last ends."""
    groups = list[Place]()
    while (opening := _OPEN.match(text, start, end)) and opening.end() in closes:
        start = closes[opening.end()]
        groups.append(Place(opening.end() + 1, start - 1))
    return groups, start


def _values(text: str, command: re.Match[str], end: int, closes: Mapping[int, int], parts: _Parts) -> tuple[list[Place], int]:
    """Give the values of a command; one whose braces are never closed ends where the next command begins."""
    values, place = _groups(text, command.end(), end, closes)
    opening = _OPEN.match(text, place, end)
    if opening and opening.end() < end:
        following = _NEXT.search(text, opening.end(), end)
        place = following.start() if following else end
        values.append(Place(opening.end() + 1, opening.end() + 1 + len(text[opening.end() + 1 : place].rstrip(" \t\r\n%"))))
        parts.scars.append(Scar("braces that are never closed; read up to the next command", Place(command.start(), place)))
    return values, place


def _keep_scrap(text: str, place: Place, parts: _Parts) -> None:
    if _SCRAP.search(text, *place):
        parts.scars.append(Scar("what stands here is no part of a field; kept as it stands", place, is_scrap=True))


def _take_verbatim(text: str, name: Place, start: int, end: int, parts: _Parts) -> int:
    r"""Take what stands between `\verb` and `\endverb`, and give where that ends."""
    opening = _VERBATIM.match(text, start, end)
    if not opening:
        return start
    following = _NEXT.search(text, opening.end(), end)
    stop = following.start() if following else end
    value = text[opening.end() : stop]
    if text[slice(*name)] != "urlraw":  # biber writes the address before it is encoded beside the one after it
        parts.fields.append(Field(text[slice(*name)], opening.end(), opening.end() + len(value.rstrip()), "{"))
    return stop + len(_ENDVERB) if text.startswith(_ENDVERB, stop) else stop


def _take(text: str, command: str, values: list[Place], closes: Mapping[int, int], parts: _Parts) -> None:
    """Take one command, by what it is for."""
    name, last = text[slice(*values[0])].strip(), values[-1]
    if command == "field" and not _OF_THE_STYLE.fullmatch(name):
        _take_field(text, name, last, parts)
    elif command == "true" and name.startswith("more"):
        parts.cut_lists.add(name.removeprefix("more"))
    elif command == "name" and not _OF_THE_STYLE.fullmatch(name):
        people = [_name(text, *one, closes) for one in _groups(text, *last, closes)[0]] + ["others"] * (name in parts.cut_lists)
        parts.told.append(Told(name, " and ".join(filter(None, people)), last))
    elif command == "list":
        parts.told.append(Told(name, " and ".join(text[slice(*one)] for one in _groups(text, *last, closes)[0]), last))
    elif command == "keyw":
        parts.fields.append(Field("keywords", *last, "{"))
    elif command == "warn":
        parts.scars.append(Scar("what biber warns of", last, is_scrap=True))
    elif command not in {"field", "name", "range", "true", "false"} and (command != "strng" or name in _REFERRING):
        parts.told.append(
            Told(name if command == "strng" else command, ", ".join(text[slice(*one)] for one in values[command == "strng" :]), last)
        )


def _take_field(text: str, name: str, place: Place, parts: _Parts) -> None:
    value = text[slice(*place)]
    if name == "type" and value in _TYPES:
        parts.kind = _TYPES[value]
    elif "\\bib" in value:
        parts.told.append(Told(name, _SPELT.sub(_spelt, value), place))
    else:
        parts.fields.append(Field(name, *place, "{"))


def _spelt(match: re.Match[str]) -> str:
    return "--" if match[1] else ", " if match[2] else " "


def _name(text: str, start: int, end: int, closes: Mapping[int, int]) -> str:
    """Give one name as BibTeX writes it: `van Beethoven, Ludwig`, `King, Jr., Martin Luther`."""
    groups = _groups(text, start, end, closes)[0]
    inner = groups[1] if len(groups) == 2 else None
    if inner and _LABELLED.match(text, *inner):
        parts = dict(_labelled(text, *inner, closes))
    else:
        parts = {label: text[slice(*one)] for label, one in zip(_PARTS, groups[1:], strict=False)}
    parts = {label: _SPELT.sub(_spelt, part).strip() for label, part in parts.items()}
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    return ", ".join(filter(None, (family, parts.get("suffix"), parts.get("given"))))


def _labelled(text: str, start: int, end: int, closes: Mapping[int, int]) -> Iterator[tuple[str, str]]:
    """Give each part of a name with its label."""
    while label := _LABELLED.search(text, start, end):
        start = closes.get(label.end(), end)
        yield label[1], text[label.end() + 1 : start - 1]
