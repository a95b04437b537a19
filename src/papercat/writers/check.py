"""What is not as it should be in the entries of a bibliography, before it is written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from papercat.latex.encoding import to_latex
from papercat.latex.formulas import formulas, split
from papercat.latex.soundness import is_sound
from papercat.models import Issue, Paper
from papercat.models.contributors import together
from papercat.text.dates import day_of, texts_of
from papercat.text.fold import fold
from papercat.writers.bibtex.entries import Style, field_of, leaves, style_of
from papercat.writers.bibtex.handles import BREAKS
from papercat.writers.bibtex.kinds import missing
from papercat.writers.bibtex.options import Options
from papercat.writers.bibtex.spelling import UNWRITABLE

# `12`, `e1002106`, `101--119`, `S3–S9`, `3:1-3:28`, `IV, 65`, and several of them
_PAGES = re.compile(r"[\w.:/ ]{1,20}(?:\s?[-–—]{1,2}\s?[\w.:/ ]{1,20})?(?:[,;]\s?[\w.:/ ]{1,20}(?:\s?[-–—]{1,2}\s?[\w.:/ ]{1,20})?)*\+?")
_NUMBER = re.compile(r"\d|\b[ivxlc]+\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_BRACES = re.compile(r"[{}]")
_WITH_ONE_NUMBER = frozenset("book inbook incollection inproceedings proceedings".split())
_TEXTS = ("title", "abstract", "venue", "comment", "publisher")
_DATED = frozenset(("date", "year", "month"))
_TOLD = _DATED | {"type"}  # of which the entry type, or the date, says what can be said
_SHOWN = 60  # characters of a text in a message


def check(papers: Sequence[Paper], keys: Sequence[str], options: Options) -> Iterator[Issue]:
    """Say of each paper which fields its entry wants and does not have, has in vain, or has in a form that programs stumble over.

    Nothing is changed by it. What an entry would leave out is told too.

    >>> paper = Paper(title="Sleeper Agents", type="article", pages="see below!", year=2024)
    >>> for issue in check([paper], ["hubinger2024"], Options()):
    ...     print(issue)
    field-missing: hubinger2024: an article wants author, journal
    field-malformed: hubinger2024: pages are no pages: 'see below!'
    """
    style = style_of(options)
    for key, paper in zip(keys, papers, strict=True):
        for code, field, message, raw in _noticed(key, paper, style, options):
            yield Issue(code=code, message=f"{key}: {message}", source=paper.source_of(field), raw=raw)


_Found = Iterator[tuple[str, str, str, str]]


def _noticed(key: str, paper: Paper, style: Style, options: Options) -> _Found:
    kind = style.kind(paper)
    fields = style.fields(paper, kind)
    fields |= {"year": fields["date"]} if "date" in fields else {}
    if BREAKS.search(key):
        yield "field-malformed", "record", "the key has signs that programs stumble over; it is written with hyphens", key
    if absent := missing(kind, fields):
        yield "field-missing", "record", f"{'an' if kind[0] in 'aeiou' else 'a'} {kind} wants {', '.join(absent)}", ""
    if not paper.title and "title" not in " ".join(absent):
        yield "field-missing", "record", "there is no title", ""
    yield from _superfluous(paper, kind)
    yield from _malformed(paper)
    if comment := style.comment(paper):
        yield "field-not-written", "record", comment.removeprefix("% ").rstrip(), ""
    yield from _left_out(paper, style, fields)
    if options.profile == "latex":
        yield from _foreign(paper)


def _left_out(paper: Paper, style: Style, fields: Mapping[str, str]) -> _Found:
    """Tell labels of `extra` that are no names of fields, or names of fields that hold something else."""
    extra = together(paper.extra)
    said, written = style.labelled(extra), set(map(fold, fields.values()))
    for label, text in extra.items():
        name = field_of(label)
        if leaves(label, paper):
            yield "field-not-written", label, f"{label!r} is no name of a field", text
        elif name in said and name not in _TOLD and fold(said[name]) not in written:
            yield "field-not-written", label, f"another {label} was read too: {text[:_SHOWN]!r}", text
    day = day_of(texts_of(paper.extra), paper.year, paper.month)
    for label in _DATED.intersection(paper.extra):
        text = paper.extra[label]
        if not day and paper.year and text not in " ".join(fields.get(name, "") for name in _DATED):
            yield "field-not-written", label, f"the {label} was read as well: {text[:_SHOWN]!r}", text


def _superfluous(paper: Paper, kind: str) -> _Found:
    if kind in _WITH_ONE_NUMBER and paper.volume and paper.issue:
        yield "field-superfluous", "issue", f"a {kind} has a volume or a number, and this one has both; bibtex complains", paper.issue
    elif kind in _WITH_ONE_NUMBER and paper.issue and "series" not in paper.extra:
        yield "field-superfluous", "issue", f"the number of a {kind} is that in a series, and there is none; bibtex complains", paper.issue
    if kind in {"book", "phdthesis", "mastersthesis", "techreport"} and paper.venue:
        yield "field-superfluous", "venue", f"no style prints where a {kind} came out", paper.venue
    if paper.month and not paper.year:
        yield "field-superfluous", "month", "a month without a year is not written", str(paper.month)


def _malformed(paper: Paper) -> _Found:
    if paper.pages and not (_PAGES.fullmatch(paper.pages) and _NUMBER.search(paper.pages)):
        yield "field-malformed", "pages", f"pages are no pages: {paper.pages[:_SHOWN]!r}", paper.pages
    if paper.url and not _ADDRESS.fullmatch(paper.url):
        yield "field-malformed", "url", f"the url is no address: {paper.url[:_SHOWN]!r}", paper.url
    if paper.doi and re.search(r"[\s{}\\]", paper.doi):
        yield "field-malformed", "doi", f"the DOI has signs that end a value; they are written as %…: {paper.doi[:_SHOWN]!r}", paper.doi
    for name in _TEXTS:
        if text := getattr(paper, name):
            yield from _odd_text(name, text)


def _odd_text(name: str, text: str) -> _Found:
    if ("{" in text or "}" in text) and not _is_balanced(text):
        yield "field-malformed", name, f"braces of the {name} do not pair; they are written by name", text
    if not text.isascii() and UNWRITABLE.search(text):
        yield "field-malformed", name, f"the {name} has characters that no text has; U+FFFD is written for each", text
    if "$" in text or "\\(" in text or "\\[" in text:
        for start, end in formulas(text):
            if not is_sound(split(text[start:end])[1]):
                told = f"TeX may not set this formula of the {name}; it is written as text: {text[start:end][:_SHOWN]!r}"
                yield "field-malformed", name, told, text[start:end]


def _is_balanced(text: str) -> bool:
    depth = 0
    for brace in _BRACES.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _foreign(paper: Paper) -> _Found:
    names = " ".join(map(str, paper.authors))
    for name, text in (*((name, getattr(paper, name)) for name in _TEXTS), ("authors", names)):
        if text and not text.isascii():
            found = dict.fromkeys(char for char in text if not char.isascii() and _is_foreign(char))
            if found:
                told = f"pdflatex cannot set {' '.join(list(found)[:20])} of the {name}; LuaLaTeX and XeLaTeX can"
                yield "letters-foreign", name, told, "".join(found)


@lru_cache(maxsize=8192)
def _is_foreign(char: str) -> bool:
    return not to_latex(char, keep_foreign=True).isascii()
