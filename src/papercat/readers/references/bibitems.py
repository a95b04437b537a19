r"""LaTeX's lists of references, as BibTeX writes them and people do by hand: `\bibitem{key} Names. \newblock Title. \newblock {\em Venue}`.

They are read as the numbered lists that LaTeX makes of them. A text of the same length stands for the file, in which numbers stand for
`\bibitem` and blanks for commands, so that every place is that of the file.
"""

import re
from dataclasses import dataclass, field
from itertools import count

from papercat.text.document import Document, Place
from papercat.text.fix import Step

# Leslie Lamport, LaTeX: A Document Preparation System, section C.11.3; the label can hold one pair of braces within another.
_ITEM = re.compile(
    r"\\bibitem\s{0,3}(?:\[(?:[^\[\]{}]|\{(?:[^{}\[\n]|\{[^{}\[\n]{0,80}\}){0,200}\}){0,300}\]\s{0,3}%?\s{0,3})?\{(?P<key>[^{}\s]{1,120})\}"
)
# Accents and formulas are read with the words that they stand in; what only sets a text in another shape, or makes a link of it, is not.
_SIGN = re.compile(
    r"(?P<kept>\$[^$\n]{1,200}\$|\{\\[`'^\"~=.uvHtcdbkr]\s?\{\\?[A-Za-z]{1,2}\}\}|\{\\[^{}\s]{1,3}\s?(?:\\?[A-Za-z])?\}"
    r"|\\(?:[`'^\"~=.]|[uvHtcdbkr](?![A-Za-z]))\s?\{\\?[A-Za-z]{1,2}\}|\\[{}&%$#_~])"
    r"|(?P<command>\\newblock(?![A-Za-z])|\\(?:begin|end)\{thebibliography\}(?:\{[^{}]{0,20}\})?|\\href\{[^{}]{0,500}\}"
    r"|\\(?:emph|text(?:it|bf|sl|sc|tt|rm|up|quotesingle)|url|path|doi|enquote)\{"
    r"|\\(?:em|it|bf|sl|sc|tt|rm|small|itshape|bfseries)(?![A-Za-z])|\\[,;!/ ]|~)"
    r"|(?P<quote>``|'')|\}(?P<stop>[.,;:?!)]{1,3})|(?P<brace>[{}])"
)
_JOINER = "\u2060"  # parts no word
_ITEMS = "\\bibitem"


@dataclass(frozen=True)
class Bibliography(Document):
    """A document of `bibitem`s as a numbered list.

    Attributes:
        keys: by where the number of an item stands, the place of its key in the file, and the key.
    """

    keys: dict[int, tuple[Place, str]] = field(default_factory=dict)

    def clean(self, *places: Place) -> tuple[str, list[Step]]:
        """Make clean text of pieces; what stands for a brace within a word is nothing of the file, and so not told."""
        if any(_JOINER in self.text[slice(*place)] for place in places):
            return self.clean_text("\n".join(self.text[slice(*place)] for place in places))
        return super().clean(*places)

    def clean_text(self, raw: str) -> tuple[str, list[Step]]:
        """Make clean text of other characters."""
        return super().clean_text(raw.replace(_JOINER, ""))


def as_list(document: Document) -> Document:
    r"""Give the text of `bibitem`s as a numbered list of the same length, any other document as it is.

    >>> as_list(Document("a.bbl", r"\bibitem{bai22}\n Yuntao Bai. \newblock {\em Constitutional AI}. 2022.")).text
    '[1]            \\n Yuntao Bai.                Constitutional AI.  2022.'
    """
    if _ITEMS not in document.text:
        return document
    numbers = count(1)
    keys: dict[int, tuple[Place, str]] = {}

    def number(match: re.Match[str]) -> str:
        keys[match.start()] = (Place(*match.span("key")), match["key"])
        return f"[{next(numbers)}]".ljust(len(match[0]))[: len(match[0])]

    text = _ITEM.sub(number, document.text)
    if not keys:
        return document
    listed = _SIGN.sub(_blanked, text)
    name, encoding, fixes, base = document.name, document.encoding, document.fixes, document.base
    return Bibliography(name, listed, encoding, fixes, base, document.base_line, document.around, document.is_judged, keys)


def _blanked(match: re.Match[str]) -> str:
    """Put as many characters in place of a command or a brace, of which the words around it keep none."""
    if match["kept"]:
        return match[0]
    if match["quote"]:
        return " “" if match[0] == "``" else "” "
    if match["stop"]:
        return match["stop"] + " "
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return _JOINER if match["brace"] and before.isalnum() and after.isalnum() else " " * len(match[0])
