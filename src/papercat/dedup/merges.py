"""One paper made of the records of one paper."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from math import inf, isfinite
from typing import Any

from papercat import orcids
from papercat.dedup.bylines import differ, join_bylines, shown
from papercat.dedup.clusters import Pair
from papercat.dedup.forms import bare, best_form, fullest, is_damaged, says_the_same
from papercat.dedup.standing import is_preprint_doi, is_server, lead, standing, type_rank
from papercat.dedup.venues import same_venue
from papercat.dedup.view import prep
from papercat.dedup.waterfall import told_pairs
from papercat.dedup.weights import Level
from papercat.models import FrozenMap, Paper, Source, Variant
from papercat.models.paper import FIELDS

_TEXTS = ("title", "abstract", "arxiv", "doi", "venue", "volume", "issue", "pages", "publisher", "url", "comment", "type")
_NOT_TOLD = ("sources", "inferred", "cut", "variants")
# what the published version says in the place of the preprint, and the preprint is not contradicted by
_REPLACED = frozenset(("venue", "volume", "issue", "pages", "year", "month", "type", "publisher", "doi"))
# what the view of a record calls them
_VIEWED = {"title": "title", "venue": "venue", "volume": "volume", "issue": "issue", "pages": "page", "abstract": "digest"}
# two values of these are no contradiction
_ANY = frozenset(("url", "comment"))
_KEY = "key"  # under which the reader of BibTeX keeps the citation key
_GLUED_VENUE = re.compile(r"\d\s*\(\s*\d|\d\s*:\s*[a-z]?\d|;")  # a whole source line: "Psychological Medicine 39(2): 195-206"
_DATE_AS_PAGES = re.compile(r"\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{1,2}")  # a spreadsheet read 6-10 as 6 October
_FIRST_PAGE = re.compile(r"\w+")


@dataclass(frozen=True)
class Merge:
    """Records that were joined, what came of it, and why.

    Attributes:
        paper: the result.
        members: the records, in the order of the catalog.
        pairs: the comparisons that joined them; `a` and `b` are places in `members`.
        same: the level of the comparisons.
    """

    paper: Paper
    members: tuple[Paper, ...]
    pairs: tuple[Pair, ...]
    same: Level = "work"

    @property
    def bits(self) -> float:
        """Give the evidence of the weakest link; infinite where a person decided every one."""
        return min((pair.bits for pair in self.pairs), default=inf)

    def explain(self) -> str:
        """Tell in a small table which fields agreed and how much each says.

        >>> one = Paper(title="Sleeper Agents", arxiv="2401.05566")
        >>> print(merge([one, Paper(arxiv="2401.05566")], []).explain())
        Sleeper Agents
        only record 1 has: title
        """
        told = told_pairs(self.members, self.pairs, self.same)
        return "\n".join([self.paper.label, *told, *self._alone(), *self._variants()])

    def _alone(self) -> Iterable[str]:
        """Say what each record alone brought."""
        owners: dict[str, list[int]] = defaultdict(list)
        for number, paper in enumerate(self.members):
            for field in FIELDS:
                if field not in _NOT_TOLD and getattr(paper, field):
                    owners[field].append(number)
        alone: dict[int, list[str]] = defaultdict(list)
        for field, numbers in owners.items():
            if len(numbers) == 1:
                alone[numbers[0]].append(field)
        for number, fields in sorted(alone.items()):
            yield f"only record {number + 1} has: {', '.join(sorted(fields, key=FIELDS.index))}"

    def _variants(self) -> Iterable[str]:
        return (f"also kept, {variant.field}: {variant.value[:80]}" for variant in self.paper.variants)

    def __repr__(self) -> str:
        bits = f"{self.bits:.1f} bits" if isfinite(self.bits) else "as you decided"
        return f"<Merge of {len(self.members)} records, {bits}: {self.paper.label[:60]}>"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.explain())}</pre>"


def merge(members: Sequence[Paper], pairs: Sequence[Pair], same: Level = "work") -> Merge:
    """Join records: of each field the best value, the others kept as variants, and every source.

    Title and authors are the fullest, undamaged, with accents and capitals. What tells where a paper appeared is that of the
    published record. What was read comes before what was inferred. The order of the members does not matter.

    >>> preprint = Paper(title="Sycophancy", arxiv="2310.13548", year=2023, venue="arXiv")
    >>> article = Paper(title="SYCOPHANCY", doi="10.1109/cbms", year=2024, venue="ICLR", type="inproceedings")
    >>> paper = merge([preprint, article], []).paper
    >>> paper.title, paper.arxiv, paper.venue, paper.year
    ('Sycophancy', '2310.13548', 'ICLR', 2024)
    """
    records = sorted(set(members), key=_order)
    leading = sorted(records, key=lead)
    values: dict[str, Any] = {field: _RULES[field](leading, field) for field in _TEXTS}
    values["title"] = _title(leading)
    values["authors"] = join_bylines(paper.authors for paper in records)
    values |= _date(leading)
    values["keywords"] = _keywords(records)
    values["cut"] = tuple(field for field in ("authors", "abstract") if _is_cut(records, field))
    extra, is_made = _extra(leading)
    values["inferred"] += (_KEY,) * is_made
    paper = replace(
        records[0],
        **values,
        extra=extra,
        variants=_variants(records, {**extra, **values}),
    )
    return Merge(replace(paper, sources=_sources(records, paper)), tuple(members), tuple(pairs), same)


def conflicts(one: Merge) -> Iterator[Variant]:
    """Give the values that were not taken and that contradict the one that was.

    Another spelling, a part of it, or what a preprint said before it was published is kept as a variant and no conflict.
    """
    known = {variant for member in one.members for variant in member.variants}
    owners = _owners(set(one.members))
    published = standing(one.paper) > 0
    for variant in one.paper.variants:
        field, value = variant.field, variant.value
        if variant in known or field in _ANY or field not in (*FIELDS, orcids.VARIANT):
            continue
        if field == orcids.VARIANT:
            yield variant
            continue
        said = owners.get((field, value), [])
        is_replaced = published and field in _REPLACED and all(standing(member) == 0 for member in said)
        if not is_replaced and _contradicts(field, value, one.paper, said):
            yield variant


def kept(paper: Paper, field: str) -> str:
    """Write the value that was taken for a field, as a variant keeps one that was not."""
    if field == orcids.VARIANT:
        return "; ".join(orcids.told(paper.authors).values())
    value = getattr(paper, field)
    return shown(value) if field == "authors" else str(value)


def _owners(members: Iterable[Paper]) -> dict[tuple[str, str], list[Paper]]:
    """Give for each field and value the records that have it."""
    owners: dict[tuple[str, str], list[Paper]] = defaultdict(list)
    for member in members:
        for field in (*_TEXTS, "year", "month"):
            owners[field, str(getattr(member, field))].append(member)
        owners["authors", shown(member.authors)].append(member)
    return owners


def _contradicts(field: str, value: str, paper: Paper, said: Sequence[Paper]) -> bool:
    chosen = getattr(paper, field)
    if field == "authors":
        return any(differ(paper.authors, member.authors) for member in said[:1])
    if field == "abstract" and bare(value)[:-1] in bare(chosen):
        return False
    if field == "type":
        return type_rank(value)[0] == 0
    return not (says_the_same(value, str(chosen)) or _is_read_alike(field, value, chosen))


def _is_read_alike(field: str, value: str, chosen: str) -> bool:
    """Tell two forms of a value that the comparison of records reads as one: `55 (3)` and `55`, `Proc. ACL` and its full name."""
    if field not in _VIEWED:
        return False
    one, other = (prep(Paper.from_dict({field: text})) for text in (value, chosen))
    if field == "venue":
        return same_venue(one.venue, other.venue)
    if field == "abstract":
        return bool(one.digest) and (one.head == other.head or one.tail == other.tail)
    return bool(getattr(one, _VIEWED[field]) == getattr(other, _VIEWED[field]))


# -- what is chosen


def _sources(records: Sequence[Paper], chosen: Paper) -> tuple[Source, ...]:
    """Give every source once, those first whose record gave the value that was chosen: `Paper.source_of` tells the first."""
    told = dict.fromkeys((source, _gave(paper, source.field, chosen)) for paper in records for source in paper.sources)
    return tuple(dict.fromkeys(source for source, _ in sorted(told, key=lambda one: not one[1])))


def _gave(paper: Paper, field: str, chosen: Paper) -> bool:
    return field not in FIELDS or bool(getattr(paper, field) == getattr(chosen, field))


def _given(records: Iterable[Paper], field: str) -> list[str]:
    return list(dict.fromkeys(value for paper in records if (value := getattr(paper, field))))


def _fullest(records: Sequence[Paper], field: str) -> str | None:
    values = _given(records, field)
    return fullest(values) if values else None


def _leading(records: Sequence[Paper], field: str) -> str | None:
    return next(iter(sorted(_given(records, field), key=is_damaged)), None)


def _number(records: Sequence[Paper], field: str) -> str | None:
    return next(iter(sorted(_given(records, field), key=lambda text: (is_damaged(text), not text.isalnum()))), None)


def _title(records: Sequence[Paper]) -> str | None:
    """Take the wording of the published record, or a longer one that goes on from it, in the best form that any record has."""
    wordings: dict[str, list[str]] = defaultdict(list)
    for title in _given(records, "title"):
        wordings[bare(title)].append(title)
    if len(wordings) < 2:
        return best_form(_given(records, "title")) if wordings else None
    forms = {wording: best_form(titles) for wording, titles in wordings.items()}
    names = {bare(author.family or author.literal or "") for paper in records for author in paper.authors} - {""}
    shorter = _beginnings(wordings)
    glued = {wording for wording, begin in shorter.items() if any(wording.startswith(name, len(begin)) for name in names)}
    # of a title and a longer one that goes on from it the longer one says more, unless it goes on with its authors
    poor = glued | {begin for wording, begin in shorter.items() if wording not in glued}
    ranks = {bare(paper.title): standing(paper) for paper in reversed(records) if paper.title}
    return forms[min(forms, key=lambda wording: (is_damaged(forms[wording]), wording in poor, -ranks[wording], -len(wording), wording))]


def _beginnings(wordings: Iterable[str]) -> dict[str, str]:
    """Give for each wording that goes on from another one the longest such.

    >>> _beginnings(["sleeper", "sleeperagents", "sleeperagentsperez", "sycophancy"])
    {'sleeperagents': 'sleeper', 'sleeperagentsperez': 'sleeperagents'}
    """
    found, above = {}, list[str]()
    for wording in sorted(wordings):
        while above and not wording.startswith(above[-1]):
            above.pop()
        if above:
            found[wording] = above[-1]
        above.append(wording)
    return found


def _venue(records: Sequence[Paper], field: str) -> str | None:
    ranked = [(not is_server(venue), standing(paper), venue) for paper in records if (venue := getattr(paper, field))]
    best = max((one[:2] for one in ranked), default=None)
    venues = [venue for printed, rank, venue in ranked if (printed, rank) == best]
    plain = [venue for venue in venues if not _GLUED_VENUE.search(venue)]
    return fullest(plain or venues) if venues else None


def _doi(records: Sequence[Paper], field: str) -> str | None:
    return next(iter(sorted(_given(records, field), key=is_preprint_doi)), None)


def _pages(records: Sequence[Paper], field: str) -> str | None:
    """Take the pages of the leading record, written in full if another record has them so: 331–338 for 331–8."""
    values = _given(records, field)
    healthy = [value for value in values if not (is_damaged(value) or _DATE_AS_PAGES.fullmatch(value))] or values
    alike = [value for value in healthy if _first_page(value) == _first_page(healthy[0])]
    return fullest(alike) if alike else None


def _first_page(pages: str | None) -> str:
    found = _FIRST_PAGE.search(pages or "")
    return found[0].casefold().lstrip("0") if found else ""


def _type(records: Sequence[Paper], field: str) -> str | None:
    ranked = [((type_rank(name)[0], -standing(paper), name), name) for paper in records if (name := getattr(paper, field))]
    return min(ranked)[1] if ranked else None


def _url(records: Sequence[Paper], field: str) -> str | None:
    return next(iter(sorted(_given(records, field), key=lambda url: not url.startswith("https://"))), None)


_RULES: dict[str, Callable[[Sequence[Paper], str], str | None]] = {
    "title": _fullest,
    "abstract": _fullest,
    "arxiv": _leading,
    "doi": _doi,
    "venue": _venue,
    "volume": _number,
    "issue": _number,
    "pages": _pages,
    "publisher": _fullest,
    "url": _url,
    "comment": _fullest,
    "type": _type,
}


def _date(records: Sequence[Paper]) -> dict[str, Any]:
    """Take the year of the leading record that has read one, of equals the latest, and the month that goes with it."""
    dated = [paper for paper in records if paper.year]
    best = min(dated, key=lambda paper: ("year" in paper.inferred, -standing(paper), -(paper.year or 0)), default=None)
    year = best.year if best else None
    months = [
        ("month" in paper.inferred, -standing(paper), -paper.month) for paper in records if paper.month and paper.year in (year, None)
    ]
    guessed, _, month = min(months, default=(False, 0, 0))
    told = {"year": bool(best and "year" in best.inferred), "month": guessed}
    return {"year": year, "month": -month or None, "inferred": tuple(name for name, is_inferred in told.items() if is_inferred)}


def _is_cut(records: Iterable[Paper], field: str) -> bool:
    """Say whether every record that has a field has no more than a piece of it."""
    said = [field in paper.cut for paper in records if getattr(paper, field)]
    return bool(said) and all(said)


def _keywords(records: Sequence[Paper]) -> tuple[str, ...]:
    forms: dict[str, list[str]] = defaultdict(list)
    for paper in records:
        for word in paper.keywords:
            forms[bare(word)].append(word)
    return tuple(best_form(words) for words in forms.values())


def _extra(records: Sequence[Paper]) -> tuple[FrozenMap, bool]:
    """Take the fullest text under each label, and the citation key of the leading record that has read one; say whether it was made."""
    texts: dict[str, list[str]] = defaultdict(list)
    for paper in sorted(records, key=lambda paper: _KEY in paper.inferred):
        for name, text in paper.extra.items():
            texts[name].append(text)
    is_made = _KEY in texts and not any(_KEY in paper.extra and _KEY not in paper.inferred for paper in records)
    return FrozenMap({name: found[0] if name == _KEY else fullest(found) for name, found in sorted(texts.items())}), is_made


def _variants(records: Sequence[Paper], chosen: Mapping[str, Any]) -> tuple[Variant, ...]:
    """Keep every value of every record that is not the chosen one."""
    found = {(variant.field, variant.value) for paper in records for variant in paper.variants}
    for paper in records:
        found.update((field, str(value)) for field in (*_TEXTS, "year", "month") if (value := getattr(paper, field)))
        found.update(paper.extra.items())
        found.update((("authors", shown(paper.authors)),) if paper.authors else ())
        found.update((orcids.VARIANT, told) for told in orcids.told(paper.authors).values())
    known = orcids.told(chosen["authors"])
    found = {(field, value) for field, value in found if field != orcids.VARIANT or value.rpartition(" ")[2] not in known}
    taken = {(field, shown(value) if field == "authors" else str(value)) for field, value in chosen.items()}
    return tuple(Variant(field=field, value=value) for field, value in sorted(found - taken))


def _order(paper: Paper) -> tuple[object, ...]:
    """Order records by where they stand, and then by what they say."""
    first = paper.source_of()
    texts = tuple(str(getattr(paper, field) or "") for field in (*_TEXTS, "year", "month"))
    return (
        first.name if first else "",
        first.start if first else 0,
        *texts,
        *paper.keywords,
        repr((paper.authors, paper.extra, paper.inferred, paper.variants, paper.sources)),
    )
