r"""Citations in the files that LaTeX and biblatex write: `.aux` and `.bcf`.

In these all is resolved: conditions, definitions, and the keys of `\cite{\mykey}`. Sources: latex.ltx, `\@citex`; the manual of biber 2.19,
section 3; biblatex.sty, `\blx@aux@cite`.
"""

import re
from collections.abc import Iterator
from html import unescape

from papercat.manuscripts.citation import Citation, Inclusion, is_option

_AUX = re.compile(r"\\(?:(?:citation|abx@aux@cite(?:\{\d{1,6}\})?)\{(?P<keys>[^{}]*)\}|@input\s*\{(?P<file>[^{}\r\n]+)\})")
_KEY = re.compile(r"[^,\s](?:[^,\r\n]*[^,\s])?")
_BCF = re.compile(r"<bcf:citekey\b(?P<attributes>[^<>]*)>(?P<key>[^<>]*)</bcf:citekey>")
_MEMBERS = re.compile(r"\bmembers\s*=\s*[\"'](?P<keys>[^\"']*)[\"']")


def scan_aux(text: str) -> Iterator[Citation | Inclusion]:
    r"""Give what an `.aux` file cites and includes.

    >>> [one[0] for one in scan_aux(r"\citation{bai22,perez22}\@input{intro.aux}\abx@aux@cite{0}{askell21}\citation{REVTEX42Control}")]
    ['bai22', 'perez22', 'intro.aux', 'askell21']
    """
    for found in _AUX.finditer(text):
        if found["file"]:
            yield Inclusion(found["file"], *found.span("file"))
            continue
        for key in _KEY.finditer(text, *found.span("keys")):
            if not is_option(key[0]):
                yield Citation(key[0], *key.span())


def scan_bcf(text: str) -> Iterator[Citation]:
    """Give what a `.bcf` file cites, of a set its members.

    >>> [one.key for one in scan_bcf('<bcf:citekey order="1">bai22</bcf:citekey><bcf:citekey type="set" members="a,b">ab</bcf:citekey>')]
    ['bai22', 'a', 'b']
    """
    for found in _BCF.finditer(text):
        members = _MEMBERS.search(text, *found.span("attributes"))
        for key in _KEY.finditer(text, *(members.span("keys") if members else found.span("key"))):
            if not is_option(key[0]):
                yield Citation(unescape(key[0]), *key.span())
