"""One list of authors made of several: of each person the fullest name, and nobody who was not there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from papercat.dedup.forms import best_form, is_damaged, says_the_same
from papercat.models import Author
from papercat.names import compatible
from papercat.text.fold import fold

Byline = tuple[Author, ...]
_OTHERS = frozenset(("others", "et al"))  # words that stand for people, folded
_WORD = re.compile(r"[^\s.\-‐]+")
_HALF = 0.5  # of the names of two lists of one length that must fit for the rest to be spellings of them, too


def join_bylines(bylines: Iterable[Byline]) -> Byline:
    """Take the fuller list, and of each person in it the fullest name of all lists.

    A name is completed by another only if it is compatible with that one alone, so that nobody is invented and no two people
    become one; and so is a name without an ORCID iD. Of two iDs of one person that of the fuller list counts. The order of the lists does
    not matter.

    >>> def read(*names):
    ...     return tuple(Author(family=family, given=given) for family, given in names)
    >>> lists = [read(("Bowman", "S. R."), ("Perez", "E.")), read(("Bowman", "Samuel"), ("Pérez", "Ethan"))]
    >>> "; ".join(map(str, join_bylines(lists)))
    'Samuel R. Bowman; Ethan Pérez'
    >>> [str(name) for name in join_bylines([read(("Zhang", "Y.")), read(("Zhang", "Yu"), ("Zhang", "Yang"))])]
    ['Yu Zhang', 'Yang Zhang']
    """
    ranked = sorted({byline for byline in bylines if byline}, key=_rank)
    if not ranked:
        return ()
    names = [[author] for author in ranked[0]]
    for byline in ranked[1:]:
        for place, author in _aligned(ranked[0], byline):
            names[place].append(author)
    return tuple(_best(spellings) for spellings in names)


def differ(chosen: Byline, other: Byline) -> bool:
    """Tell whether a list has a person, or an order, that the chosen one contradicts; a shorter or plainer one does not.

    >>> perez, ringer = Author(family="Perez", given="Ethan"), Author(family="Ringer", given="Sam")
    >>> differ((perez, ringer), (Author(family="PEREZ", given="E."),)), differ((perez, ringer), (ringer, perez))
    (False, True)
    """
    rest = iter(chosen)
    return not all(any(_fit(author, one) for one in rest) for author in other if not _stands_for_others(author))


def shown(byline: Iterable[Author]) -> str:
    """Write a list in one line, as variants keep it."""
    return "; ".join(author.inverted for author in byline)


def _rank(byline: Byline) -> tuple[object, ...]:
    people = [author for author in byline if not _stands_for_others(author)]
    text = shown(byline)
    whole = sum(len(word) for author in people for word in _words(author.given))
    name = (len(people) < 2 and _is_crowd(people), -len(people), len(people) < len(byline), is_damaged(text), -whole, text.isascii(), text)
    found = [author.orcid or "" for author in byline]
    return *name, found.count(""), found


def _stands_for_others(author: Author) -> bool:
    return fold(author.literal or "") in _OTHERS


def _is_crowd(people: Sequence[Author]) -> bool:
    """Tell a list that was not cut into names: one name with the signs of a list in it."""
    return any(sign in author.inverted for author in people for sign in (";", " and ", " & "))


def _aligned(base: Byline, other: Byline) -> list[tuple[int, Author]]:
    """Give the people of another list with their places in this one."""
    fits = [_fit(ours, theirs) for ours, theirs in zip_longest(base, other)] if len(base) == len(other) else []
    if fits and sum(fits) >= _HALF * len(fits):
        return [(place, author) for place, author in enumerate(other) if fits[place] or _is_damaged_form(base[place], author)]
    return _aligned_by_name(base, other)


def _aligned_by_name(base: Byline, other: Byline) -> list[tuple[int, Author]]:
    """Pair those who fit each other and nobody else; people of other families are not looked at."""
    families: dict[str, list[int]] = defaultdict(list)
    for place, author in enumerate(base):
        families[_family(author)].append(place)
    fitting = [[place for place in families.get(_family(author), ()) if _fit(base[place], author)] for author in other]
    claims: dict[int, int] = defaultdict(int)
    for places in fitting:
        for place in places:
            claims[place] += 1
    return [(places[0], author) for places, author in zip(fitting, other, strict=True) if len(places) == 1 and claims[places[0]] == 1]


def _fit(one: Author | None, other: Author | None) -> bool:
    if one is None or other is None:
        return False
    if bool(one.literal) != bool(other.literal) or (one.suffix and other.suffix and not says_the_same(one.suffix, other.suffix)):
        return False
    return _family(one) == _family(other) and compatible(one.given or "", other.given or "")


def _family(author: Author) -> str:
    text = f"{author.particle or ''} {author.family or author.literal or ''}"
    return fold(text).replace(" ", "") or text.casefold()


def _is_damaged_form(one: Author, other: Author) -> bool:
    """Tell two forms of a name at one place of two lists, one of them damaged: what is ASCII in both is the same."""
    if is_damaged(one.inverted) == is_damaged(other.inverted):
        return False
    return one.inverted[:1] == other.inverted[:1] or one.given == other.given


def _best(spellings: Sequence[Author]) -> Author:
    orcid = next((author.orcid for author in spellings if author.orcid), None)
    name = _best_name(list(dict.fromkeys(author.bare for author in spellings)))
    return replace(name, orcid=orcid) if orcid else name


def _best_name(spellings: Sequence[Author]) -> Author:
    if len(spellings) == 1:
        return spellings[0]
    healthy = [author for author in spellings if not is_damaged(author.inverted)] or list(spellings)
    if healthy[0].literal:
        return Author(literal=best_form(author.literal or "" for author in healthy if author.literal))
    people = [author for author in healthy if author.family]
    family = best_form(f"{author.particle or ''}\t{author.family}" for author in people)
    particle, _, family = family.partition("\t")
    suffixes = [author.suffix for author in people if author.suffix]
    given = _joined_given([author.given for author in people if author.given])
    return replace(people[0], family=family, particle=particle or None, suffix=best_form(suffixes) if suffixes else None, given=given)


def _joined_given(names: Sequence[str]) -> str | None:
    """Complete given names word by word: `S. R.` and `Samuel` are `Samuel R.`; where they do not fit, the fullest stands.

    >>> _joined_given(["S. R.", "Samuel"]), _joined_given(["Samuel", "Samuel Ryan", "S R"]), _joined_given(["J.-B.", "Jean-Baptiste"])
    ('Samuel R.', 'Samuel Ryan', 'Jean-Baptiste')
    """
    if not names:
        return None
    ranked = sorted(set(names), key=lambda name: (-sum(map(len, _words(name))), -len(_words(name)), name))
    alike = [name for name in ranked if bare_words(name) == bare_words(ranked[0])]
    chosen = best_form(alike)
    for name in ranked:
        if len(_words(name)) > len(_words(chosen)) and compatible(chosen, name):
            chosen = f"{chosen} {' '.join(_tail(name, len(_words(chosen))))}"
    return chosen


def _tail(name: str, after: int) -> list[str]:
    """Give the words of given names behind the first few, as they are written."""
    starts = [match.start() for match in _WORD.finditer(name)]
    return name[starts[after] :].split()


def bare_words(name: str) -> list[str]:
    """Give the words of a name, folded."""
    return [fold(word) or word.casefold() for word in _words(name)]


def _words(name: str | None) -> list[str]:
    return _WORD.findall(name or "")
