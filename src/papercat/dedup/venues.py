"""Names of journals and meetings: whether two can be one's, abbreviated as they may be."""

import re
from functools import lru_cache
from typing import NamedTuple

_SMALL = frozenset(
    "the of and for in on a an at to de la le der die und et des proc proceeding proceedings annual international annu ann int intl"
    " national natl appear first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty thirtieth thirty fortieth forty acm ieee chapter st nd rd"
    " th p pp hellip".split()
)
_SMALLEST = frozenset("the of and for in on a an at".split())
_MEETINGS = frozenset("conference conf workshop symposium congress proceedings proceeding proc meeting colloquium symp sympos".split())
_CONFERENCES = frozenset(("conference", "conf", "congress"))  # that give a name its last letter, wherever they stand: `lrec`
_JOURNALS = frozenset(
    "journal j jnl transactions trans letters lett magazine mag quarterly bulletin bull archives arch annals ann record rec newsletter"
    " newsl communications commun surveys surv".split()
)
# What is called by letters that its words do not spell, or by these beside other words: as the societies and publishers themselves write.
_CALLED = {
    "sigmod": "management data",
    "pods": "principles database systems",
    "vldb": "very large data bases",
    "edbt": "extending database technology",
    "kdd": "knowledge discovery data mining",
    "sigkdd": "knowledge discovery data mining",
    "sigir": "research development information retrieval",
    "nips": "neural information processing systems",
    "neurips": "neural information processing systems",
    "stoc": "theory computing",
    "focs": "foundations computer science",
    "popl": "principles programming languages",
    "pldi": "programming language design implementation",
    "oopsla": "object oriented programming systems languages applications",
    "sosp": "operating systems principles",
    "pvldb": "very large data bases",
    "sigcomm": "applications technologies architectures protocols computer communications",
    "siggraph": "computer graphics interactive techniques",
    "sigmetrics": "measurement modeling computer systems",
    "infocom": "computer communications",
    "chi": "human factors computing systems",
    "aamas": "autonomous agents multiagent systems",
    "recomb": "research computational molecular biology",
    "cvpr": "computer vision pattern recognition",
    "emnlp": "empirical methods natural language processing",
    "tods": "transactions database systems",
    "tois": "transactions information systems",
    "tocs": "transactions computer systems",
    "toplas": "transactions programming languages systems",
    "tosem": "transactions software engineering methodology",
    "tkde": "transactions knowledge data engineering",
    "tpami": "transactions pattern analysis machine intelligence",
    "cacm": "communications acm",
}
# What tells a journal or a meeting from another of the same words: the European one from the international one.
_REGIONS = frozenset(
    "africa african am american americas asia asian aust australian br bras brazilian brit british can canadian chin chinese dutch"
    " eastern eur euro european french german indian iranian italian japanese jpn korean latin mediterranean nordic north northern"
    " pacific polish scand scandinavian south southern spanish swiss turkish western".split()
)
_PHRASES = {name: phrase.split() for name, phrase in _CALLED.items()}
_ENDING = re.compile(r"(?<=....)(?:ations?|ing|ional|ics|s)$")  # computing, computation
_LEAST = 0.6  # of the words of the longer name must be found in the shorter one


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
    ours, theirs = _name(one), _name(other)
    if not ours.telling or not theirs.telling:
        return False
    if "".join(ours.telling) == "".join(theirs.telling):
        return True
    if _is_short_for(ours, theirs) or _is_short_for(theirs, ours) or _is_called_alike(one, other):
        return True
    if ours.type != theirs.type and ours.type and theirs.type:
        return False
    short, long = sorted(sorted((ours.bare, theirs.bare)), key=len)
    if long[0] in _REGIONS and not _begins(short[0], long[0]):
        return False
    found = _found(short, long)
    # a long name that goes on: `Pacific Asia Conference on Information Systems - Opportunities and Challenges`
    return found == len(short) and (found >= _LEAST * len(long) or len(short) > 2)


class _Name(NamedTuple):
    """A name of a venue: all words, those that tell it, those of them that not every meeting has, its type, initials, journal's word."""

    words: list[str]
    telling: list[str]
    bare: list[str]
    type: str
    initials: str
    journal: int


@lru_cache(maxsize=4096)  # each name is held against many
def _name(name: str) -> _Name:
    words = name.split()
    telling = [word for word in words if word not in _SMALL and not word[0].isdigit()] or words
    bare = [word for word in telling if word not in _MEETINGS] or telling
    journal = next((place for place, word in enumerate(words) if word in _JOURNALS), -1)
    return _Name(words, telling, bare, venue_type(name), _initials(words), journal)


def _is_called_alike(one: str, other: str) -> bool:
    """Tell whether two names are called by the same letters, or one by the words of the other one's; a journal is no meeting.

    >>> _is_called_alike("sigmod conference", "international conference on management of data")
    True
    >>> _is_called_alike("sigmod conference", "sigmod record")
    False
    """
    called = _called(one)
    return called != "" and called == _called(other) and venue_type(one) == venue_type(other)


@lru_cache(maxsize=65_536)
def is_another_venue(one: str, other: str) -> bool:
    """Tell names that are surely of two venues from those that only look different: a meeting and a journal, or two that are known.

    >>> is_another_venue("sigmod conference", "sigmod record"), is_another_venue("vldb", "sigmod conference")
    (True, True)
    >>> is_another_venue("vldb", "proceedings of the international conference in mumbai"), is_another_venue("j acm", "proceedings of acm")
    (False, False)
    """
    if not (_tells(one) and _tells(other)):
        return False
    types = {venue_type(one), venue_type(other)}
    if len(types) > 1 and (of_society(one, other) and _MEETINGS.isdisjoint(one.split() + other.split())):
        return False  # `ACM SIGMOD` alone is the society, which has a meeting and a newsletter
    called = _called(one), _called(other)
    return "" not in types and (len(types) > 1 or (called[0] != called[1] and "" not in called))


def _tells(name: str) -> bool:
    """Tell a name that has a word of its own from `Proceedings of ACM`, which is any meeting's."""
    return any(word not in _SMALL and word not in _MEETINGS and not word.isdigit() for word in name.split())


def of_society(one: str, other: str) -> bool:
    """Tell two names of one special interest group, which prints the papers of its meeting in an issue of its newsletter.

    >>> of_society("sigmod conference", "acm sigmod record"), of_society("sigmod conference", "vldb journal")
    (True, False)
    """
    return any(word.startswith("sig") and word in other.split() for word in one.split())


@lru_cache(maxsize=65_536)
def _called(name: str) -> str:
    """Give the words that a name of letters stands for, if a venue is called by it or by just these words."""
    words = _DATA_BASES.sub("data bases", name).split()
    letters = next((name for name in [word.removeprefix("acm") for word in words] if name in _CALLED), "")
    if not letters:
        bare = [word for word in words if word not in _SMALL and word not in _MEETINGS and not word[0].isdigit()]
        letters = next((known for known, phrase in _PHRASES.items() if len(bare) == len(phrase) == _found(bare, phrase)), "")
        if not letters and bare:
            # a name that does not say that it was cut lacks no more than a word: `conference on very large data`
            most = _ANY if words[-1] in _CUT_OFF else 1 if len(bare) >= _LEAST_CUT else 0
            most += len(bare)
            cut = {_CALLED[known] for known, phrase in _PHRASES.items() if phrase[: len(bare)] == bare and len(phrase) <= most}
            return cut.pop() if len(cut) == 1 else ""
    return _CALLED.get(letters, "")


_CUT_OFF = _SMALLEST | {"hellip", "large"}  # `conference on very …`, `conference on management of`
_LEAST_CUT, _ANY = 3, 9  # words
_DATA_BASES = re.compile("databases|(?<=very large )database")


_JOURNAL_PHRASES = "transactions", "communications"


def _is_short_for(short: _Name, long: _Name) -> bool:
    """Tell whether a word of one name is short for the other name; a journal has a letter for that: `jacm`, or is called one."""
    is_called = not _JOURNALS.isdisjoint(short.telling)
    if is_called and long.journal < 0:
        return False
    starts = len(long.words) if is_called or long.journal < 0 else long.journal + 1
    return long.initials in short.telling or _is_acronym(short.telling, long.words, starts)


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
    names += [name[:-1] for name in names if len(name) > _OF_TWO - 1 and name.endswith("c") and not _CONFERENCES.isdisjoint(words)]
    names = [name for name in names if 3 <= len(name) <= _LONGEST_ACRONYM]
    of_two = not _MEETINGS.isdisjoint(words)
    begins = range(min(starts, len(words), _LONGEST))
    return any(_spells(name, words[start:], of_two=of_two) for name in names for start in begins if name[0] == words[start][0])


_FEW, _LONGEST_ACRONYM, _LONGEST = 3, 8, 16  # words; letters; words
_PREFIX = 4  # letters of a word in an acronym, at most
_OF_TWO = 4  # letters; a longer name may be made of two words: `coling`


def _spells(name: str, words: list[str], *, of_two: bool) -> bool:
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
    return len(name) in ends and (len(words) > 2 or (of_two and len(name) > _OF_TWO)) and not any(word.startswith(name) for word in words)


def _found(short: list[str], long: list[str]) -> int:
    """Count the words of one name that stand, abbreviated or not, in the other one in the same order."""
    count = place = 0
    for word in short:
        for at in range(place, len(long)):
            if word[0] == long[at][0] and _begins(word, long[at]):
                count, place = count + 1, at + 1
                break
    return count


def _begins(word: str, whole: str) -> bool:
    """Tell whether one word abbreviates the other: `neurochem`, `j`; `jnl` and `dtsch` leave out letters within."""
    short, long = (word, whole) if len(word) <= len(whole) else (whole, word)
    if long.startswith(short) or _ENDING.sub("", short) == _ENDING.sub("", long):
        return True
    letters = iter(long)
    return len(short) > 2 and short[0] == long[0] and all(letter in letters for letter in short)


# Journals that are called as the meetings of their field are, without a word for what they are.
_PLAIN = (
    "artificial intelligence,computational complexity,computational linguistics,computer networks,decision support systems"
    ",distributed computing,evolutionary computation,expert systems,information retrieval,information systems,knowledge based systems"
    ",machine learning,neural networks,parallel computing,pattern recognition"
)
_PLAIN_WORDS: list[list[str]] = [[*name.split()] for name in _PLAIN.split(",")]


def _is_plain_journal(venue: str) -> bool:
    words = [word for word in venue.split() if word not in _SMALL and not word.isdigit()]
    if not 1 < len(words) <= _FEW:
        return False
    return any(len(words) == len(name) == _found(words, name) for name in _PLAIN_WORDS if name[0][:2] == words[0][:2])


@lru_cache(maxsize=65_536)
def venue_type(venue: str) -> str:
    """Say what a venue is by its name: a meeting, a journal, or "" where the name does not tell.

    >>> venue_type("workshop on digital studies"), venue_type("ieee trans inf theory"), venue_type("blood")
    ('meeting', 'journal', '')
    """
    words = venue.split()
    if not _MEETINGS.isdisjoint(words):
        return "meeting"
    if not _JOURNALS.isdisjoint(words):
        return "journal"
    phrase = _called(venue)
    if not phrase and _is_plain_journal(venue):
        return "journal"
    return "" if not phrase else "journal" if phrase.startswith(_JOURNAL_PHRASES) else "meeting"
