"""The pattern language of citation keys: `{auth:lower}{year}{shorttitle(2):capitalize}`."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from papercat.errors import PatternError
from papercat.keys.words import ALIASES, ANONYMOUS, MODIFIERS, WORDS, last_resort
from papercat.models import Paper

DEFAULT = "{auth:lower}{year}{veryshorttitle:lower}"
_LETTERS = "letters"
_LONGEST = 120  # characters; of a key that no word of it makes longer than a line
_LITERAL = re.compile(r"[A-Za-z0-9:.+/_*;-]+")  # what every program reads in a key
_GROUP = re.compile(r"\{([^{}]*)\}")
_CALL = re.compile(r"\s*([A-Za-z]*)\s*(?:\(\s*(\d{0,3})\s*\)\s*)?")
_NEAR = 60  # rapidfuzz ratio; "autor" is 91 like "author", "titel" 80 like "title", "yr" 67 like "year"


class Call(NamedTuple):
    """A word of the language with its number."""

    name: str
    number: int


class Group(NamedTuple):
    """What stands between two braces: words of which the first that says something counts, and what is done to it."""

    calls: tuple[Call, ...]
    modifiers: tuple[str, ...] = ()


class Pattern(NamedTuple):
    """A pattern that was read: literal texts and groups, before and behind the place of the letters that tell papers apart."""

    head: tuple[str | Group, ...]
    tail: tuple[str | Group, ...] = ()

    def stem(self, paper: Paper) -> tuple[str, str]:
        """Make the key of a paper from what is known of it, in two parts, between which letters can stand.

        >>> paper = Paper(title="Discovering Language Model Behaviors", year=2022, doi="10.18653/v1/2023.findings-acl.847")
        >>> parse_pattern("{auth|title:lower}:{yy}{letters}-{shorttitle(2):abbr}").stem(paper)
        ('discoveringlanguagemodelbehaviors:22', '-DL')
        """
        said = {part: words(part, paper) for part in (*self.head, *self.tail) if isinstance(part, Group)}
        if not any(found for group, found in said.items() if group.calls[0].name in _TELLING):
            return last_resort(paper), ""
        return _text(self.head, said)[:_LONGEST], _text(self.tail, said)[:_LONGEST]


_TELLING = frozenset(name for name, word in WORDS.items() if word.is_telling)


@lru_cache(maxsize=64)
def parse_pattern(text: str) -> Pattern:
    """Read a pattern.

    Raises:
        PatternError: something that is no part of a pattern; it says what and where.

    >>> parse_pattern("{autor}{year}")
    Traceback (most recent call last):
    papercat.errors.PatternError: key pattern '{autor}{year}', character 2: no word 'autor'; did you mean author or authors?
    """
    parts: list[str | Group] = []
    place = 0
    while place < len(text):
        if literal := _LITERAL.match(text, place):
            parts.append(literal[0])
            place = literal.end()
        elif group := _GROUP.match(text, place):
            parts.append(_group(text, group.start(1), group.end(1)))
            place = group.end()
        else:
            told = {"{": "this brace is not closed", "}": "this brace was not opened"}.get(text[place])
            raise PatternError(told or f"{text[place]!r} cannot stand in a key; use A-Z a-z 0-9 : . + / _ * ; -", pattern=text, place=place)
    return _divided(text, parts)


def _divided(text: str, parts: Sequence[str | Group]) -> Pattern:
    letters = [i for i, part in enumerate(parts) if isinstance(part, Group) and part.calls[0].name == _LETTERS]
    if len(letters) > 1:
        raise PatternError("{letters} stands more than once", pattern=text, place=text.rindex(_LETTERS))
    if not any(isinstance(part, Group) and i not in letters for i, part in enumerate(parts)):
        raise PatternError("no word that tells one paper from another, as {auth} does", pattern=text, place=0)
    place = letters[0] if letters else len(parts)
    return Pattern(tuple(parts[:place]), tuple(parts[place + 1 :]))


def _group(text: str, start: int, end: int) -> Group:
    words_end = text.find(":", start, end)
    words_end = end if words_end < 0 else words_end
    calls, place = list[Call](), start
    for word in text[start:words_end].split("|"):
        calls.append(_call(text, word, place))
        place += len(word) + 1
    modifiers, place = list[str](), words_end + 1
    for name in text[words_end + 1 : end].split(":") if words_end < end else ():
        modifiers.append(_modifier(text, name, place))
        place += len(name) + 1
    if len(calls) > 1 and any(call.name == _LETTERS for call in calls):
        raise PatternError("{letters} stands alone", pattern=text, place=start)
    return Group(tuple(calls), tuple(modifiers))


def _call(text: str, word: str, place: int) -> Call:
    found = _CALL.fullmatch(word)
    name = ALIASES.get(found[1], found[1]) if found else word
    if not found or name not in WORDS:
        told = f"no word {word.strip()!r}{_hint(word, [*WORDS, *ALIASES])}" if word.strip() else "a word is missing, as in {auth}"
        raise PatternError(told, pattern=text, place=place)
    known = WORDS[name].number
    if found[2] is not None and (known is None or not found[2]):
        told = f"{name} takes no number" if known is None else "the number is missing, as in {shorttitle(3)}"
        raise PatternError(told, pattern=text, place=place)
    return Call(name, int(found[2]) if found[2] else known or 0)


def _modifier(text: str, name: str, place: int) -> str:
    if name in MODIFIERS or (name.isdecimal() and name.isascii() and len(name) < 4):  # no key has a thousand letters
        return name
    raise PatternError(f"no modifier {name!r}{_hint(name, [*MODIFIERS])}; a number cuts, as in {{title:20}}", pattern=text, place=place)


def _hint(word: str, known: Sequence[str]) -> str:
    near = [name for name, _, _ in process.extract(word[:40], known, scorer=fuzz.ratio, limit=2, score_cutoff=_NEAR)]
    return f"; did you mean {' or '.join(near)}?" if near else f"; known are {', '.join(known)}"


def words(group: Group, paper: Paper) -> Sequence[str]:
    """Give the words that a group has for a paper, as its modifiers want them; none where nothing is known."""
    found: Sequence[str] = next((said for call in group.calls if (said := WORDS[call.name].give(paper, call.number))), ())
    return [word for word in _modified(found, group) if word]


def _modified(words: Sequence[str], group: Group) -> Sequence[str]:
    for name in group.modifiers:
        words = MODIFIERS[name](words) if name in MODIFIERS else ["".join(words)[: int(name)]]
    return words


def _text(parts: Sequence[str | Group], said: Mapping[Group, Sequence[str]]) -> str:
    return "".join([part if isinstance(part, str) else "".join(said[part]) or _stand_in(part) for part in parts])


def _stand_in(group: Group) -> str:
    return "".join(_modified([ANONYMOUS], group)) if WORDS[group.calls[0].name].is_author else ""
