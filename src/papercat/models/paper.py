"""A paper."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Self

from annotated_types import Ge, Le
from pydantic import Field, StringConstraints, TypeAdapter
from pydantic.dataclasses import dataclass

from papercat.errors import no_attribute
from papercat.identifiers import arxiv as _arxiv
from papercat.identifiers import doi as _doi
from papercat.models.author import Author
from papercat.models.frozen import EMPTY, FrozenMap
from papercat.models.line import STRICT, Text, check_composed
from papercat.models.source import Places, Source
from papercat.models.words import OF_PAPERS
from papercat.text.html import card

# Gutenberg printed from about 1450; the upper bound leaves room for "to appear" and catches page numbers and typos.
Year = Annotated[int, Ge(1450), Le(2100)]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Variant:
    """A value that another record gave for a field, which a merge kept beside the chosen one.

    Attributes:
        field: the name of the field.
        value: its text; authors as `Family, Given; Family, Given`.
    """

    field: Text
    value: Text

    def __post_init__(self) -> None:
        check_composed(self.value)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, config=STRICT)
class Paper:
    """What is known of one paper. What is not known is None: nothing is invented.

    Attributes:
        title: as printed, one line.
        authors: in the order of the paper.
        abstract: one line.
        arxiv: the id without prefix and version, "2212.09251" or "hep-th/9711200".
        doi: in lower case, without "https://doi.org/".
        year: of publication, or of the arXiv id (then "year" is in `inferred`).
        month: 1 to 12.
        venue: journal, proceedings or book (CSL's container title).
        volume: as printed.
        issue: as printed.
        pages: as printed, "1–9".
        publisher: as printed.
        url: as given.
        comment: arXiv's comment, or a note.
        keywords: as given.
        type: a BibTeX entry type in lower case, or None.
        extra: what has no field of its own, under its own label.
        inferred: the names of fields that were concluded, not read.
        cut: the names of fields that go on where the record stops: "authors" that end with `and others`, an abstract shown in part.
        variants: other values that merged records gave.
        sources: where each field was read.

    Raises:
        pydantic.ValidationError: an id that cannot be one, a year before 1450 or after 2100, blank text, control characters,
            text not in NFC.

    >>> paper = Paper(arxiv="2212.09251", year=2022, authors=(Author(family="Perez", given="Ethan"),))
    >>> Paper.from_dict(paper.to_dict()) == paper
    True
    >>> Paper(arxiv="2213.09251")
    Traceback (most recent call last):
    pydantic_core._pydantic_core.ValidationError: ...
    """

    title: Text | None = None
    authors: tuple[Author, ...] = ()
    abstract: Text | None = None
    arxiv: Annotated[str, StringConstraints(pattern=_arxiv.PATTERN)] | None = None
    doi: Annotated[str, StringConstraints(pattern=_doi.PATTERN)] | None = None
    year: Year | None = None
    month: Annotated[int, Ge(1), Le(12)] | None = None
    venue: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    pages: Text | None = None
    publisher: Text | None = None
    url: Text | None = None
    comment: Text | None = None
    keywords: tuple[Text, ...] = ()
    type: Annotated[str, StringConstraints(pattern=r"^[a-z]+$")] | None = None
    extra: FrozenMap = Field(default=EMPTY, kw_only=True)
    inferred: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        check_composed(self.title, self.abstract, self.comment, *self.keywords)
        check_composed(self.venue, self.volume, self.issue, self.pages, self.publisher, self.url)

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON values, without the fields that are empty."""
        plain: dict[str, Any] = _adapter().dump_python(self, mode="json", exclude_defaults=True)
        return plain

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Make a paper of what `to_dict` gave, or JSON of the same shape.

        Raises:
            pydantic.ValidationError: a value that no paper can have, or a name that is none of its fields.
        """
        paper: Self = _adapter().validate_python(dict(values))
        return paper

    def source_of(self, field: str | None = None) -> Source | None:
        """Say where a field was read, or the paper itself if no place of that field is known; None if it has no source at all.

        >>> from papercat import read
        >>> paper = read("data/raw/abstracts-with-ids.txt")["2212.09251"]
        >>> str(paper.source_of("arxiv")), str(paper.source_of("title"))
        ('data/raw/abstracts-with-ids.txt:7', 'data/raw/abstracts-with-ids.txt:5')
        """
        found = [source for source in self.sources if source.field == field] or [source for source in self.sources if source.line]
        # what a person corrected stands behind all that was read, and counts before it
        return next((source for source in found if not source.line), found[0] if found else None)

    @property
    def by_hand(self) -> tuple[str, ...]:
        """Name the fields, and labels of `extra`, that a person corrected."""
        return tuple(source.field for source in self.sources if not source.line)

    @property
    def label(self) -> str:
        """Name the paper in one short line, whatever is known of it."""
        return self.title or (f"arXiv:{self.arxiv}" if self.arxiv else None) or self.doi or _opening(self.abstract)

    def _repr_html_(self) -> str:
        shown = {name: str(value) for name in FIELDS if (value := getattr(self, name)) and name not in _NOT_ON_CARD}
        shown["authors"] = _names(self.authors, is_cut="authors" in self.cut)
        shown["keywords"] = ", ".join(self.keywords)
        shown["sources"] = ", ".join(dict.fromkeys(map(str, self.sources)))
        shown |= self.extra
        shown |= {name: f"{shown[name]} (inferred)" for name in self.inferred if name in shown}
        shown |= {f"{variant.field}, also": variant.value for variant in self.variants}
        return card(self.label, [(name, text) for name, text in shown.items() if text])

    def __repr__(self) -> str:
        return f"<Paper: {self}>"

    if not TYPE_CHECKING:  # type checkers know the attributes

        def __getattr__(self, name: str) -> object:
            raise no_attribute(self, name, OF_PAPERS)

    def __str__(self) -> str:
        names = [author.family or author.literal or "" for author in self.authors[:3]]
        who = ", ".join(names[:2]) + " et al." if len(self.authors) > 3 else ", ".join(names)
        who += " et al." if "authors" in self.cut and 0 < len(self.authors) < 4 else ""
        parts = (who, f"({self.year})" if self.year else "", self.label)
        return " ".join(part for part in parts if part)


_SLOT: Any = Paper.__dict__["sources"]  # where a paper holds its sources, or the places of which they are made when first asked for


def _sources(paper: Paper) -> tuple[Source, ...]:
    held: Places | tuple[Source, ...] = _SLOT.__get__(paper)
    if not isinstance(held, Places):
        return held
    made = held.sources()
    _SLOT.__set__(paper, made)
    return made


type.__setattr__(Paper, "sources", property(_sources, _SLOT.__set__))


def at_places(paper: Paper, places: Places | tuple[Source, ...]) -> Paper:
    """Give a new paper its sources, which are made when first asked for: nobody asks for most.

    >>> str(at_places(Paper(title="Sleeper Agents"), Places("a.txt", 0, 3, [], [0], [14], ["title"])).source_of("title"))
    'a.txt:3'
    """
    _SLOT.__set__(paper, places)
    return paper


def claims_of(paper: Paper, name: str) -> Iterable[tuple[int, int, str]]:
    """Give where in an input each source of a paper begins and ends, and what stands there, without making the sources.

    >>> list(claims_of(at_places(Paper(title="Sleeper Agents"), Places("a.txt", 100, 3, [], [0], [14], ["title"])), "a.txt"))
    [(100, 114, 'title')]
    """
    held: Places | tuple[Source, ...] = _SLOT.__get__(paper)
    if not isinstance(held, Places):
        # a paper that papercat wrote and reads again also knows the places in the files that it was first read from
        return [(source.start, source.end, source.field) for source in held if source.name == name]
    if held.name != name:
        return []
    return [(held.base + start, held.base + end, field) for start, end, field in held.claims] if held.base else held.claims


_NOT_ON_CARD = ("title", "extra", "inferred", "cut", "variants")
_MANY = 12  # authors; a card shows no more
FIELDS = tuple(field.name for field in fields(Paper))


def schema() -> dict[str, Any]:
    """Give the JSON schema of `Paper.to_dict`.

    >>> sorted(schema()["properties"])[:4]
    ['abstract', 'arxiv', 'authors', 'comment']
    """
    return _adapter().json_schema()


def papers_to_json(papers: Iterable[Paper]) -> str:
    """Write papers as a JSON list, indented, empty fields left out."""
    adapter = TypeAdapter(tuple[Paper, ...])
    return adapter.dump_json(tuple(papers), exclude_defaults=True, indent=1).decode() + "\n"


def _names(authors: tuple[Author, ...], *, is_cut: bool) -> str:
    shown = "; ".join(map(str, authors[:_MANY]))
    shown += f"; and {len(authors) - _MANY} more" if len(authors) > _MANY else ""
    return f"{shown}; and others" if is_cut and shown else shown


def _opening(abstract: str | None) -> str:
    return f"{abstract[:57]}…" if abstract and len(abstract) > 58 else abstract or "(nothing known)"


@cache  # made when first needed: it costs more than importing the module
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Paper)
