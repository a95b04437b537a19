"""One paper as one entry: its fields in their order, each in the spelling of a profile."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from papercat.models import Paper
from papercat.models.contributors import together
from papercat.text.dates import day_of, for_biblatex, whole_date
from papercat.text.months import MONTHS
from papercat.writers.bibtex.kinds import BIBLATEX_FIELDS, CLASSIC_FIELDS, IN_BOOKS, THESIS_TYPES, is_preprint, kind_of, printed_type
from papercat.writers.bibtex.options import Options
from papercat.writers.bibtex.people import people
from papercat.writers.bibtex.spelling import speller
from papercat.writers.bibtex.titles import CLOSE, OPEN, protected
from papercat.writers.keywords import keyword_text
from papercat.writers.orcids import orcid_text

_BARE_MONTH = re.compile(rf"{'|'.join(MONTHS)}|[0-9]+")
_ORDER = (
    "author", "editor", "title", "journal", "booktitle", "howpublished", "date", "year", "month",
    "volume", "number", "series", "pages", "school",
    "institution", "publisher", "address", "doi", "eprint", "archiveprefix", "primaryclass", "url", "type", "keywords",
    "orcid-numbers", "note", "key", "abstract",
)  # fmt: skip
_FIELD_NAME = re.compile(r"[a-z][a-z0-9_-]*")  # BibDesk's bdsk-url-1, Scopus' author_keywords
# of `extra`: the key is made anew, a version is no field of BibTeX, and what an entry inherited was written into it when it was read
NOT_WRITTEN = frozenset({"key", "arxiv-version", "crossref", "xdata", "xref", "entrytype"})
# where readers put arXiv's primary class: .bib files, arXiv's Atom feed, and JSON of its API
_CLASSES = ("primaryclass", "eprintclass", "arxiv:primary_category.term", "primary_category", "primary-category", "primarycategory")
_CLASS = re.compile(r"[A-Za-z-]+(?:\.[A-Za-z-]+)?")
_VERBATIM = frozenset(
    "file pdf biburl adsurl urlraw eprinttype archiveprefix isbn issn bdsk-url-1 bdsk-url-2 bdsk-file-1 localfile".split()
)
_BREAKING = re.compile(r"[\\{}^]")
_RANGE = re.compile(r"(?<=\w)\s*[-–—]+\s*(?=\w)")
_MONTH_OF = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])(?![0-9])")
_REPORTS = ("phdthesis", "mastersthesis", "techreport", "thesis", "report")
_ORCIDS = "orcid-numbers"  # as Web of Science calls it in its .bib files
_PUBLISHED = ("Journal-ref", "Journal reference", "Journal-reference")  # of arXiv's mails and pages
_WIDTH = 13  # of field names
_NUMBERS = re.compile("[0-9]+(?:[-–][0-9]+)?")  # what nearly all pages are
_MOST_KNOWN, _LONGEST_KNOWN = 4096, 200  # of texts that many entries share: venues, publishers, volumes, keywords


class Style:
    """What writes entries in the way of some options."""

    __slots__ = ("_known", "_options", "_speller")

    def __init__(self, options: Options) -> None:
        """Make the spelling once for all entries."""
        self._options, self._speller = options, speller(options.profile)
        self._known = lru_cache(maxsize=_MOST_KNOWN)(self._speller.text)

    def entry(self, key: str, paper: Paper) -> str:
        """Write one entry, with a line break at its end."""
        kind = self.kind(paper)
        fields = self.fields(paper, kind)
        if "author" not in fields and "editor" not in fields:
            fields["key"] = key  # what styles sort and label by where there is no author
        return f"@{kind}{{{key},\n{_layout(tuple(fields), self._options.biblatex) % fields}}}\n"

    def kind(self, paper: Paper) -> str:
        """Say which entry type a paper is written as."""
        kind = kind_of(paper, self._options.preprint, biblatex=self._options.biblatex)
        return "misc" if kind == "online" and paper.venue else kind

    def comment(self, paper: Paper) -> str:
        """Say in the file what the options leave out of an entry."""
        options, left = self._options, list[str]()
        if options.max_authors is None and options.max_abstract is None:
            return ""
        if options.max_authors is not None and len(paper.authors) > options.max_authors:
            left.append(f"{len(paper.authors) - options.max_authors:,} of {len(paper.authors):,} authors")
        if options.max_abstract is not None and paper.abstract and len(paper.abstract) > options.max_abstract:
            left.append(f"all but {options.max_abstract:,} of the {len(paper.abstract):,} characters of the abstract")
        return f"% left out below: {' and '.join(left)}\n" if left else ""

    def fields(self, paper: Paper, kind: str) -> dict[str, str]:
        """Give the fields of a paper as they are written, without the delimiters around them, save those of a month."""
        spell, options = self._speller, self._options
        fields = self.labelled(together(paper.extra)) if paper.extra else {}
        if paper.authors:
            fields["author"] = people(paper.authors, spell.text, options.max_authors, is_cut="authors" in paper.cut)
            self._orcids(paper, fields)
        if paper.title:
            fields["title"] = self._title(paper)
        if paper.venue:
            fields[_container(kind)] = self._text(paper.venue)
        if paper.year:
            self._date(paper, fields)
        if paper.doi:
            fields["doi"] = spell.address(paper.doi)
        if paper.url:
            fields["url"] = spell.address(paper.url)
        self._details(paper, fields)
        if paper.arxiv:
            self._preprint(paper, kind, fields)
        if kind in _REPORTS:
            self._report(paper, kind, fields)
        return fields

    def _orcids(self, paper: Paper, fields: dict[str, str]) -> None:
        """Write the iDs of the authors, beside those of a field that could not be read whole."""
        said = paper.extra.get(_ORCIDS, "")
        authors = [author.bare if author.orcid and author.orcid in said else author for author in paper.authors]
        if told := orcid_text(authors[: self._options.max_authors]):
            fields[_ORCIDS] = self._speller.text("; ".join(filter(None, (said, told))))

    def _report(self, paper: Paper, kind: str, fields: dict[str, str]) -> None:
        """Give a thesis or a report the fields of BibTeX, or of biblatex, where it comes from the other."""
        if self._options.biblatex:
            if paper.type in THESIS_TYPES:
                fields.setdefault("type", THESIS_TYPES[paper.type])
            return
        if kind != "techreport" and "institution" in fields:
            fields.setdefault("school", fields.pop("institution"))
        said = fields.pop("type", "")
        if said and (shown := printed_type(paper)):
            fields["type"] = self._speller.text(shown)

    def _details(self, paper: Paper, fields: dict[str, str]) -> None:
        text, most = self._text, self._options.max_abstract
        if paper.pages:
            fields["pages"] = self._pages(paper.pages)
        if paper.volume:
            fields["volume"] = text(paper.volume)
        if paper.issue:
            fields["number"] = text(paper.issue)
        if paper.publisher:
            fields["publisher"] = text(paper.publisher)
        if noted := ". ".join(filter(None, (_published(paper), paper.comment))):
            fields["note"] = self._speller.text(noted)
        if paper.keywords:
            fields["keywords"] = keyword_text([*map(text, paper.keywords)])
        if paper.abstract and most != 0:
            fields["abstract"] = self._speller.text(_cut(paper.abstract, most))

    def _text(self, value: str) -> str:
        """Write a text that other entries are likely to have too."""
        return self._known(value) if len(value) <= _LONGEST_KNOWN else self._speller.text(value)

    def _pages(self, pages: str) -> str:
        if _NUMBERS.fullmatch(pages):
            return pages.replace("–", "-").replace("-", "--")
        return self._speller.text(_RANGE.sub("–", pages)).replace("–", "--")

    def _title(self, paper: Paper) -> str:
        title = str(paper.title)
        if not self._options.braces:
            return self._speller.title(title)
        spelled = self._speller.title(protected(title, paper.abstract or ""))
        return spelled.replace(OPEN, "{").replace(CLOSE, "}") if OPEN in spelled else spelled

    def _date(self, paper: Paper, fields: dict[str, str]) -> None:
        if self._options.biblatex:
            fields["date"] = whole_date(paper.extra, paper.year, paper.month)
            if "year" in fields or "month" in fields:
                fields.pop("year", None)
                fields.pop("month", None)
            return
        if str(paper.year) not in fields.get("year", ""):  # `2001/2002` says more
            fields["year"] = str(paper.year)
        if "date" in fields:
            date = paper.extra.get("date", "")
            told = for_biblatex(date, paper.year, paper.month) if _is_of(date, paper) else ""
            if not told:
                del fields["date"]
            elif told != date:
                fields["date"] = told
        if paper.month:  # bibtex complains of a month alone
            day = day_of([paper.extra.get("month", "")], paper.year, paper.month)
            fields["month"] = f'{MONTHS[paper.month - 1]} # "~{day}"' if day else MONTHS[paper.month - 1]

    def _preprint(self, paper: Paper, kind: str, fields: dict[str, str]) -> None:
        fields["eprint"] = str(paper.arxiv)
        fields["archiveprefix"] = "arXiv"
        if not is_preprint(paper) or self._options.preprint == "eprint" or self._options.biblatex:
            return
        shown, note = f"arXiv:{paper.arxiv}", fields.get("note", "")
        if kind == "article" and not paper.venue:
            fields["journal"] = f"arXiv preprint {shown}"
        elif kind != "unpublished" and not paper.venue:
            fields["howpublished"] = shown
        elif shown not in note:
            fields["note"] = f"{shown}. {note}" if note else shown

    def labelled(self, extra: Mapping[str, str]) -> dict[str, str]:
        """Give what the labels of a paper are written as, before its own fields."""
        fields: dict[str, str] = {}
        for label in extra:
            name = field_of(label)
            if name == "primaryclass":
                if _CLASS.fullmatch(extra[label]):
                    fields[name] = extra[label]
            elif name == "month":  # BibTeX has names for months, without braces; all else needs them
                fields[name] = extra[label] if _BARE_MONTH.fullmatch(extra[label]) else f"{{{self._speller.text(extra[label])}}}"
            elif name:
                fields[name] = _verbatim(extra[label]) if name in _VERBATIM else self._speller.text(extra[label])
        return fields


@lru_cache(maxsize=1024)
def _layout(names: tuple[str, ...], biblatex: bool) -> str:  # noqa: FBT001  a key of its cache
    """Give the lines of an entry with some fields, in their order, with places for the values."""
    fields = [name for name in _ORDER if name in names and name != "month"]
    if "month" in names:
        fields.insert(fields.index("year") + 1 if "year" in fields else len(fields), "month")
    fields += sorted(set(names) - set(fields))
    return "".join(map(_line, fields, (BIBLATEX_FIELDS.get(name, name) if biblatex and name in _ORDER else name for name in fields)))


def _line(name: str, shown: str) -> str:
    return f"  {shown:<{_WIDTH}} = {'%(month)s' if name == 'month' else f'{{%({name})s}}'},\n"


@cache
def style_of(options: Options) -> Style:
    """Give what writes entries in the way of some options."""
    return Style(options)


@lru_cache(maxsize=4096)
def field_of(label: str) -> str:
    """Say which field something of `extra` becomes; "" for none.

    >>> field_of("school"), field_of("journaltitle"), field_of("arxiv-version"), field_of("Report-no")
    ('school', 'journal', '', '')
    """
    if label in _CLASSES:
        return "primaryclass"
    return "" if label in NOT_WRITTEN or not _FIELD_NAME.fullmatch(label) else CLASSIC_FIELDS.get(label, label)


def leaves(label: str, paper: Paper) -> bool:
    """Say that a label of `extra` is no name of a field."""
    return label not in NOT_WRITTEN and not field_of(label) and (label not in _PUBLISHED or bool(paper.venue))


def _published(paper: Paper) -> str:
    """Give what arXiv says of where a paper appeared, a citation in the words of its authors, unless it is said elsewhere."""
    if paper.venue:
        return ""
    return next((paper.extra[label].rstrip(".") for label in _PUBLISHED if label in paper.extra), "")


def _is_of(date: str, paper: Paper) -> bool:
    """Say whether a date is that of a paper, and not one that a person corrected."""
    found = _MONTH_OF.match(date)
    return int(found[1]) == paper.month and date.startswith(str(paper.year)) if found and paper.month else str(paper.year) in date


def _container(kind: str) -> str:
    if kind == "article":
        return "journal"
    return "booktitle" if kind in IN_BOOKS else "howpublished"


def _verbatim(text: str) -> str:
    return _BREAKING.sub(lambda sign: f"%{ord(sign[0]):02X}", text)


def _cut(text: str, most: int | None) -> str:
    if most is None or len(text) <= most:
        return text
    kept = text[: most - 1]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept else kept}…"
