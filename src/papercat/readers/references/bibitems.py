r"""LaTeX's lists of references, as BibTeX writes them and people do by hand: `\bibitem{key} Names. \newblock Title. \newblock {\em Venue}`.

They are read as the numbered lists that LaTeX makes of them. A text of the same length stands for the file, in which numbers stand for
`\bibitem` and blanks for commands, so that every place is that of the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count

from papercat.text.document import JOINER, Document, Place, Source
from papercat.text.lines import blanked

# Leslie Lamport, LaTeX: A Document Preparation System, section C.11.3; the label can hold one pair of braces within another.
_ITEM = re.compile(
    r"\\bibitem\s{0,3}(?:\[(?P<label>(?:[^\[\]{}]|\{(?:[^{}\[\n]|\{[^{}\[\n]{0,80}\}){0,200}\}){0,300})\]\s{0,3}%?\s{0,3})?"
    r"\{(?P<key>[^{}\s]{1,120})\}"
)
# Accents and formulas are read with the words that they stand in; what only sets a text in another shape, or makes a link of it, is not.
_SIGN = re.compile(
    r"(?P<kept>\$[^$\n]{1,200}\$|\{\\[`'^\"~=.uvHtcdbkr]\s?\{\\?[A-Za-z]{1,2}\}\}|\{\\[^{}\s]{1,3}\s?(?:\\?[A-Za-z])?\}"
    r"|\\(?:[`'^\"~=.]|[uvHtcdbkr](?![A-Za-z]))\s?\{\\?[A-Za-z]{1,2}\}|\\[{}&%$#_~])"
    # commands of IEEEtran, natbib and REVTeX, some of which name what stands in the braces behind
    r"|(?P<command>\\newblock(?![A-Za-z])|\\BIB[A-Za-z]{1,40}|\\Bibitem(?:Open|Shut\s?\{\w{0,20}\})"
    r"|\\bib(?:info|field)\s{0,8}\{\w{1,20}\}|\\bib(?:fnamefont|namefont|initsep)(?![A-Za-z])"
    r"|\\(?:natexlab|urlprefix|Eprint|eprint|href@noop)(?![A-Za-z@])|\\href(?=\s{1,8}\{)"
    r"|\\(?:begin|end)\{thebibliography\}(?:\{[^{}]{0,20}\})?|\\href\{[^{}]{0,500}\}"
    r"|\\(?:emph|text(?:it|bf|sl|sc|tt|rm|up|quotesingle)|url|path|doi|enquote)\s{0,8}\{"
    r"|\\(?:em|it|bf|sl|sc|tt|rm|small|itshape|bfseries)(?![A-Za-z])|\\penalty\s?-?\d{1,5}|\\[,;!/ ]|~)"
    r"|(?P<dash>(?<=[^\W\d_]|[\s}])---?(?=[^\W\d_]|[\s{]))"
    r"|(?P<quote>``|'')|\}(?P<stop>[.,;:?!)]{1,3})|(?P<brace>[{}])"
)
_ITEMS = "\\bibitem"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_CUT_COMMAND = re.compile(rf"\\[A-Za-z]{{1,20}}[{_UNSEEN}][A-Za-z{_UNSEEN}]{{1,40}}")
_LISTED = re.compile(r",\s+(?:and\s+|\\&\s+)?|\s+and\s+|\s+\\&\s+")
_NEW_BLOCK = re.compile(rf"\\[newblock{_UNSEEN}]{{8,20}}(?![A-Za-z])")
_INSIDE = "-'’/"  # what stands within a word: "{CEO}'s", "{SemEval}-2019"
_BEGIN, _END = "\\begin{thebibliography}", "\\end{thebibliography}"


@dataclass(frozen=True)
class Bibliography(Document):
    """A document of `bibitem`s as a numbered list.

    Attributes:
        keys: by where the number of an item stands, the place of its key in the file, and the key.
        labels: by where the number stands, what is printed for the item where it is cited.
    """

    keys: dict[int, tuple[Place, str]] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)

    def families(self, number: int) -> frozenset[str]:
        """Give the family names that natbib's label of an item lists: `[Drissi et~al.(2019)Drissi, Sandoval Segura, and Ojha]`."""
        label = self.labels.get(number, "")
        short, _, whole = label.strip("{}").rpartition(")")
        listed = whole or short.rpartition("(")[0]
        return frozenset(self.clean_text(one.replace("~", " "))[0].strip("{} ") for one in _LISTED.split(listed))

    def blocks(self, place: Place) -> Iterator[int]:
        r"""Give where blocks begin, behind each `\newblock`: BibTeX's styles set one before the title, and between other parts."""
        yield from (block.end() for block in _NEW_BLOCK.finditer(self.given, *place))

    @cached_property
    def ends(self) -> dict[int, int]:
        """Where each item ends, by where it begins: at the next, or at the end of the list."""
        starts = sorted(self.keys)
        last = self.given.find(_END, starts[-1])
        return dict(zip(starts, [*starts[1:], last if last >= 0 else len(self.given)], strict=True))


def as_list(document: Document) -> Document:
    r"""Give the text of `bibitem`s as a numbered list of the same length, any other document as it is.

    >>> as_list(Document("a.bbl", r"\bibitem{bai22}\n Yuntao Bai. \newblock {\em Constitutional AI}. 2022.")).text
    '[1]            \\n Yuntao Bai.                Constitutional AI.  2022.'
    """
    given = _CUT_COMMAND.sub(_mended, document.text)
    if _ITEMS not in given:
        return document
    numbers = count(1)
    keys: dict[int, tuple[Place, str]] = {}
    labels: dict[int, str] = {}

    def number(match: re.Match[str]) -> str:
        keys[match.start()] = (Place(*match.span("key")), match["key"])
        labels[match.start()] = match["label"] or ""
        return f"[{next(numbers)}]".ljust(len(match[0]))[: len(match[0])]

    text = _ITEM.sub(number, given)
    if not keys:
        return document
    listed = _SIGN.sub(_blanked, text)
    one = document
    known = (one.fixes, one.base, one.base_line, one.around, one.is_judged, one.source or Source(one.given))
    return Bibliography(one.name, listed, one.encoding, *known, keys, labels)


def unframed(document: Bibliography) -> tuple[Bibliography, list[Place]]:
    r"""Take what stands around a list out: the commands that BibTeX defines before it, or the paper that it ends.

    >>> text = "\\begin{thebibliography}{1}\n\\providecommand{\\url}[1]{#1}\n\\bibitem{a} A B. C. 2001.\n\\end{thebibliography}\n"
    >>> [text[slice(*place)].split("{")[0] for place in unframed(as_list(Document("a.bbl", text)))[1]]
    ['\\begin', '\\end']
    """
    first, last = min(document.keys), max(document.keys)
    begin, end = document.given.rfind(_BEGIN, 0, first), document.given.find(_END, last)
    frame = [Place(0, first)] if begin >= 0 else []
    frame += [Place(end, len(document.given))] if end >= 0 else []
    text = document.text
    for start, stop in frame:
        text = text[:start] + blanked(text[start:stop]) + text[stop:]
    return replace(document, text=text), frame


def _mended(match: re.Match[str]) -> str:
    """Put the invisible characters within the name of a command behind it."""
    name = "".join(char for char in match[0] if char == "\\" or char.isalpha())
    return name + "".join(char for char in match[0] if char != "\\" and not char.isalpha())


def _blanked(match: re.Match[str]) -> str:
    """Put as many characters in place of a command or a brace, of which the words around it keep none."""
    if match["kept"]:
        return match[0]
    if match["quote"]:
        return " “" if match[0] == "``" else "” "
    if match["stop"]:
        return match["stop"] + " "
    if match["dash"]:
        return ("–" if len(match[0]) == 2 else "—").ljust(len(match[0]), JOINER)
    before, after = match.string[max(match.start() - 2, 0) : match.start()], match.string[match.end() : match.end() + 2]
    return JOINER if match["brace"] and _is_inside(before[::-1]) and _is_inside(after) else " " * len(match[0])


def _is_inside(near: str) -> bool:
    """Tell from the two characters beside a brace, the nearest first, that a word goes on there."""
    return near[:1].isalnum() or (near[:1] in _INSIDE and (near[1:].isalnum() or near == "--"))
