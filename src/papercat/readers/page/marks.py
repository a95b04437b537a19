"""Markup in a line of a page: Markdown's emphasis, links and images, HTML's tags, and what the text is without them."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from papercat.readers.layout import Row
from papercat.text.document import Document, Place

# CommonMark 0.31, simplified: emphasis does not nest, and the text of a link holds at most one pair of brackets; links of Org and LaTeX.
_MARK = re.compile(
    r"(?P<image>!\[[^\]]{0,300}\]\([^()\s]{0,500}[^()]{0,100}\))"
    r"|\[(?P<link>(?:[^\[\]]|\[[^\[\]]{0,200}\]){1,600})\]\((?P<url>[^()\s]{0,600}(?:\([^()\s]{0,80}\)[^()\s]{0,300})?)(?:\s[^()]{0,200})?\)"
    r"|(?:\[\[|\\href\s?\{)(?P<target>[^\[\]{}\s]{1,600})(?:\]\[|\}\s?\{)(?P<named>[^\[\]{}]{1,600})(?:\]\]|\})"
    r"|\*\*(?P<bold>(?=\S)[\s\S]{1,600}?)(?<=\S)\*\*(?!\*)"
    r"|(?<!\w)__(?P<bold2>(?=\S)[^_]{1,600}?)(?<=\S)__(?!\w)"
    r"|(?<![\w*\\])\*(?P<italic>(?=[^\s*;,)])[^*]{1,600}?)(?<=[^\s\\])\*(?![\w*])"
    r"|(?<![\w\\])_(?P<italic2>(?=\S)[^_]{1,600}?)(?<=\S)_(?!\w)"
    r"|<(?P<pair>b|strong|i|em|u|a|span|cite|h[1-6])(?=[\s>])(?P<attributes>[^<>]{0,500})>(?P<inside>[^<>]{1,600})</(?P=pair)\s?>"
    r"|<(?P<tag>/?[A-Za-z][A-Za-z0-9]{0,10})(?:\s[^<>]{0,500})?/?>"
)
_HREF = re.compile(r"\bhref\s*=\s*[\"']?([^\s\"'<>]{1,500})", re.IGNORECASE)
_FORMS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "a": "link"}
_MAYBE = re.compile(r"[*_\[<`\\]")
_ESCAPED = re.compile(r"\\([*_#\[\]()<>|]|`(?!\{?[aeiouAEIOU]\}))")  # but not the accent of TeX: "Teiss{\`e}dre"
_HARD_BREAK = re.compile(r"\s*(?:\\\\|<br\s*/?>)\s*\Z")
_ANY_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,500})?/?>")

# A star with a sign behind it closes, or marks a person: "Carlos Lordelo (MIT)*; Simon Dixon".
_OPENER = re.compile(r"(?<![\w*\\])\*{1,3}(?=[^\s*:;),])")
_OPEN_LINK = re.compile(
    r"\[[^\[\]]{0,300}\Z|\]\([^()]{0,600}\Z|\(\\?\*[^()]{0,60}\Z|<(?:a|b|i|em|strong)\b[^<>]{0,500}(?:>[^<>]{0,600})?\Z"
)
_OPENS = re.compile(r"(?:([•▪●◦‣■►]|\[(?:PDF|HTML|BOOK|CITATION)\])\s|([A-Z]{1,3})-?\d{1,4}\t)")
_MOST_ROWS = 5  # that one mark goes over
_SAMPLE, _SEVERAL = 5_000, 3  # characters; marks


class Mark(NamedTuple):
    """A piece of a line that is marked up: characters `start` to `end`, its text between `begin` and `stop`."""

    form: str
    start: int
    end: int
    begin: int
    stop: int
    url: tuple[int, int] | None = None


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """Find the marks of a line.

    >>> [mark.form for mark in find_marks("**Title.** *Names.* [[pdf](https://a.org/b.pdf)]", 0, 48)]
    ['bold', 'italic', 'link']
    """
    if not _MAYBE.search(text, start, end):
        return []
    return [_mark(match) for match in _MARK.finditer(text, start, end)]


def has_marks(text: str) -> bool:
    """Tell whether a text has several marks of Markdown or HTML in its first lines.

    >>> has_marks("**Sleeper Agents**. *Evan Hubinger*. [[pdf](https://a.org)]"), has_marks("Lon L. Fuller, The Morality of Law (1969).")
    (True, False)
    """
    return len(find_marks(text, 0, min(len(text), _SAMPLE))) >= _SEVERAL


def _mark(match: re.Match[str]) -> Mark:
    if match["pair"]:
        href = _HREF.search(match["attributes"])
        url = (match.start("attributes") + href.start(1), match.start("attributes") + href.end(1)) if href else None
        return Mark(_FORMS.get(match["pair"].lower(), match["pair"].lower()), *match.span(), *match.span("inside"), url)
    if match["link"]:
        return Mark("link", *match.span(), *match.span("link"), match.span("url"))
    if match["target"]:
        return Mark("link", *match.span(), *match.span("named"), match.span("target"))
    group = next((name for name in ("bold", "bold2", "italic", "italic2") if match[name]), "")
    if group:
        return Mark(group.rstrip("2"), *match.span(), *match.span(group))
    return Mark("image" if match["image"] else "tag", *match.span(), match.end(), match.end())


def unmark(raw: str) -> str:
    r"""Take the markup off a text.

    >>> unmark(r"[Margaux Brégère](https://x.org/0), **Yannig Goude\***")
    'Margaux Brégère, Yannig Goude*'
    """
    if not _MAYBE.search(raw):
        return raw
    out, last = [], 0
    for match in _MARK.finditer(raw):
        out += [raw[last : match.start()], _inner(match)]
        last = match.end()
    return _ESCAPED.sub(r"\1", "".join([*out, raw[last:]]))


def _inner(match: re.Match[str]) -> str:
    inner = next((match[group] for group in ("link", "named", "bold", "bold2", "italic", "italic2", "inside") if match[group]), "")
    return unmark(inner) if inner else ""


def without_break(text: str, start: int, end: int) -> int:
    r"""Give the end of a line without the sign of a hard break.

    >>> without_break("PowerPM \\\\", 0, 10)
    7
    """
    match = _HARD_BREAK.search(text, max(start, end - 12), end)
    return match.start() if match else end


def is_tags(text: str) -> bool:
    """Tell a line that is nothing but HTML tags.

    >>> is_tags('<div class="paper-box"><div>'), is_tags("</details>"), is_tags("<b>A</b>")
    (True, True, False)
    """
    return text.lstrip()[:1] == "<" and not _ANY_TAG.sub("", text).strip()


def cut_glued(document: Document, rows: list[Row]) -> list[Row]:
    r"""Cut rows where a bullet or a code that opens rows of the page follows a word at once: there a line break was lost.

    >>> page = Document("a.txt", "• Sleeper Agents – Evan Hubinger• GPT-3 – Tom Brown\n• Bias – Meg Tong")
    >>> [row.text for row in cut_glued(page, [Row(Place(0, 51), page.text[:51]), Row(Place(52, 69), page.text[52:])])]
    ['• Sleeper Agents – Evan Hubinger', '• GPT-3 – Tom Brown', '• Bias – Meg Tong']
    """
    openers = Counter(match[1] or match[2] for row in rows if (match := _OPENS.match(document.text, (row.number or row.place).start)))
    usual = [sign for sign, count in openers.items() if count > 1]
    if not usual:
        return rows
    glued = re.compile(rf"(?<=\S)(?=(?:{'|'.join(_opening(sign) for sign in usual)}))")
    out: list[Row] = []
    for row in rows:
        places = [match.start() for match in glued.finditer(document.text, row.place.start + 1, row.place.end)]
        if not places:
            out.append(row)
            continue
        edges = [row.place.start, *places, row.place.end]
        for number, (start, end) in enumerate(pairwise(edges)):
            place = Place(start, end)
            out.append(
                replace(row, place=place, text=document.show(*place), number=None, glued=True, wrapped=False)
                if number
                else _cut(document, row, place)
            )
    return out


def _cut(document: Document, row: Row, place: Place) -> Row:
    return replace(row, place=place, text=document.show(*place))


def _opening(sign: str) -> str:
    return re.escape(sign) + (r"\s" if not sign.isalpha() else r"-?\d{1,4}\t")


def join_rows(document: Document, rows: list[Row]) -> list[Row]:
    r"""Join rows where a mark that one opens is closed in a later one.

    >>> page = Document("a.md", "**Constitutional\nAI**\nBai, Yuntao")
    >>> rows = [Row(Place(0, 16), ""), Row(Place(17, 21), ""), Row(Place(22, 33), "")]
    >>> [page.text[slice(*row.place)] for row in join_rows(page, rows)]
    ['**Constitutional\nAI**', 'Bai, Yuntao']
    """
    if not any(sign in document.text for sign in ("*", "](", "<", " &\n", " &\r")):
        return rows
    out: list[Row] = []
    number = 0
    while number < len(rows):
        size = _open_rows(document.text, rows, number)
        row = rows[number]
        if size > 1:
            place = Place(row.place.start, rows[number + size - 1].place.end)
            row = replace(row, place=place, text=document.show(*place))
        out.append(row)
        number += size
    return out


def _open_rows(text: str, rows: list[Row], number: int) -> int:
    """Count the rows from one on until what it opens is closed; 1 where it is not."""
    start = rows[number].place.start
    for size, row in enumerate(rows[number : number + _MOST_ROWS], 1):
        if size > 1 and (row.after_blank or row.number):
            return 1
        if not _is_open(text[start : row.place.end]) and not text.endswith(" &", start, row.place.end):
            return size
    return 1


def _is_open(text: str) -> bool:
    rest = _MARK.sub(" ", text)
    return _OPENER.search(rest) is not None or _OPEN_LINK.search(rest[-700:]) is not None
