"""Correcting a paper by hand."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Self, TypedDict, Unpack

from papercat import orcids
from papercat.catalog.citing import Citing
from papercat.corrections import KEPT, corrected, text_of
from papercat.identifiers import parse_arxiv, parse_doi
from papercat.keys import citation_keys, had_key
from papercat.models import Author, Issue, Paper
from papercat.models.paper import FIELDS
from papercat.names import Name, parse_each, parse_names
from papercat.readers.draft import as_author
from papercat.search.fields import field_of
from papercat.text.clean import fix_blanks


class Values(TypedDict, total=False):
    """What can be corrected, by the names of the fields of `Paper`; None takes a value away."""

    title: str | None
    authors: str | Sequence[str | Author] | None
    abstract: str | None
    arxiv: str | None
    doi: str | None
    year: int | None
    month: int | None
    venue: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    publisher: str | None
    url: str | None
    comment: str | None
    keywords: str | Sequence[str] | None
    type: str | None
    extra: Mapping[str, str | None]


class Correcting(Citing):
    """Correcting; a part of `Catalog`."""

    def correct(self, which: str | int | Paper, /, **values: Unpack[Values]) -> Self:
        """Give a paper other values, by hand.

        They are checked, `source_of` says "by hand", the old value is kept in `variants`, and each change is an issue `fixed-by-user`. They
        come before what any other record says: `dedup` and `write(update=True)` heed them. A key that was made, and not read, is made of
        the new values; `key_map` leads there from the old one.

        Args:
            which: the paper, its key, an id in any spelling, or its place.
            **values: by the names of fields, None to take one away. Authors are a text, or texts and `Author`s, `arxiv` and `doi` in any
                spelling; of `extra` the labels that are given change.

        Raises:
            PaperNotFoundError: no paper has that key or id.
            TypeError: papers have no such field, or none that a person can correct; the nearest one is named.
            ValueError: a value that no paper can have (pydantic's `ValidationError` is one).

        >>> from papercat import read
        >>> cat = read("data/raw/abstracts-with-ids.txt")
        >>> better = cat.correct("2212.09251", title="Discovering Language Model Behaviors", authors="Perez, Ethan; Ringer, Sam", year=2023)
        >>> print(better["2212.09251"], better["2212.09251"].source_of("year"))
        Perez, Ringer (2023) Discovering Language Model Behaviors by hand
        >>> better["2212.09251"].variants
        (Variant(field='key', value='arxiv221209251'), Variant(field='year', value='2022'))
        >>> print(better.issues[-1])
        data/raw/abstracts-with-ids.txt:5: fixed-by-user: year of arxiv221209251: 2023 in the place of 2022, as you said
        """
        place = self._place_of(which)
        before, key = self.papers[place], self.keys[place]
        fields, extra = _checked(dict(values), before)
        after = corrected(before, fields, extra)
        if after == before:
            return self
        issues = [_told(before, after, name, key) for name in (*fields, *extra) if _of(before, name) != _of(after, name)]
        papers = [*self.papers[:place], after, *self.papers[place + 1 :]]
        keys = citation_keys(papers)
        papers[place] = had_key(after, key, keys[place])
        merges = (replace(one, paper=papers[place]) if one.paper == before else one for one in self.merges)
        better = type(self)(papers, issues=(*self.issues, *issues), inputs=self.inputs, merges=merges, decisions=self.decisions)
        vars(better)["keys"] = keys  # a key that a paper had changes none
        return better

    def _place_of(self, which: str | int | Paper) -> int:
        """Give the place of a paper; a key that it had before a correction will do."""
        if isinstance(which, Paper):
            if which not in self._by_paper:
                raise ValueError(f"{which!r} is no paper of this catalog")
            return self._by_paper[which]
        if which in self._by_exact_key:
            return self._by_exact_key[str(which)]
        if isinstance(which, str) and (place := self._cited(which)) is not None:
            return place
        self[which]  # which tells what is neither key nor place
        return range(len(self))[int(which)]


def _checked(values: dict[str, Any], before: Paper) -> tuple[dict[str, Any], dict[str, str | None]]:
    """Bring values into the form that papers have them in, fields and labels apart.

    Raises:
        TypeError: no such field, or none that a person can correct.
        ValueError: an id that is none.
    """
    extra: dict[str, str | None] = dict(values.pop("extra", {}))
    for label in extra:
        if label in FIELDS:
            raise TypeError(f"{label!r} is a field: correct(which, {label}=…)")
    fields: dict[str, Any] = {}
    for given, value in values.items():
        name = field_of(given)
        if name in KEPT:
            raise TypeError(f"papercat keeps {name!r} itself; correct the field that it is about")
        fields[name] = _formed(name, value, extra, before)
    return fields, {label: _line(text) for label, text in extra.items()}


def _formed(name: str, value: Any, extra: dict[str, str | None], before: Paper) -> object:  # noqa: ANN401  what has another type is for the model to refuse
    if name == "authors":
        return _authors(value, before.authors)
    if name == "keywords" and value:
        return tuple(map(_line, value.split(";") if isinstance(value, str) else value))
    if name in ("doi", "arxiv") and isinstance(value, str):
        found = parse_doi(value) if name == "doi" else parse_arxiv(value)
        if found is None:
            raise ValueError(
                f"{value!r} is no {'DOI, as 10.1038/nature14539 is one' if name == 'doi' else 'arXiv id, as 2212.09251 is one'}"
            )
        if found.version:
            extra.setdefault("arxiv-version", str(found.version))
        return found.id
    return value.lower() if name == "type" and isinstance(value, str) else _line(value)


def _authors(value: Any, before: orcids.Authors) -> tuple[Any, ...]:  # noqa: ANN401  what is no name is for the model to refuse
    """Make authors of what a person gives; a name that came as text keeps the ORCID iD of the author whose it is."""
    if isinstance(value, str | Author):
        value = parse_names(_line(value)).names if isinstance(value, str) else [value]
    names = [parse_each([_line(one)])[0] if isinstance(one, str) else one for one in value or ()]
    read = iter(orcids.passed(tuple(as_author(one) for one in names if isinstance(one, Name)), before))
    return tuple(next(read) if isinstance(one, Name) else one for one in names)


def _line(value: Any) -> Any:  # noqa: ANN401  what is no text stays as it is
    """Make one line in NFC of a text, as a person may paste it."""
    return fix_blanks(unicodedata.normalize("NFC", value)) if isinstance(value, str) else value


def _of(paper: Paper, name: str) -> str:
    if name == "authors" and (ids := orcids.told(paper.authors)):
        return f"{text_of(paper.authors)} ({', '.join(ids)})"
    return text_of(getattr(paper, name)) if name in FIELDS else paper.extra.get(name, "")


def _told(before: Paper, after: Paper, name: str, key: str) -> Issue:
    """Say what was corrected, where the old value was read."""
    old, new = (_of(paper, name) for paper in (before, after))
    change = f"{new[:60]} in the place of {old[:60]}" if old and new else new[:60] or f"{old[:60]} taken away"
    return Issue(code="fixed-by-user", message=f"{name} of {key}: {change}, as you said", source=before.source_of(name), raw=old)
