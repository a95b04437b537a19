"""The atoms of a reference: its words, numbers and ids, with the signs that stand between them."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from papercat.identifiers import find_arxiv, find_doi, find_isbn, find_pmcid, find_pmid

_LETTER = r"[^\W\d_]"
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_MARK = r"[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0e31-\u0e4e]"
_TOKEN = re.compile(
    rf"""
      {_CJK}+
    | (?:{_LETTER}|\d)(?:{_MARK})*
      (?:(?:(?!{_CJK})[^\W_]|{_MARK})+|['’‘ʼ`](?={_LETTER})|[-‐‑–/+@_](?=[^\W_])|(?<=\d)[.](?=\d))*
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"“”«»{}|\\^`]+|<https?://[^\s<>]+>", re.IGNORECASE)
_ADDRESS_END = ".,;:)]}>'’\""
_ISSN = re.compile(r"\b(?:e-?)?ISSN\b:?\s*(?:\([a-z]+\):?\s*)?(\d{4}-?\d{3}[\dXx])", re.IGNORECASE)
_HAL = re.compile(r"\b[a-z]{3,10}-0\d{7}(?:v\d{1,2})?\b")  # of HAL, whose portals have each a word of their own: hal-, tel-, inria-
_TAG = re.compile(r"</?(?:i|b|em|strong|italic|bold|sub|sup|span|u)>", re.IGNORECASE)
_HOLDERS = re.compile(r"10\.\d|arxiv|isbn|97[89]|pmid|pmc|doi", re.IGNORECASE)


class Atom(NamedTuple):
    """A word, a number or an id.

    Attributes:
        text: its characters.
        start: its place in the line.
        end: the place after it.
        gap: what stands between it and the atom before it.
        kind: "" for a word or a number, else the role of the id: "doi", "arxiv", "url", "isbn", "issn", "pmid", "pmcid", "hal".
    """

    text: str
    start: int
    end: int
    gap: str
    kind: str = ""


def atoms(text: str) -> list[Atom]:
    """Cut a line into its atoms.

    >>> [atom.text for atom in atoms("Koolen C. Are they? 2017;12(3):1-20. doi:10.18653/v1/W17-1602")]
    ['Koolen', 'C', 'Are', 'they', '2017', '12', '3', '1-20', 'doi:10.18653/v1/W17-1602']
    """
    if "<" in text:
        text = _TAG.sub(lambda match: " " * len(match[0]), text)
    found: list[Atom] = []
    last = 0
    for start, end, kind in chain(_ids(text), ((len(text), len(text), ""),)):
        for match in _TOKEN.finditer(text, last, start):
            found.append(Atom(match[0], *match.span(), text[last : match.start()]))
            last = match.end()
        if kind:
            found.append(Atom(text[start:end], start, end, text[last:start], kind))
            last = end
    return found


def _ids(text: str) -> Iterator[tuple[int, int, str]]:
    """Find ids and addresses, in order and apart; an id in an address is the whole address."""
    spans: list[tuple[int, int, str]] = []
    if _HOLDERS.search(text):
        for find in (find_doi, find_arxiv, find_isbn, find_pmid, find_pmcid):
            spans += ((one.start, one.end, one.kind) for one in find(text) if one.marked or one.kind == "doi")
    spans += ((match.start(1), match.end(1), "issn") for match in _ISSN.finditer(text))
    spans += ((*match.span(), "hal") for match in _HAL.finditer(text))
    spans += ((match.start() + (match[0][0] == "<"), _address_end(text, *match.span()), "url") for match in _ADDRESS.finditer(text))
    done = 0
    for start, end, kind in sorted(spans, key=lambda span: (span[0], span[2] == "url", -span[1])):
        if start >= done and end > start:
            yield start, end, kind
            done = end


def _address_end(text: str, start: int, end: int) -> int:
    kept = _ADDRESS_END.replace(")", "") if "(" in text[start:end] else _ADDRESS_END
    return start + len(text[start:end].rstrip(kept))
