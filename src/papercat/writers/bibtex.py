"""BibTeX that bibtex and biber read without a warning."""

import re
from collections.abc import Iterator, Mapping, Sequence

from papercat.keys import citation_keys
from papercat.latex import to_latex
from papercat.models import Author, Paper

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# Types whose required fields BibTeX complains about when they are missing; such papers are written as @misc.
_NEEDS = {
    "article": ("author", "title", "journal", "year"),
    "book": ("author", "title", "publisher", "year"),
    "inproceedings": ("author", "title", "booktitle", "year"),
    "incollection": ("author", "title", "booktitle", "publisher", "year"),
    "phdthesis": ("author", "title", "school", "year"),
    "mastersthesis": ("author", "title", "school", "year"),
    "techreport": ("author", "title", "institution", "year"),
    "misc": (),
}
_IN_BOOKS = ("inproceedings", "incollection")
_FIELD_NAME = re.compile(r"[a-z][a-z-]*")
_NOT_WRITTEN = frozenset({"key", "arxiv-version"})  # of `extra`: the key is made anew, a version is no field of BibTeX
_MATH = re.compile(r"(\$[^$]+\$)")
_SIGN = re.compile(r"(?<!\\)[&%#_]")
# What TeX would make one sign or a blank of.
_JOINED = re.compile(r"(?<!\\)(?:-{2,}|'{2,}|,{2,}|[`~^])")
_ESCAPED_BRACE = re.compile(r"\\([{}])")
_BRACES = {"{": "{\\textbraceleft}", "}": "{\\textbraceright}"}
_RANGE = re.compile(r"(?<=\w)\s*[-–—]+\s*(?=\w)")
_LONE_DOLLAR = re.compile(r"(?<!\\)\$")
# bibtex lowers titles; a word with a capital behind its first letter is an acronym or a name with a form of its own
_WORD = re.compile(r"\\[A-Za-z]+|(?:[\w’'-]|\\[&%#_$])+")
_ORDER = ("author", "key", "title", "journal", "booktitle", "howpublished", "year", "month", "volume", "number", "pages", "publisher",
          "doi", "eprint", "archiveprefix", "url", "keywords", "note", "abstract")  # fmt: skip


def dumps(papers: Sequence[Paper]) -> str:
    """Write papers as BibTeX entries, in their order, letters as UTF-8.

    >>> paper = Paper(title="Model Behaviors of LLMs", authors=(Author(family="Perez", given="Ethan"),), arxiv="2212.09251", year=2022)
    >>> print(dumps([paper]), end="")
    @misc{perez2022model,
      author        = {Perez, Ethan},
      title         = {Model Behaviors of {LLMs}},
      year          = {2022},
      eprint        = {2212.09251},
      archiveprefix = {arXiv},
    }
    """
    return "\n".join(_entry(key, paper) for key, paper in zip(citation_keys(papers), papers, strict=True))


def _entry(key: str, paper: Paper) -> str:
    extra = {name: escape(text) for name, text in paper.extra.items() if _FIELD_NAME.fullmatch(name) and name not in _NOT_WRITTEN}
    fields = extra | {name: value for name, value in _fields(paper, key) if value}
    kind = _type(paper, fields)
    if kind != "article" and "journal" in fields:
        fields["booktitle" if kind in _IN_BOOKS else "howpublished"] = fields.pop("journal")
    order = [name for name in _ORDER if name in fields] + sorted(set(fields) - set(_ORDER))
    lines = [f"  {name:<13} = {_delimited(name, fields[name])},\n" for name in order]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _fields(paper: Paper, key: str) -> Iterator[tuple[str, str | None]]:
    yield "author", " and ".join(map(_name, paper.authors))
    if not paper.authors:
        yield "key", key  # what styles sort and label by where there is no author
    yield "title", paper.title and _title(paper.title)
    yield "journal", paper.venue and escape(paper.venue)
    yield "year", str(paper.year) if paper.year else None
    yield "month", _MONTHS[paper.month - 1] if paper.month and paper.year else None  # bibtex complains of a month alone
    yield "eprint", paper.arxiv
    yield "archiveprefix", paper.arxiv and "arXiv"
    yield "doi", paper.doi and _closable(_balanced(paper.doi))
    yield "url", paper.url and _closable(_balanced(paper.url))
    yield "number", paper.issue and escape(paper.issue)
    yield "pages", paper.pages and escape(_RANGE.sub("–", paper.pages)).replace("–", "--")
    yield "note", paper.comment and escape(paper.comment)
    yield "keywords", ", ".join(map(escape, paper.keywords))
    for name, text in (("volume", paper.volume), ("publisher", paper.publisher), ("abstract", paper.abstract)):
        yield name, text and escape(text)


def _type(paper: Paper, fields: Mapping[str, str]) -> str:
    kind = paper.type if paper.type in _NEEDS else "article" if paper.venue and paper.volume else "misc"
    have = {"booktitle" if name == "journal" and kind in _IN_BOOKS else name for name in fields}
    # a part of a book has a volume or a number in a series, or bibtex complains
    crowded = kind not in ("article", "misc") and "number" in have and ("volume" in have or "series" not in have)
    return kind if set(_NEEDS[kind]) <= have and not crowded else "misc"


def escape(text: str) -> str:
    r"""Escape what TeX would stumble over, outside math; TeX that is in the text stays.

    >>> escape("R&D for 5% of $x_1$ and \\emph{more}")
    'R\\&D for 5\\% of $x_1$ and \\emph{more}'
    """
    parts = _MATH.split(text) if text.count("$") % 2 == 0 else [_LONE_DOLLAR.sub(r"\\$", text)]
    parts[::2] = [_spelled(part) for part in parts[::2]]
    return _closable(_balanced("".join(parts)))


def _spelled(text: str) -> str:
    text = _ESCAPED_BRACE.sub(_brace, _SIGN.sub(r"\\\g<0>", text))
    return _JOINED.sub(lambda signs: to_latex(signs[0]), text)


def _closable(text: str) -> str:
    # a backslash at the end would escape the brace that ends the value
    return f"{text} " if text.endswith("\\") else text


def _brace(match: re.Match[str]) -> str:
    # bibtex counts escaped braces, other readers do not; a symbol is none for both
    return _BRACES[match[1]]


def _title(title: str) -> str:
    parts = _MATH.split(escape(title))
    parts[::2] = [_WORD.sub(_protected, part) for part in parts[::2]]
    return "".join(parts)


def _protected(word: re.Match[str]) -> str:
    text = word[0]
    has_own_case = not text.startswith("\\") and text[1:] != text[1:].lower()
    return f"{{{text}}}" if has_own_case else text


def _name(author: Author) -> str:
    if author.literal:
        return f"{{{escape(author.literal)}}}"
    if not author.given and (author.suffix or author.particle or " " in str(author.family)):
        # without a comma the last word alone would be the family name; bibtex complains of a comma at the end
        return f"{{{escape(str(author))}}}"
    family = f"{author.particle} {_part(str(author.family))}" if author.particle else _part(str(author.family))
    parts = (family, author.suffix and _part(author.suffix), author.given and _part(author.given))
    return escape(", ".join(part for part in parts if part))


def _part(text: str) -> str:
    # "and" or a comma inside a part would cut the name there
    return f"{{{text}}}" if "," in text or re.search(r"(?:^|\s)and(?:\s|$)", text) else text


def _balanced(text: str) -> str:
    """Take care that braces pair up, which bibtex needs everywhere: a lone one is written as a symbol."""
    opened, lone = list[int](), set[int]()
    for place, char in enumerate(text):
        if char == "{":
            opened.append(place)
        elif char == "}":
            if opened:
                opened.pop()
            else:
                lone.add(place)
    lone.update(opened)
    if not lone:
        return text
    return "".join(_BRACES[char] if place in lone else char for place, char in enumerate(text))


def _delimited(name: str, value: str) -> str:
    return value if name == "month" else f"{{{value}}}"
