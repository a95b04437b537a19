"""Entries with names and year in brackets behind the title, as people note what to read: `Sleeper Agents (Evan Hubinger et al., 2024)`.

The title comes first and looks like names as often as not ("Entity, Relation, and Event Extraction"); that it is one is told by the
brackets of the whole list, which hold what are names by the lists of names.
"""

import re
from collections.abc import Sequence

from papercat.names.lexicon import givenness
from papercat.readers.references.lines import Line
from papercat.readers.references.outline import DAY

_BRACKET = re.compile(r"(?<=\s)\((?P<inside>[^()]{2,900}(?:\([^()]{1,40}\)[^()]{0,200})?)\)")
_YEAR = re.compile(r"(?:\A|[\s,;])\s?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\Z")
_OTHERS = re.compile(r",?\s(?:et al\.?|and others|u\.\s?a\.|y otros|и др\.)\Z")
_PARTED = re.compile(r",\s(?:and\s|&\s)?|\s(?:and|&|und|et|y|e)\s|;\s")
_PARTICLES = frozenset("van von der den de del della di da dos du la le el ter ten zu al bin ibn af el do das e y ul".split())
_NAME = re.compile(r"[^\W\d_][\w.'’‘`´-]{0,40}")
_MOST_WORDS = 6  # of a name
_LEAST_TITLE = 2  # words
_GIVEN = 1.0  # of `givenness`: rather a given name
_OFTEN, _FEW = 0.5, 2  # of the lines of a list have names in brackets, and more than so many
_KNOWN = 0.5  # of those lists begin with a given name, or an initial
_REACH = 1500  # characters in which the brackets stand


def find_brackets(texts: Sequence[str]) -> list[re.Match[str] | None]:
    """Find the brackets with names and year behind the titles of a list; None for a text without, and for all of another list.

    >>> titles = ("Sleeper Agents", "Models, Faith, and Truth", "Constitutional AI")
    >>> [found and found["inside"] for found in find_brackets([f"{title} (Jesse Mu, 2024)" for title in titles])][:1]
    ['Jesse Mu, 2024']
    """
    found = list(map(_find, texts))
    named = [one["inside"] for one in found if one and _names(one["inside"])]
    told = [known for inside in named if (known := _is_known(inside)) is not None]
    is_list = len(named) > _FEW and len(named) > _OFTEN * len(texts) and sum(told) > _KNOWN * len(told)
    return found if is_list else [None] * len(texts)


def as_bracketed(lines: Sequence[Line]) -> list[Line]:
    """Label the lines of such a list by what stands before, in and behind the brackets."""
    texts = [line.shown.text for line in lines]
    found = find_brackets(texts)
    days = [day.end() if (day := DAY.match(text)) else 0 for text in texts]  # of a reading group: "12 Jan: Sleeper Agents (…)"
    has_days = sum(map(bool, days)) > 1
    return [
        line._replace(labels=_labels(line, one, day * has_days)) if one else line for line, one, day in zip(lines, found, days, strict=True)
    ]


def _find(text: str) -> re.Match[str] | None:
    """Find the brackets behind the title: the first with names and a year, or with names, or with a year alone."""
    found = [match for match in _BRACKET.finditer(text, 0, _REACH) if len(text[: match.start()].split()) >= _LEAST_TITLE]
    ranked = [(_rank(match["inside"]), -number, match) for number, match in enumerate(found)]
    best = max(ranked, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] else None


def _rank(inside: str) -> int:
    has_year, names = _YEAR.search(inside) is not None, _names(inside)
    return 3 * bool(names and has_year) or 2 * bool(names and len(names[0].split()) > 1) or int(has_year and not _names_of(inside))


def _names_of(inside: str) -> str:
    """Give what stands before the year, without `et al.` behind them."""
    year = _YEAR.search(inside)
    return _OTHERS.sub("", inside[: year.start()] if year else inside)


def _names(inside: str) -> list[str]:
    """Give the names in brackets, none where one of them has not the form of one."""
    names = [name for name in _PARTED.split(_names_of(inside)) if name]
    return names if all(map(_is_name, names)) else []


def _is_name(text: str) -> bool:
    words = text.split()
    proper = [word for word in words if word.lower() not in _PARTICLES]
    return 0 < len(words) <= _MOST_WORDS and bool(proper) and all(_NAME.fullmatch(word) and not word[0].islower() for word in proper)


def _is_known(inside: str) -> bool | None:
    """Tell whether a list of names begins with a given name; None where it has names of one word alone."""
    first = next((name.split() for name in _names(inside) if " " in name), None)
    return None if first is None else len(first[0].strip(".")) == 1 or givenness(first[0]) > _GIVEN


def _labels(line: Line, found: re.Match[str], begin: int) -> str:
    """Label what stands before the title, the title, what is in the brackets, and what is behind: links and comments."""
    year = _YEAR.search(found["inside"])
    dated = found.start("inside") + year.start("year") if year else found.end("inside")
    labels, last = [], ""
    for atom in line.atoms:
        if atom.start < begin:
            label = "N"
        elif atom.start < found.start():
            label = "T"
        elif atom.start < found.end():
            label = "D" if atom.start >= dated else "A"
        else:
            label = "X" if atom.kind else "N"
        labels.append(label if label != last else label.lower())
        last = label
    return "".join(labels)
