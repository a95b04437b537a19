"""From the labels of the atoms to the parts of a reference: where each begins and ends."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from papercat.readers.references.atoms import Atom
from papercat.readers.references.words import CLASSES

_OPENERS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "‘": "’", "„": "“”", '"': '"', "‹": "›", "<": ">", "⟨": "⟩", "'": "'"}
_CLOSERS = frozenset("".join(_OPENERS.values()))
_KEPT_BEHIND = frozenset("?!…+#%°*™®©?！？")
_SPACED = _KEPT_BEHIND | {")", "]"}
_KEPT_BEFORE = frozenset("#@$*+~¿¡~<≤≥−-")
# Words before a value that only say what it is.
_LEADS = {"C": ("in", "access"), "V": ("volume", "issue"), "I": ("issue",), "P": ("pages",), "D": ("access",)}
_ABBREVIATED = frozenset("al jr sr st corp inc ltd co".split())
# Of a footnote, before the names: "See Jinan Zhou and Jiaxin Li". "See" is a family name too: "See Abigail, Liu Peter", "See A, Liu PJ".
_SIGNAL = re.compile(
    r"(?:[Cc]f\.|[Ss]ee also,?|[Ss]ee,? e\.g\.,?"
    r"|[Ss]ee(?=\s[^\W\d_][\w'’-]{1,30}\.?\s(?!and\b|et\b)(?:[^\W\d_]\.?\s){0,3}[^\W\d_]{2}))\s(?=\w)"
)
_OPENS_PLAIN, _CLOSES_PLAIN = re.compile(r"(?<![\w.?!])'(?=\w)"), re.compile(r"(?<=[^\s(])'(?!\w)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")


class Part(NamedTuple):
    """A part of a reference.

    Attributes:
        label: what it is, a capital of `decoding.STARTS`.
        start: its place in the line.
        end: the place after it.
        kind: of an id, "doi" or "url".
    """

    label: str
    start: int
    end: int
    kind: str = ""


def parts(text: str, line: Sequence[Atom], labels: str, *, dotted: bool | None = None) -> list[Part]:
    """Cut a line into its parts; pieces of one kind that stand side by side are one.

    Args:
        text: the line.
        line: its atoms.
        labels: one for each.
        dotted: whether initials have full stops in the list that the line belongs to, None if it does not tell.

    >>> from papercat.readers.references.atoms import atoms
    >>> text = "Rusert J. VertAttack? TALN. 2024;12(3):1-20."
    >>> [text[part.start : part.end] for part in parts(text, atoms(text), "AaTCDVIP", dotted=False)]
    ['Rusert J', 'VertAttack?', 'TALN', '2024', '12', '3', '1-20']
    """
    found = []
    for (label, kind, _), group in groupby(range(len(line)), lambda i: (labels[i].upper(), line[i].kind, i if line[i].kind else 0)):
        numbers = list(group)
        first, last = _without_leads(line, numbers, label), numbers[-1]
        behind = line[last + 1].start if last + 1 < len(line) else len(text)
        before = line[first - 1].end if first else 0
        start, end = line[first].start, line[last].end
        if not kind:
            start, end = _widened(text, start, end, before, behind)
            if label == "A" and (signal := _SIGNAL.match(text, start, end)):
                start = signal.end()
            if label == "A" and text[end : end + 1] == "." and _keeps_stop(text[start : end + 1], line[last], dotted=dotted):
                end += 1
        found.append(Part(label, start, end, kind))
    return found


def _without_leads(line: Sequence[Atom], numbers: Sequence[int], label: str) -> int:
    for i in numbers[:-1]:
        low = line[i].text.lower()
        if not any(low in CLASSES[name] for name in _LEADS.get(label, ())) or (label == "C" and line[i].gap == "" and i):
            return i
    return numbers[-1]


def _widened(text: str, start: int, end: int, before: int, behind: int) -> tuple[int, int]:
    """Take in the signs at both ends that belong to a part: brackets and quotes with their other half in it, `?`, `C++`."""
    while (
        start > before
        and text[start - 1] in _KEPT_BEFORE
        and (start - 2 < before or text[start - 2].isspace() or text[start - 2] in _OPENERS)
    ):
        start -= 1
    inside = text[start:end]
    if start > before and text[start - 1] in _OPENERS and _opens(text[start - 1], inside):
        start -= 1
    at = end
    while at < behind:
        sign = text[at]
        if text.startswith("''", at):
            if "``" not in text[start:at]:
                break
            end = at + 2
        elif sign in _KEPT_BEHIND or (sign in _CLOSERS and _closes(sign, text[start:at])):
            end = at + 1
        elif not (sign.isspace() and text[at + 1 : at + 2] in _SPACED) and not (sign == "." and text[at + 1 : at + 2] in _CLOSERS):
            break
        at += 1
    return start, end


def _opens(sign: str, inside: str) -> bool:
    inside = _APOSTROPHE.sub("", inside)
    closers = _OPENERS[sign]
    if sign in closers:
        return inside.count(sign) % 2 == 1
    return sum(map(inside.count, closers)) > inside.count(sign)


def _closes(sign: str, inside: str) -> bool:
    if sign == "'":
        return _is_quoted(inside + sign)
    inside = _APOSTROPHE.sub("", inside)
    openers = [opener for opener, closers in _OPENERS.items() if sign in closers and opener != sign]
    if sign == '"':
        return inside.count('"') % 2 == 1
    return sum(map(inside.count, openers)) > inside.count(sign)


def _is_quoted(text: str) -> bool:
    """Tell whether the plain mark that ends a text closes a quotation that opens within it, and is no apostrophe."""
    opened = max((match.start() for match in _OPENS_PLAIN.finditer(text)), default=-1)
    return opened >= 0 and not _CLOSES_PLAIN.search(text, opened + 1, len(text) - 1)


def _keeps_stop(names: str, last: Atom, *, dotted: bool | None) -> bool:
    """Tell whether the full stop behind a list of names belongs to the last of them."""
    if last.text.lower() in _ABBREVIATED and not last.text.isupper():
        return True
    if len(last.text.replace("-", "")) > 1:
        return False
    told = re.findall(r"(?<![^\W\d_])[^\W\d_]([.,; ])", names[:-1])
    if told:
        return told.count(".") * 2 > len(told)
    return dotted if dotted is not None else "," in names
