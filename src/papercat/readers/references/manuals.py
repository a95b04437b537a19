"""Signs that manuals of style set so plainly that they outweigh the model: GOST 7.1 and R 7.0.5 (ISBD), the Bluebook, AMA.

Each is a pattern of a whole line; its groups are named for the parts that stand there, and a part is favoured where its group begins.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from papercat.names.cjk import is_cjk
from papercat.readers.references.atoms import Atom
from papercat.readers.references.decoding import LABELS
from papercat.readers.references.traits import junction

_HALF = len(LABELS) // 2
_BITS = 12.0  # that a part stands where its pattern says
_PARTED = 8.0  # that none goes on over a sign that parts areas
_LONGEST_NAME = 6  # letters of Han or Kana: 佐々木小次郎
_LONGEST = 3000  # characters that are looked at
_PLACE = r"[^\W\d_][^\W\d]{0,20}\.?(?:[ -][^\W\d_][^\W\d]{1,20}){0,2}"
_PRESSED = r"(?:and)?(?:[^\W\d_a-z]\.-?){1,3}[^\W\d_a-z][^\W\d_]{1,30}"
_MONTH = r"[^\W\d_a-z][a-z]{2,8}\.?"
_DAY = rf"{_MONTH} \d{{1,2}}, 20\d\d|\d{{1,2}} {_MONTH} 20\d\d"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # everyone who made the work stands behind its title and a slash: "… / И. А. Бершадский, А. В. Згарбул // Пожарная безопасность"
        r"(?<![/:])\s/\s(?P<A>(?:[^\W\d_a-z]\.\s?-?){1,3}[^\W\d_a-z][^/:;()\[\]\d]{1,400}?)(?:\s//\s(?P<C>\S)|\.?\s[–—-]\s|\s/\s|\.?\Z)",
        # ISBD area 4: "… – М.: Наука, 1980"
        rf"[.)\]]\s{{0,2}}[–—-]\s(?P<L>{_PLACE})\s?:\s(?P<U>[^\d:]{{2,80}}?)[,.]\s(?P<D>(?:1[5-9]|20)\d\d)\b",
        # of a PDF whose blanks are lost: "T.R.Oke,G.Mills,A.Christen,andJ.A.Voogt. Urban climates"
        rf"\A(?P<A>(?:{_PRESSED},){{1,30}}{_PRESSED})\.\s(?P<T>\S)",
        # AMA 11, 3.11 and 3.15.3: "… algebras. arXiv. Preprint posted online September 20, 2017. … Accessed March 3, 2024."
        rf"[.?!]\s(?P<N>[^\W\d_]{{2,20}}(?:\s[^\W\d_]{{2,20}}){{0,2}}\.\sPreprint posted online)\s(?P<D>{_DAY})",
        rf"(?<=[\s.])(?P<N>Accessed (?:{_DAY}))",
        # "…, 113 Yale L.J. 541, 568 (2003)"
        r",\s(?P<V>\d{1,4})\s(?P<C>[^\W\d_a-z][^\d,()]{1,60}?)\s(?P<P>\d{1,5})(?:,\s[\d–-]{1,12})?\s\((?P<D>(?:1[5-9]|20)\d\d)\)",
    )
)
# How a work is to be read, behind its title: "[Текст]", "[Электронный ресурс]"
_MEDIUM = re.compile(r"\s\[(?P<N>Текст|Электронный ресурс|Электрон\. ресурс|Text|Electronic resource|Рукопись)\]")
_SOUNDS = frozenset("Ph Th Ch Yu Ya Zh Kh Sh Sz Gy Cs Zs Ju".split())
_AREA = ". - "  # a full stop and a dash part areas (ISBD 0.3.2.4)
_PERSON = r"[^\W\d_a-z][^\W\d_]{0,30}\.?(?:[ -](?:[^\W\d_a-z][^\W\d_]{0,30}\.?|[a-z]{1,3})){1,4}"
# The names behind the first in their natural order as well; "Property Rules, Liability Rules & Inalienability" has the form of names.
_SEVERAL = re.compile(rf"(?P<A>(?:{_PERSON},\s){{2,30}}{_PERSON},?\s&\s{_PERSON}),\s(?P<T>\S)")
_BEFORE_REPORTER = re.compile(r"(?P<A>[^\W\d_][^,\d()“”\"]{2,200}?)(?:,\s(?:Jr|Sr|II|III)\.?)?,\s(?P<T>\S)")


def favour(weighed: Sequence[list[float]], line: Sequence[Atom], text: str) -> None:
    """Raise the bits of the parts that stand where a manual has them.

    >>> from papercat.readers.references.decoding import decode, model
    >>> from papercat.readers.references.atoms import atoms
    >>> text = "Lawrence Lessig, Code and Other Laws, 113 Harv. L. Rev. 501 (2000)"
    >>> line = atoms(text)
    >>> weighed = model().emissions(line, "")
    >>> favour(weighed, line, text)
    >>> decode(weighed, line, model())
    'AaTtttVCccPD'
    """
    starts = [atom.start for atom in line]
    for pattern in _PATTERNS:
        if found := pattern.search(text, 0, _LONGEST):
            _favour_groups(weighed, starts, found)
            if pattern is _PATTERNS[-1]:
                _favour_head(weighed, starts, text, found.start())
    if "[" in text and (medium := _MEDIUM.search(text, 0, _LONGEST)):
        _favour_groups(weighed, starts, medium)
    _favour_gaps(weighed, line)


def as_initials(line: Sequence[Atom], text: str) -> list[Atom]:
    """Show initials of two letters, which stand for one sound, as those of one: `Ph. Flajolet`, `Yu. I. Manin`.

    >>> from papercat.readers.references.atoms import atoms
    >>> [atom.text for atom in as_initials(atoms("Ph. Flajolet"), "Ph. Flajolet")]
    ['P', 'Flajolet']
    """
    return [atom._replace(text=atom.text[0]) if atom.text in _SOUNDS and text[atom.end : atom.end + 1] == "." else atom for atom in line]


def _favour_gaps(weighed: Sequence[list[float]], line: Sequence[Atom]) -> None:
    """Say where no part goes on, where none begins, and what is no name."""
    for row, atom in zip(weighed, line, strict=True):
        if len(atom.text) > _LONGEST_NAME and is_cjk(atom.text[0]):
            for label in "AaEe":
                row[LABELS.index(label)] -= _BITS
    for place, atom in enumerate(line[1:], 1):
        if junction(atom.gap) == _AREA or _is_pressed(line[place - 1], atom):
            weighed[place][_HALF:] = [bits - _PARTED for bits in weighed[place][_HALF:]]
        elif line[place - 1].text == "vs":  # "Transformer vs. Compression-Based Models" goes on
            weighed[place][:_HALF] = [bits - _PARTED for bits in weighed[place][:_HALF]]


def _favour_groups(weighed: Sequence[list[float]], starts: Sequence[int], found: re.Match[str]) -> None:
    for label, place in found.groupdict().items():
        if place is not None:
            _favour_part(weighed, bisect_left(starts, found.start(label)), max(bisect_left(starts, found.end(label)), 0), label)


def _favour_part(weighed: Sequence[list[float]], first: int, end: int, label: str) -> None:
    """Favour a part from its first atom on, and another behind its last; of one whose group is a letter only the beginning is known."""
    number = LABELS.index(label)
    for at in range(first, min(max(end, first + 1), len(weighed))):
        weighed[at][number + (_HALF if at > first else 0)] += _BITS


def _favour_head(weighed: Sequence[list[float]], starts: Sequence[int], text: str, end: int) -> None:
    """Favour the names before the title, and the title up to where the volume stands (Bluebook rule 16.2)."""
    head = _SEVERAL.match(text, 0, end) or _BEFORE_REPORTER.match(text, 0, end)
    if head and "&" not in text[head.end() : end].partition(",")[0]:
        title = bisect_left(starts, head.start("T"))
        _favour_part(weighed, 0, title, "A")
        _favour_part(weighed, title, bisect_left(starts, end), "T")


def _is_pressed(before: Atom, atom: Atom) -> bool:
    """Tell a full stop behind which a blank was lost, as where a PDF goes over to italics: `LLM Limitations.NEJM AI`."""
    return atom.gap == "." and before.text[-3:].isalpha() and before.text[-3:].islower() and len(before.text) > 2 and atom.text[0].isupper()
