"""Names of journals and meetings: whether two can be one's, abbreviated as they may be."""

import re
from functools import lru_cache

_SMALL = frozenset(
    "the of and for in on a an at to de la le der die und et des proc proceedings annual international annu ann int intl national natl"
    " appear first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth twenty thirtieth thirty fortieth forty acm ieee st nd rd th p pp".split()
)
_SMALLEST = frozenset("the of and for in on a an at".split())
_MEETINGS = frozenset("conference conf workshop symposium congress proceedings proc meeting colloquium symp sympos".split())
_JOURNALS = frozenset("journal j transactions trans letters lett magazine quarterly bulletin bull archives arch annals ann".split())
_ENDING = re.compile(r"(?<=....)(?:ations?|ing|ional|ics|s)$")  # computing, computation
_ENOUGH, _LEAST = 0.75, 0.6  # shares of the words of the shorter name that must be found in the longer one, and of the longer one


@lru_cache(maxsize=65_536)
def same_venue(one: str, other: str) -> bool:
    """Tell whether two folded names can be one venue's: the words of the shorter begin those of the longer one, in order.

    >>> same_venue("j neurochem", "journal of neurochemistry"), same_venue("vldb", "very large data bases")
    (True, True)
    >>> same_venue("blood", "journal of clinical oncology")
    False
    """
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    words = [[word for word in name.split() if word not in _SMALL and not word[0].isdigit()] or name.split() for name in (one, other)]
    short, long = sorted(words, key=lambda words: (len(words), words))
    if not short:
        return False
    if "".join(words[0]) == "".join(words[1]):
        return True
    if _is_short_for(words[0], other.split()) or _is_short_for(words[1], one.split()):
        return True
    if {venue_type(one), venue_type(other)} == {"meeting", "journal"}:
        return False
    short, long = ([word for word in words if word not in _MEETINGS] or words for words in (short, long))
    short, long = sorted((short, long), key=lambda words: (len(words), words))
    found = _found(short, long)
    # a long name that goes on: `Pacific Asia Conference on Information Systems - Opportunities and Challenges`
    return found == len(short) and (found >= _LEAST * len(long) or len(short) > 2)


def _is_short_for(short: list[str], words: list[str]) -> bool:
    """Tell whether a word of one name is short for the other name; a journal has a letter for that: `jacm`, or is called one."""
    is_called = not _JOURNALS.isdisjoint(short)
    at = next((place for place, word in enumerate(words) if word in _JOURNALS), -1)
    if is_called and at < 0:
        return False
    starts = len(words) if is_called or at < 0 else at + 1
    return _initials(words) in short or _is_acronym(short, words, starts)


def _initials(words: list[str]) -> str:
    letters = "".join([word[0] for word in words if word not in _SMALLEST])
    return letters if len(letters) > 2 else ""


def _is_acronym(short: list[str], words: list[str], starts: int = 1) -> bool:
    """Tell whether a word of a short name is made of the first letters of the other name's words: `colt`, `stoc`, `icml`.

    >>> _is_acronym(["colt"], ["computational", "learning", "theory"]), _is_acronym(["brain"], ["brain", "injury"])
    (True, False)
    """
    if len(short) > _FEW:
        return False
    names = [word.rstrip("0123456789") for word in short]
    return any(
        _spells(name, words[start:]) for name in names if 3 <= len(name) <= _LONGEST_ACRONYM for start in range(min(starts, _LONGEST))
    )


_FEW, _LONGEST_ACRONYM, _LONGEST = 3, 8, 16  # words; letters; words
_PREFIX = 4  # letters of a word in an acronym, at most


def _spells(name: str, words: list[str]) -> bool:
    """Tell whether a name is made of the beginnings of words, in order; small ones and those of meetings may be left out."""
    ends = {0}
    first = True
    for word in words:
        more = {end + size for end in ends for size in range(1, _PREFIX + 1) if name.startswith(word[:size], end) and size <= len(word)}
        is_left_out = not first and (word in _SMALL or word in _MEETINGS or word[0].isdigit())
        ends = more | ends if is_left_out else more
        first = False
        if not ends:
            return False
    return len(name) in ends and len(words) > 2 and not any(word.startswith(name) for word in words)


def _found(short: list[str], long: list[str]) -> int:
    """Count the words of one name that stand, abbreviated or not, in the other one in the same order."""
    count = place = 0
    for word in short:
        at = next((at for at in range(place, len(long)) if _begins(word, long[at])), -1)
        if at >= 0:
            count, place = count + 1, at + 1
    return count


def _begins(word: str, whole: str) -> bool:
    """Tell whether one word abbreviates the other: `neurochem`, `j`; `jnl` and `dtsch` leave out letters within."""
    short, long = (word, whole) if len(word) <= len(whole) else (whole, word)
    if long.startswith(short) or _ENDING.sub("", short) == _ENDING.sub("", long):
        return True
    letters = iter(long)
    return len(short) > 2 and short[0] == long[0] and all(letter in letters for letter in short)


def venue_type(venue: str) -> str:
    """Say what a venue is by its name: a meeting, a journal, or "" where the name does not tell.

    >>> venue_type("workshop on digital studies"), venue_type("ieee trans inf theory"), venue_type("blood")
    ('meeting', 'journal', '')
    """
    words = venue.split()
    return "meeting" if not _MEETINGS.isdisjoint(words) else "journal" if not _JOURNALS.isdisjoint(words) else ""
