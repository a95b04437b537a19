"""The page: what was read, the papers, the duplicates, the issues, the drawings."""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from importlib.resources import files

from papercat.dedup import Group
from papercat.models import KINDS, Issue, Paper
from papercat.report.charts import coauthors, years
from papercat.report.duplicates import cases
from papercat.report.markup import row, tag, text
from papercat.text.phrases import counted, shortened, some

_ABSTRACT, _MESSAGE = 280, 240  # characters shown
_AUTHORS = 4  # shown; the rest is counted
_ISSUES = 200  # of one code; a page with 100,000 lines helps nobody


def render(
    papers: Sequence[Paper], keys: Sequence[str], issues: Sequence[Issue] = (), found: Sequence[Group] = (), title: str = "papercat"
) -> str:
    """Make the page: one file that needs no other, and runs no script but its own.

    Args:
        papers: the papers.
        keys: their citation keys.
        issues: what was noticed.
        found: groups of records that are or may be one paper.
        title: of the page.

    >>> page = render([Paper(title="<script>alert(1)</script>")], ["a"])
    >>> page.count("<script"), "&lt;script&gt;alert(1)" in page, "http" in page.replace("http-equiv", "")
    (1, True, False)
    """
    style, script = _data("report.css"), _data("report.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{tag('title', text(title))}<style>{style}</style>"
    )
    body = (_top(papers, issues, found, title), _papers(papers, keys), _duplicates(found), _issues(issues), _drawings(papers))
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{"".join(body)}<script>{script}</script></body></html>\n'


def _data(name: str) -> str:
    return files("papercat.report").joinpath("data", name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """Name a script or style as a Content Security Policy does, https://www.w3.org/TR/CSP3/#grammardef-hash-source."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _top(papers: Sequence[Paper], issues: Sequence[Issue], found: Sequence[Group], title: str) -> str:
    counts = (
        ("papers", len(papers), "paper"),
        ("duplicates", len(found), "duplicate"),
        ("issues", len(issues), "issue"),
    )
    links = [tag("a", text(counted(count, name)), href=f"#{place}") for place, count, name in counts]
    return tag("header", tag("h1", text(title)), tag("nav", " · ".join((*links, tag("a", "drawings", href="#drawings")))))


def _papers(papers: Sequence[Paper], keys: Sequence[str]) -> str:
    names = ("key", "year", "authors", "title", "venue", "ids", "at")
    head = "".join(tag("th", tag("button", name, type="button"), aria_sort="none", scope="col") for name in names)
    rows = [row(_cells(key, paper)) for key, paper in zip(keys, papers, strict=True)]
    find = tag("label", "filter ", '<input type="search" id="filter" autocomplete="off"> ', tag("output", f"{len(papers):,}", id="shown"))
    table = tag("table", tag("thead", tag("tr", head)), tag("tbody", *rows), id="table")
    return tag("section", tag("h2", "Papers"), tag("p", find), tag("div", table, class_="wide"), id="papers")


def _cells(key: str, paper: Paper) -> tuple[str, ...]:
    who = some([author.family or author.literal or "" for author in paper.authors], _AUTHORS)
    ids = " ".join(filter(None, (paper.arxiv and f"arXiv:{paper.arxiv}", paper.doi)))
    at = list(dict.fromkeys(f"{source.name}:{source.line}" for source in paper.sources[:1]))
    names_of_files = dict.fromkeys(source.name for source in paper.sources)
    more = len(names_of_files) - 1
    where = "".join(at) + (f" and {counted(more, 'more file')}" if more > 0 else "")
    return text(key), text(paper.year or ""), text(who), _title(paper), text(paper.venue or ""), text(ids), text(where)


def _title(paper: Paper) -> str:
    title = text(paper.title) if paper.title else tag("i", text(f"untitled: {shortened(paper.label, 80)}"))
    return tag("details", tag("summary", title), tag("p", text(shortened(paper.abstract, _ABSTRACT)))) if paper.abstract else title


def _duplicates(found: Sequence[Group]) -> str:
    if not found:
        return tag("section", tag("h2", "Duplicates"), tag("p", "none", class_="quiet"), id="duplicates")
    parts = []
    for verdict, heading in (("maybe", "To be decided"), ("same", "The same")):
        chosen = [group for group in found if group.verdict == verdict]
        if chosen:
            parts += [tag("h3", f"{heading} ({len(chosen):,})"), cases(chosen)]
    return tag("section", tag("h2", "Duplicates"), *parts, id="duplicates")


def _issues(issues: Sequence[Issue]) -> str:
    groups: dict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        groups[issue.code].append(issue)
    parts = [_code(code, groups[code]) for code in sorted(groups, key=lambda code: (-len(groups[code]), code))]
    return tag("section", tag("h2", "Issues"), *(parts or [tag("p", "none", class_="quiet")]), id="issues")


def _code(code: str, issues: Sequence[Issue]) -> str:
    head = tag("summary", tag("b", text(code)), " ", tag("span", f"{len(issues):,} {KINDS.get(code, 'noted')}", class_="quiet"))
    rows = [row((text(issue.source or ""), text(shortened(issue.message, _MESSAGE)))) for issue in issues[:_ISSUES]]
    rest = len(issues) - _ISSUES
    more = tag("p", f"and {rest:,} more", class_="quiet") if rest > 0 else ""
    return tag("details", head, tag("table", tag("tbody", *rows)), more)


def _drawings(papers: Sequence[Paper]) -> str:
    graph = coauthors(papers)
    parts = (tag("h3", "Papers by year"), years(papers), *((tag("h3", "Who wrote with whom"), graph) if graph else ()))
    return tag("section", tag("h2", "Drawings"), *parts, id="drawings")
