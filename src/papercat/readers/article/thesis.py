"""The title page of a thesis: title, who submits it, and the year, among universities, degrees and committees."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from papercat.readers.article.imprint import Told
from papercat.readers.article.lines import PLACE, VALUE, is_furniture, kind_of
from papercat.text.document import Place
from papercat.text.lines import Line, has_blank_line

# What makes it a thesis; two of these, in English, French, Spanish, German, Portuguese, Italian and Dutch.
_SIGNS = (
    re.compile(
        r"\b(?:dissertation|thesis|thèse|tesis|memoria presentada|dissertação|tese|tesi|proefschrift|doktorarbeit|masterarbeit)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:submitted|presented) (?:in|to)\b|\bin partial (?:fulfil|satisfaction)|\bpour obtenir\b|\bpara (?:optar|aspirar|obten)|"
        r"\bzur erlangung\b|\bpara (?:a )?obtenção\b|\bprésentée?\b|\bter verkrijging\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:doctor of|master of|bachelor of|docteur de|doctor en|doctor in|grado de|doktor der|doktorgrad|grau de|dottorato|"
        r"ph\.?d\.?|degree of|master[’']s)\b",
        re.IGNORECASE,
    ),
)
_DEGREE = re.compile(
    r"\b(?:degree|doctor|docteur|doktor|master of|bachelor|faculty|facult|graduate school|submitted|fulfil|satisfaction|requirements|"
    r"grado|présenté|soutenu|discipline|erlangung|university|universi|département|department|departamento|thesis|dissertation|approved)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\W{0,3}(?:by|von|par|por|di|door|author|auteur|autor|candidate|submitted by|presented by|memoria presentada por|presentada por|"
    r"présentée? (?:et soutenue (?:publiquement )?)?par|vorgelegt von|eingereicht von|apresentada por)\s?:?\s{0,3}(?P<name>.{0,60})",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:supervis|advis|committee|chair|directed by|dirigid|direct(?:or|eur)|rapporteur|jury|betreu|gutachter|orientador|relatore|"
    r"promotor|prof\.?\b|professor|examin|titular)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\W{0,3}(?:abstract\b.*|contents|table of contents|índice\b.*|i´ndice\b.*|sommaire|inhaltsverzeichnis|acknowledge?ments|chapter 1\b.*|"
    r"introduction\b.*|dedicat(?:ion|ed to)\b.*|dedicado\b.*|©.*|copyright\b.*)\W{0,3}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:\A|[^\d-])(?P<year>(?:19|20)\d\d)(?![\d-])")
_TITLED = re.compile(r"(?:D\.|Dr\.?|Mr\.?|Ms\.?|Mrs\.?|Herr|Frau|Dipl\.-\w{1,6}\.?|M\.Sc\.?)\s{1,2}")
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’´`.-]*(?:\s{1,2}[\w'’´`.-]+){1,5}")
_MOST, _ENOUGH, _LEAST_WORDS = 45, 2, 3  # lines of a title page; signs; words of a title


class Thesis(NamedTuple):
    """A title page: the lines of title and author, and the line behind it.

    Attributes:
        head: the lines of the title, and the author's name as a line.
        values: the year.
        end: the number of the line behind the title page.
    """

    head: list[Line]
    values: list[Told]
    end: int


def find_thesis(text: str, lines: Sequence[Line]) -> Thesis | None:
    r"""Find the title page of a thesis at the beginning of a text.

    >>> from papercat.text.lines import split_lines
    >>> page = "Architectural Styles and the Design of Network-based Software Architectures\n\nby\n\nRoy Thomas Fielding\n\nDISSERTATION\n"
    >>> page += "submitted in partial satisfaction of the requirements for the degree of\nDOCTOR OF PHILOSOPHY\n2000\nABSTRACT\n"
    >>> thesis = find_thesis(page, split_lines(page))
    >>> [line.text[:20] for line in thesis.head], [page[slice(*told.places[0])] for told in thesis.values]
    (['Architectural Styles', 'Roy Thomas Fielding'], ['2000'])
    """
    end = next((number for number, line in enumerate(lines[:_MOST]) if _OVER.fullmatch(line.text)), min(_MOST, len(lines)))
    cover = lines[:end]
    if sum(any(sign.search(line.text) for line in cover) for sign in _SIGNS) < _ENOUGH:
        return None
    author = next((name for number in range(len(cover)) if (name := _author(cover, number))), None)
    title = _title(text, cover)
    if not author or not title:
        return None
    years = [
        Told("year", "year", [Place(line.start + match.start("year"), line.start + match.end("year"))])
        for line in cover
        if (match := _YEAR.search(line.text))
    ]
    return Thesis([*title, author], years[-1:], end)


def _author(cover: Sequence[Line], number: int) -> Line | None:
    """Give the name that "by" stands before, on its line or on the next."""
    match = _BY.fullmatch(cover[number].text.rstrip())
    if not match:
        return None
    line = cover[number]
    if not match["name"].strip() and number + 1 < len(cover):
        line, begin = cover[number + 1], 0
    else:
        begin = match.start("name")
    titled = _TITLED.match(line.text, begin)
    begin = titled.end() if titled else begin
    name = line.text[begin:].rstrip()
    return Line(line.start + begin, line.start + begin + len(name), name) if _NAME.fullmatch(name) else None


def _title(text: str, cover: Sequence[Line]) -> list[Line]:
    """Give the longest text of a title page that tells of no degree, place or person."""
    runs: list[list[Line]] = []
    before = -1
    for number, line in enumerate(cover):
        if not _is_text(line.text) or (
            number and _BY.fullmatch(cover[number - 1].text.strip()) and len(line.text.split()) < _LEAST_WORDS + 3
        ):
            continue
        if runs and before == number - 1 and not has_blank_line(text[cover[before].end : line.start]):
            runs[-1].append(line)
        else:
            runs.append([line])
        before = number
    best = max(runs, key=_words, default=[])
    return best if _words(best) >= _LEAST_WORDS else []


def _words(run: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in run)


def _is_text(line: str) -> bool:
    bare = line.strip()
    return not (
        _DEGREE.search(bare)
        or _OTHERS.search(bare)
        or _BY.fullmatch(bare)
        or is_furniture(bare)
        or any(sign.search(bare) for sign in _SIGNS)
        or kind_of(bare) in (PLACE, VALUE)
    )
