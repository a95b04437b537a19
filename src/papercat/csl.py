"""CSL-JSON, which Zotero, pandoc and citation processors read: a paper as an item, and an item that papercat wrote as a paper again.

The names and types are those of CSL 1.0.2 and its schema for input data, https://github.com/citation-style-language/schema.
What CSL has no variable for stands in `custom`, the place that the schema keeps for that, under "papercat".
"""

from collections.abc import Mapping
from typing import Any

from papercat.models import Author, Paper
from papercat.models.paper import FIELDS
from papercat.names import parse_names

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
    "number": "number",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "series": "collection-title",
    "shorttitle": "title-short",
}
_PEOPLE = {"editor": "editor", "translator": "translator"}
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
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
_OURS = "papercat"  # the name within `custom`
_PLAIN = ("arxiv", "type", "keywords", "extra", "inferred", "variants")  # of `custom`, as `Paper.to_dict` has them
# What an item gets besides, from what `custom` has whole.
_DERIVED = frozenset(("id", "type", "genre", "archive", "number", "keyword", "custom", *_EXTRAS.values(), *_PEOPLE.values()))


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
        made["author"] = [_person(author) for author in paper.authors]
    if paper.year:
        made["issued"] = {"date-parts": [[paper.year, paper.month] if paper.month else [paper.year]]}
    if paper.keywords:
        made["keyword"] = "; ".join(paper.keywords)
    if paper.type in _GENRES:
        made["genre"] = _GENRES[paper.type]
    if paper.arxiv:
        made |= {"archive": "arXiv", "number": f"arXiv:{paper.arxiv}"}
    for label, text in paper.extra.items():
        name, people = _EXTRAS.get(label.lower()), _PEOPLE.get(label.lower())
        if name:
            made.setdefault(name, text)
        elif people:
            made.setdefault(people, _people(text))
    plain = paper.to_dict()
    ours = {"id": key} | {name: plain[name] for name in _PLAIN if name in plain}
    if paper.month and not paper.year:
        ours["month"] = paper.month
    made["custom"] = {_OURS: ours}
    return made


def has_variable(label: str) -> bool:
    """Tell a label of `extra` that CSL has a variable for.

    >>> has_variable("ISBN"), has_variable("editor"), has_variable("L1")
    (True, True, False)
    """
    return label.lower() in _EXTRAS or label.lower() in _PEOPLE


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
    if "author" in made:
        found["authors"] = _authors(made["author"])
    dated = made.get("issued")
    parts = dated.get("date-parts") if isinstance(dated, Mapping) and len(dated) == 1 else None
    if isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], list) and len(parts[0]) in (1, 2):
        found |= dict(zip(("year", "month"), parts[0], strict=False))
    elif dated is not None:
        found["issued"] = dated
    if made.get("id") != ours.get("id"):
        found["key"] = made.get("id")  # somebody's own
    known = {*_TEXTS.values(), *_DERIVED, "author", "issued"}
    return found | {name: value for name, value in made.items() if name not in known} | _changed(made, found)


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


def _authors(people: object) -> object:
    if not isinstance(people, list):
        return people
    return [{_OUR_PARTS.get(name, name): text for name, text in one.items()} if isinstance(one, Mapping) else one for one in people]
