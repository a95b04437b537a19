"""CSL-JSON, which Zotero, pandoc and citation processors read: a paper as an item, and an item that papercat wrote as a paper again.

The names and types are those of CSL 1.0.2 and its schema for input data, https://github.com/citation-style-language/schema.
What CSL has no variable for stands in `custom`, the place that the schema keeps for that, under "papercat". ORCID iDs are there too, each
with the name whose it is: the schema takes no other property of a name, and Crossref's `ORCID` beside it makes an item that breaks it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from papercat.models import Author, Paper
from papercat.models.contributors import role_of, together
from papercat.models.paper import FIELDS
from papercat.names import parse_names
from papercat.text.dates import day_of, texts_of

_TEXTS = {
    "title": "title",
    "abstract": "abstract",
    "venue": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "doi": "DOI",
    "url": "URL",
    "comment": "note",
}
# Labels of `extra`, in small letters, that have a variable.
_EXTRAS = {
    "address": "publisher-place",
    "chapter": "chapter-number",
    "edition": "edition",
    "isbn": "ISBN",
    "issn": "ISSN",
    "language": "language",
    "location": "publisher-place",
    "number": "number",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "series": "collection-title",
    "shorttitle": "title-short",
}
_PEOPLE = frozenset(("editor", "translator"))
_NAME_PARTS = {"family": "family", "given": "given", "particle": "non-dropping-particle", "suffix": "suffix", "literal": "literal"}
_OUR_PARTS = {name: part for part, name in _NAME_PARTS.items()}
# Entry types of BibTeX and biblatex.
_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "manual": "report",
    "mastersthesis": "thesis",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
}
_GENRES = {
    "phdthesis": "PhD thesis",
    "mastersthesis": "Master’s thesis",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
}
_SCHOOLS = ("school", "institution")  # of a thesis or a report: CSL's publisher, where there is no other
_OURS = "papercat"  # the name within `custom`
_OTHERS = {"literal": "others"}  # what pandoc makes of BibTeX's `and others`; CSL has no word for it, and styles print this one
_PLAIN = ("arxiv", "type", "keywords", "extra", "inferred", "cut", "variants")  # of `custom`, as `Paper.to_dict` has them
# What an item gets besides, from what `custom` has whole.
_DERIVED = frozenset(("id", "type", "genre", "archive", "number", "keyword", "custom", *_EXTRAS.values(), *_PEOPLE))


def item(paper: Paper, key: str) -> dict[str, Any]:
    """Write a paper as a CSL item under a citation key.

    >>> perez = Paper(title="Discovering Language Model Behaviors", authors=(Author(family="Perez", given="Ethan"),), arxiv="2212.09251")
    >>> made = item(perez, "perez2022")
    >>> made["type"], made["author"], made["number"], made["custom"]
    ('article', [{'family': 'Perez', 'given': 'Ethan'}], 'arXiv:2212.09251', {'papercat': {'id': 'perez2022', 'arxiv': '2212.09251'}})
    """
    made: dict[str, Any] = {"id": key, "type": kind(paper)}
    made |= {name: text for field, name in _TEXTS.items() if (text := getattr(paper, field))}
    if paper.authors:
        made["author"] = [_person(author) for author in paper.authors] + [dict(_OTHERS)] * ("authors" in paper.cut)
    if paper.year:
        day = day_of(texts_of(paper.extra), paper.year, paper.month)
        made["issued"] = {"date-parts": [[part for part in (paper.year, paper.month, day) if part]]}
    if paper.keywords:
        made["keyword"] = "; ".join(paper.keywords)
    if genre := _GENRES.get(paper.extra.get("type", "") if paper.type == "thesis" else paper.type or ""):
        made["genre"] = genre
    if paper.arxiv:
        made |= {"archive": "arXiv", "number": f"arXiv:{paper.arxiv}"}
    for label, text in together(paper.extra).items():
        low = label.lower()
        if low in _EXTRAS:
            made.setdefault(_EXTRAS[low], text)
        elif low in _PEOPLE:
            made.setdefault(low, _people(text))
    ours = _ours(paper, key)
    school = next((label for label in _SCHOOLS if label in paper.extra and not paper.publisher), "")
    made |= {"publisher": paper.extra[school]} if school else {}
    ours |= {"publisher": school} if school else {}
    made["custom"] = {_OURS: ours}
    return made


def _ours(paper: Paper, key: str) -> dict[str, Any]:
    """Give what CSL has no variable for."""
    plain = paper.to_dict()
    ours: dict[str, Any] = {"id": key} | {name: plain[name] for name in _PLAIN if name in plain}
    if paper.month and not paper.year:
        ours["month"] = paper.month
    told = ((place, one) for place, one in enumerate(paper.authors, 1) if one.orcid)
    if orcids := [{"author": place, "name": one.inverted, "orcid": one.orcid} for place, one in told]:
        ours["orcids"] = orcids
    return ours


def has_variable(label: str) -> bool:
    """Tell a label of `extra` that CSL has a variable for.

    >>> has_variable("ISBN"), has_variable("editor-2"), has_variable("L1")
    (True, True, False)
    """
    return label.lower() in _EXTRAS or role_of(label).lower() in _PEOPLE


def is_ours(made: Mapping[str, Any]) -> bool:
    """Tell an item that papercat wrote: what CSL cannot say stands in it.

    >>> is_ours(item(Paper(title="Sleeper Agents"), "a")), is_ours({"id": "a", "custom": {"short_id": "xyz"}})
    (True, False)
    """
    custom = made.get("custom")
    return isinstance(custom, Mapping) and isinstance(custom.get(_OURS), Mapping)


def fields(made: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of the paper in an item of ours, as `Paper.from_dict` takes them; what somebody added has its own name.

    >>> perez = Paper(title="Discovering Language Model Behaviors", arxiv="2212.09251", year=2022, inferred=("year",))
    >>> Paper.from_dict(fields(item(perez, "perez2022"))) == perez
    True
    """
    ours = made["custom"][_OURS]
    found = {name: ours[name] for name in (*_PLAIN, "month") if name in ours}
    found |= {field: made[name] for field, name in _TEXTS.items() if name in made}
    extra = ours.get("extra")
    if isinstance(extra, Mapping) and "publisher" in made and extra.get(ours.get("publisher")) == made["publisher"]:
        del found["publisher"]
    if "author" in made:
        found["authors"], left = _identified(_authors(_named(made["author"], ours)), ours.get("orcids"))
        found |= {"csl-orcids": left} if left else {}
    dated = made.get("issued")
    parts = dated.get("date-parts") if isinstance(dated, Mapping) and len(dated) == 1 else None
    if (
        isinstance(parts, list)
        and len(parts) == 1
        and isinstance(parts[0], list)
        and len(parts[0]) in (1, 2, 3)
        and _is_known_day(parts[0], ours)
    ):
        found |= dict(zip(("year", "month"), parts[0], strict=False))
    elif dated is not None:
        found["issued"] = dated
    if made.get("id") != ours.get("id"):
        found["key"] = made.get("id")  # somebody's own
    known = {*_TEXTS.values(), *_DERIVED, "author", "issued"}
    return found | {name: value for name, value in made.items() if name not in known} | _changed(made, found)


def _is_known_day(parts: Sequence[Any], ours: Mapping[str, Any]) -> bool:
    """Tell the day that `extra` knows from one that somebody added."""
    extra = ours.get("extra")
    if len(parts) < 3:
        return True
    if not (isinstance(extra, Mapping) and all(isinstance(part, int) for part in parts)):
        return False
    return day_of([text for text in texts_of(extra) if isinstance(text, str)], parts[0], parts[1]) == int(parts[2])


def _changed(made: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """Give what somebody wrote anew where a value follows from others: nobody's correction is lost."""
    try:
        written = item(Paper.from_dict({name: value for name, value in found.items() if name in FIELDS}), "")
    except (ValueError, TypeError):
        written = {}
    derived = _DERIVED - {"id", "custom"}
    return {f"csl-{name}": made[name] for name in made if name in derived and made[name] != written.get(name)}


def kind(paper: Paper) -> str:
    """Name the CSL type of a paper; where nothing tells, "article" is a preprint and "document" anything.

    >>> [kind(Paper(**known)) for known in ({"type": "inproceedings"}, {"arxiv": "2401.05566"}, {"venue": "Cell", "volume": "1"}, {})]
    ['paper-conference', 'article', 'article-journal', 'document']
    """
    if paper.arxiv and not paper.venue and paper.type in (None, "misc", "article", "online", "unpublished"):
        return "article"
    if paper.type is None and paper.venue and paper.volume:
        return "article-journal"
    return _TYPES.get(paper.type or "", "document")


def _person(author: Author) -> dict[str, str]:
    return {name: text for part, name in _NAME_PARTS.items() if (text := getattr(author, part))}


def _people(text: str) -> list[dict[str, str]]:
    names = parse_names(text).names
    parts = [{_NAME_PARTS[part]: one for part in _NAME_PARTS if (one := getattr(name, part))} for name in names]
    return [one for one in parts if one] or [{"literal": text}]


def _named(people: object, ours: Mapping[str, Any]) -> object:
    """Take away what stands for others at the end of a list."""
    is_cut = isinstance(people, list) and people[-1:] == [_OTHERS] and "authors" in (ours.get("cut") or ())
    return people[:-1] if is_cut and isinstance(people, list) else people


def _identified(authors: object, orcids: object) -> tuple[object, list[object]]:
    """Give each name its iD again, at its place or wherever else it alone stands now; that of a name which is gone is left."""
    if not isinstance(authors, list) or not isinstance(orcids, list):
        return authors, []
    names = [_shown(one) for one in authors]
    found, left = list(authors), []
    for said in orcids:
        name, place = (said.get("name"), said.get("author")) if isinstance(said, Mapping) else (None, None)
        places = [number for number, one in enumerate(names) if name and one == name]
        places = [number for number in places if number + 1 == place] or places
        if len(places) == 1 and isinstance(said, Mapping):
            found[places[0]] = {**authors[places[0]], "orcid": said.get("orcid")}
        else:
            left.append(said)
    return found, left


def _shown(one: object) -> str:
    """Write a name as `Author.inverted` does; "" for what is none."""
    parts = {name: text for name, text in one.items() if isinstance(text, str)} if isinstance(one, Mapping) else {}
    try:
        return Author(**{part: parts[part] for part in _NAME_PARTS if part in parts}).inverted
    except ValueError:
        return ""


def _authors(people: object) -> object:
    if not isinstance(people, list):
        return people
    return [{_OUR_PARTS.get(name, name): text for name, text in one.items()} if isinstance(one, Mapping) else one for one in people]
