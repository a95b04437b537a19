"""What a first page says of its paper beside title, authors and abstract: ids and the year, above the abstract or below it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from papercat.identifiers import find_identifiers
from papercat.text.document import Place
from papercat.text.lines import Line
from papercat.text.months import MONTH

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_PUBLISHED = r"(?:published(?: online)?|date of publication|publication date|available online|posted|epub)"
# arXiv's stamp at the side of a page: "arXiv:1706.03762v7 [cs.CL] 2 Aug 2023"; upright it has no spaces.
_STAMP = re.compile(
    rf"\s*(?P<id>arXiv:\s?(?:\d{{4}}\.\d{{4,5}}|[a-z-]{{2,12}}(?:\.[A-Z]{{2}})?/\d{{7}})(?:v\d{{1,2}})?)\s*\[[\w.-]{{2,20}}\]\s*"
    rf"\d{{1,2}}\s?{MONTH}\s?{_YEAR}\s*",
    re.IGNORECASE,
)
_UPRIGHT = re.compile(_STAMP.pattern.replace(r"(?!\d)", ""), re.IGNORECASE)  # the number of an address may stand before it
# By what a page tells the year, the surest first: of the issue, of its publication, of the copyright, of a version, of its acceptance.
_RANKS = tuple(
    tuple(re.compile(form, re.IGNORECASE) for form in forms)
    for forms in (
        (
            rf"\A[^\d\n]{{3,90}}\s(?:vol\.?\s?)?\d{{1,4}}\s?\({_YEAR}\)[\s:,]{{0,3}}(?:article\s)?\w?\d{{2}}",
            rf"\A[^\d\n]{{3,90}}[\s,]vol(?:ume|\.)\s?\d{{1,4}}\b.{{0,30}}?\b{_YEAR}",
            rf"\|\s{{1,20}}\({_YEAR}\)\s\d{{1,4}}:",
            rf"\bLNCS\s\d{{3,5}},\spp\..{{0,20}}?{_YEAR}",
            rf"\A.{{5,300}}?\.\s{_YEAR}\.\s.{{10,400}}?\bIn\b",
            rf"\A[^\d\n]{{3,90}}\s{_YEAR},\s\d{{1,4}}[:,]\s?\d{{1,6}}\b",
        ),
        (rf"(?:\b|(?<=[a-z])){_PUBLISHED}\b\W{{0,3}}(?:on\s)?[^\n.]{{0,20}}?\b{_YEAR}",),
        (rf"(?:©|\(c\)|\\?\bcopyright\b)[^\n]{{0,140}}?\b{_YEAR}",),
        (
            rf"\A\W{{0,3}}(?:draft version|preprint|dated:?|this version:?)\W{{0,3}}.{{0,20}}?\b{_YEAR}\W{{0,3}}\Z",
            rf"\(dated:\s.{{3,20}}?{_YEAR}\)",
            rf"\A\W{{0,3}}(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{MONTH}\s(?:\d{{1,2}},\s)?{_YEAR}\W{{0,3}}\Z",
            _STAMP.pattern,
        ),
        (rf"\baccepted:?\W{{0,3}}[^\n]{{0,20}}?\b{_YEAR}",),
        (
            rf"\b10\.\d{{4,9}}/(?:j\.issn\.)?\d{{4}}-?\d{{3}}[\dXx]\.{_YEAR}\.\d{{1,2}}\.",
        ),  # DOI of a journal of China or Russia: ISSN, year, issue
    )
)
_PART = re.compile(
    r"\W{0,3}(?:\d{1,2}\W{1,3})?(?:references|bibliography|literature cited|literatur|références|referencias|参考文献)\W{0,3}",
    re.IGNORECASE,
)
_BELOW = 60  # lines below an abstract: the rest of its page
_LONGEST = 600  # characters of a line that are looked at
_ALONE = 0.5  # of a line is its DOI
_SAYS = re.compile(
    r"digital object identifier|received|available online|plos one \||cite this|citation|\|\s*(?:www|https?:)|in proceedings|"
    r"acm, new york|preprint doi|posted",
    re.IGNORECASE,
)
_FOR_CITATION = re.compile(
    r"\W{0,4}(?:acm reference format|how to cite|cite this|to cite this|citation|recommended citation)\b", re.IGNORECASE
)
_SIDEWAYS = 8  # lines of one character, at least, that are a stamp set upright


class Told(NamedTuple):
    """A value of a page: its role, its label, where it stands, and how it reads where that is not what stands there."""

    role: str
    label: str
    places: list[Place]
    raw: str | None = None


def tell(lines: Sequence[Line], below: Sequence[Line], known: set[str]) -> Iterator[Told]:
    """Give the id of arXiv, the DOI and the year that stand around an abstract, but for the roles that are known.

    >>> from papercat.text.lines import split_lines
    >>> page = "arXiv:1602.06541v2  [cs.CV]  11 May 2016"
    >>> [(told.role, page[slice(*told.places[0])]) for told in tell((), split_lines(page), set())]
    [('arxiv', 'arXiv:1602.06541v2'), ('year', '2016')]
    >>> page = "https://doi.org/10.1016/j.ijhydene.2024.11.242\\n0360-3199/© 2024 The Authors."
    >>> [(told.role, page[slice(*told.places[0])]) for told in tell((), split_lines(page), set())]
    [('doi', 'https://doi.org/10.1016/j.ijhydene.2024.11.242'), ('year', '2024')]
    """
    page = [*lines, *_first_page(below)]
    stamped = list(_arxiv(page)) if "arxiv" not in known else []
    yield from (told for told in stamped if told.role != "year")
    if "doi" not in known:
        yield from _doi(page)
    if known & {"year", "date"}:
        return
    year = _year(page)
    yield from [Told("year", "year", [year])] if year else [told for told in stamped if told.role == "year"]


def _first_page(below: Sequence[Line]) -> Sequence[Line]:
    """Give the lines below an abstract that are likely to be of its page, up to what the paper cites."""
    page = below[:_BELOW]
    end = next((number for number, line in enumerate(page) if _PART.fullmatch(line.text)), len(page))
    return page[:end]


def _arxiv(page: Sequence[Line]) -> Iterator[Told]:
    for line in page:
        if match := _STAMP.fullmatch(line.text):
            yield Told("arxiv", "arxiv", [Place(line.start + match.start("id"), line.start + match.end("id"))])
            return
    upright = stamp_upright(page)
    stamp = _UPRIGHT.match(upright.raw or "") if upright else None
    if upright and stamp:
        yield upright._replace(raw=stamp["id"])
        yield Told("year", "year", upright.places, stamp["year"])


def stamp_upright(lines: Sequence[Line]) -> Told | None:
    r"""Find the stamp of arXiv as `pdfminer` gives it: a character on each line, from the bottom to the top.

    >>> from papercat.text.lines import split_lines
    >>> page = "\n".join(reversed("arXiv:2201.00178v1")) + "\nImaging the Sun"
    >>> stamp_upright(split_lines(page)).raw
    'arXiv:2201.00178v1'
    """
    single = [line for line in lines if len(line.text.strip()) == 1]
    if len(single) < _SIDEWAYS:
        return None
    raw = "".join(line.text.strip() for line in reversed(single))
    begin = raw.find("arXiv:")
    return Told("arxiv", "arxiv", [Place(line.start, line.end) for line in single], raw[begin:]) if begin >= 0 else None


def _doi(page: Sequence[Line]) -> Iterator[Told]:
    """Give the first DOI that a line says of the paper itself: alone, or beside what publishers print there."""
    for number, line in enumerate(page):
        broken = line.text.rstrip() + page[number + 1].text.strip() if number + 1 < len(page) and line.text.rstrip().endswith("/") else ""
        found = next((one for one in find_identifiers(broken or line.text) if one.kind == "doi"), None)
        if not found or not (_is_said(page, number, found.end - found.start)):
            continue
        if broken:
            places = [Place(line.start + found.start, line.end), Place(page[number + 1].start, page[number + 1].end)]
            yield Told("doi", "doi", places, found.id)
        else:
            yield Told("doi", "doi", [Place(line.start + found.start, line.start + found.end)])
        return


def _is_said(page: Sequence[Line], number: int, length: int) -> bool:
    text = page[number].text
    return (
        length > _ALONE * len(text)
        or _SAYS.search(text) is not None
        or any(_FOR_CITATION.match(line.text) for line in page[max(0, number - 4) : number + 1])
    )


def _year(page: Sequence[Line]) -> Place | None:
    """Find the year that a page tells by the surest sign."""
    best: tuple[int, Place] | None = None
    for line in page:
        text = line.text[:_LONGEST]
        for rank, forms in enumerate(_RANKS[: best[0] if best else len(_RANKS)]):
            if match := next((match for form in forms if (match := form.search(text))), None):
                best = (rank, Place(line.start + match.start("year"), line.start + match.end("year")))
                break
    return best[1] if best else None
