"""How two titles stand to each other: which words differ, and what that says."""

from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from papercat.dedup.spellings import SHORTEST, SWAPPED_LETTERS, are_initials, as_seen, is_opposite, uncut, unglued, untyped
from papercat.dedup.words import HEADS, NEGATIONS, PARTS, PREAMBLES, SISTERS, STOPWORDS, TAILS

_LEAST = 16  # letters; a shorter beginning is no sign of one title
_NEAR = 62  # rapidfuzz ratio, 0 to 100; titles below it have other words


def title_relation(one: str, other: str) -> tuple[str, float, str]:
    """Say how two bare titles stand to each other.

    Returns:
        A word, how many bits less than an equal title it is worth, and the words that differ.

        * `equal`: the same words, however they are cut
        * `spelling`: the same words but for spelling, order and little words
        * `longer`: one goes on, or begins, where the other does not
        * `within`: one has more words within
        * `numbers`, `negation`, `swapped`, `other`: different titles

    >>> title_relation("effects of clonidine on pain", "effects of nicotine on pain")
    ('swapped', 0.0, 'nicotine / clonidine')
    >>> title_relation("learnability of boolean formulae", "learnability of boolean formu lae")
    ('equal', 0.0, '')
    """
    if one == other:
        return "equal", 0.0, ""
    short, long = (one, other) if (len(one), one) <= (len(other), other) else (other, one)
    if not _is_near(short, long):
        return "other", 0.0, ""
    return ("equal", 0.0, "") if short.replace(" ", "") == long.replace(" ", "") else _worded(short.split(), long.split())


def _is_near(short: str, long: str) -> bool:
    """Tell whether two titles have so much in common that their words are worth a look."""
    if fuzz.ratio(short, long, score_cutoff=_NEAR):
        return True
    if len(short) < _LEAST:
        return long.startswith(short + " ")
    return short in long or long.startswith(short[:_LEAST]) or long.endswith(short[-_LEAST:])


def _worded(short: list[str], long: list[str]) -> tuple[str, float, str]:
    short, long = _unnumbered(_without_footnote(short, long), long), _unnumbered(_without_footnote(long, short), short)
    ours, theirs, typos = _differences(short, long)
    told = f"{' '.join(ours)} / {' '.join(theirs)}"
    one, other = _numbers(ours), _numbers(theirs)
    if _other_part(short, long) or (one != other and ((one and other) or len(one + other) < 2 or _is_part(ours or theirs, long))):
        return *_numbered(short, long), told
    if one != other:
        typos += _MORE_NUMBERS
    if one or other:
        ours, theirs = ([word for word in words if not any(map(str.isdigit, word))] for words in (ours, theirs))
    if one == other:
        ours, theirs = ([word for word in words if word not in _ROMANS] for words in (ours, theirs))
    if turned := _turned(ours, theirs):
        return turned, 0.0, told
    ours, theirs = ([word for word in words if word not in STOPWORDS and not _is_mark(word)] for words in (ours, theirs))
    if ours and theirs:
        bare = sorted((_without_ends(short, ours), _without_ends(long, theirs)), key=len)
        if len(bare[0]) + len(bare[1]) < len(short) + len(long):
            relation, cost, _ = _worded(*bare)
            return relation, cost + 1.0, told
        # one word of many, as a program or a person mistook it
        return "swapped", (typos + _slip(ours[0], theirs[0], len(short)) if len(ours) == len(theirs) == 1 else 0.0), told
    if ours or theirs:
        return *_one_sided(short, long, ours or theirs, typos), told
    if fuzz.ratio(" ".join(short), " ".join(long), score_cutoff=_SAME_ORDER):
        return "spelling", typos, told
    # other words in another order are another title
    return ("swapped", 0.0, told) if typos else ("spelling", _REORDERED, told)


def _turned(ours: list[str], theirs: list[str]) -> str:
    """Say what little words make two titles of two papers: a negation, or a letter that is a name (vitamin D, vitamin E); "" if none do."""
    if any(word in NEGATIONS for word in ours) != any(word in NEGATIONS for word in theirs):
        return "negation"
    if len(ours) != 1 or len(theirs) != 1 or max(len(ours[0]), len(theirs[0])) > 1:
        return ""
    return "swapped" if (ours[0] + theirs[0]).isalpha() and as_seen(ours[0]) != as_seen(theirs[0]) else ""


def _one_sided(short: list[str], long: list[str], own: list[str], typos: float) -> tuple[str, float]:
    """Say how two titles stand to each other of which one has words of its own."""
    if _is_followed(short, long):
        return "longer", 2.0
    relation, cost = _longer(short, long, len(own), typos)
    bare = _without_tail(long, own) if relation == "within" else long
    if len(bare) == len(long):
        return relation, cost
    relation, cost, _ = _worded(short, bare)
    return relation, cost + 1.0


def _is_followed(short: list[str], long: list[str]) -> bool:
    """Tell a title behind which stands where it appeared: `to weave the web vldb 97`; a volume may tell a part."""
    behind = long[len(short) :]
    return long[: len(short)] == short and _is_tail(behind) and PARTS.isdisjoint(behind)


_MANY_WORDS = 7
_SLIP = 14.0  # bits
NEAR_SLIP = 10.0  # bits; `joins` and `jobs`
_SOME_WORDS = 5


def _slip(one: str, other: str, words: int) -> float:
    """Say what it costs to hold one word of so many for another one that was mistaken; 0 if that cannot be."""
    if words < _SOME_WORDS or {one, other} <= SISTERS or is_opposite(one, other):
        return 0.0
    return NEAR_SLIP if fuzz.ratio(one, other, score_cutoff=SWAPPED_LETTERS) else _SLIP if words >= _MANY_WORDS else 0.0


def _differences(short: list[str], long: list[str]) -> tuple[list[str], list[str], float]:
    """Give the words that only one of two titles has, without those that are the same but for spelling, and what these cost."""
    ours, theirs = _rest(short, long), _rest(long, short)
    if not ours or not theirs:
        return ours, theirs, 0.0
    cut = 0.0
    if ours[-1] == short[-1] and theirs[-1] == long[-1] and _is_cut(ours[-1], theirs[-1]):
        ours, theirs, cut = ours[:-1], theirs[:-1], 1.0
    ours, theirs = unglued(ours, theirs)
    if ours and theirs:
        ours, theirs = uncut(ours, theirs, long)
        theirs, ours = uncut(theirs, ours, short)
    ours, theirs, typos = untyped(ours, theirs)
    if ours and theirs and (are_initials(ours, theirs) or are_initials(theirs, ours)):
        return [], [], cut + typos + 3.0
    return ours, theirs, cut + typos


def _is_within(short: list[str], long: list[str]) -> bool:
    """Tell whether a long title stands as it is in what a program took for it: heads before it, footnotes and names behind."""
    if len(short) < _MANY_WORDS + 1:
        return False
    before, _, behind = f" {' '.join(long)} ".partition(f" {' '.join(short)} ")
    return bool(behind) and before.count(" ") >= _BEFORE


def _numbered(short: list[str], long: list[str]) -> tuple[str, float]:
    """Say how titles of other numbers stand to each other: one may stand whole in the other."""
    return ("longer", _EDGE) if _is_within(short, long) or _goes_on(short, long) else ("numbers", 0.0)


def _goes_on(short: list[str], long: list[str]) -> bool:
    """Tell a title that goes on with words before a number, which so does not tell a part of a series."""
    size, more = len(short), long[len(short) : len(short) + 2]
    if size < _SOME_WORDS or len(more) < 2 or long[:size] != short:
        return False
    return not any(word in _ROMANS or word in PARTS or any(map(str.isdigit, word)) for word in more)


def _without_head(words: list[str], own: list[str]) -> list[str]:
    """Leave out the head of a section before a title, of two words or more that the other title does not have."""
    size = next((at for at, word in enumerate(words) if word not in HEADS or word not in own), len(words))
    return words[size:] if 1 < size < len(words) - 1 else words


def _without_ends(words: list[str], own: list[str]) -> list[str]:
    """Leave out of a title what stood around it: the head of a section, and where it appeared."""
    return _without_tail(_without_head(words, own), own)


def _without_tail(words: list[str], own: list[str]) -> list[str]:
    """Leave out where a paper appeared, behind a title, of words that the other title does not have."""
    end = len(words)
    while end and ((words[end - 1] in TAILS and words[end - 1] in own) or words[end - 1] in STOPWORDS or words[end - 1][0].isdigit()):
        end -= 1
    return words[:end] if end >= _BEFORE and _is_tail(words[end:]) else words


def _is_tail(words: list[str]) -> bool:
    """Tell words that say where a paper appeared: `to appear in the`, `proc of the int`."""
    return not TAILS.isdisjoint(words) and all(word in TAILS or word in STOPWORDS or word[0].isdigit() for word in words)


def _is_cut(one: str, other: str) -> bool:
    """Tell whether one word is what is left of the other where a title was cut off; no number is."""
    if not one.isalpha() or not other.isalpha() or one in _ROMANS or other in _ROMANS:
        return False
    return one.startswith(other) or other.startswith(one)


def _longer(short: list[str], long: list[str], more: int, typos: float) -> tuple[str, float]:
    """Say whether a title that has more words has them before or behind the other one, and what that costs."""
    edge = typos + min(6.0 + more, _EDGE)
    if size := _part(short, long, behind=True):
        extra = long[:-size]
        if " ".join(extra) in PREAMBLES:
            return "longer", typos + 2.0
        return "longer", (typos + 1.0 if extra[:2] in _SPECIAL or all(word in HEADS for word in extra) else edge)
    if size := _part(short, long, behind=False):
        extra = long[size:]
        if short[-1] in STOPWORDS:
            return "longer", typos + 2.0  # cut off
        if _is_tail(extra) or " ".join(extra) in PREAMBLES:
            return "longer", typos + 2.0
        return "longer", typos + 3.0 if len(extra) > 1 and all(word in HEADS for word in extra) else edge
    return "within", typos + 4.0 + 4.0 * more


def _part(short: list[str], long: list[str], *, behind: bool) -> int:
    """Count the words with which a long title begins or ends that are the short one; one of them may be cut elsewhere."""
    size, letters = len(short), "".join(short)
    if len(long) > size and fuzz.ratio(" ".join(long[-size:] if behind else long[:size]), " ".join(short), score_cutoff=_SAME_END):
        return size
    return next((number for number in (size - 1, size + 1) if "".join(long[-number:] if behind else long[:number]) == letters), 0)


_MORE_NUMBERS, _REORDERED, _EDGE = 4.0, 6.0, 10.0  # bits
_SAME_END = 90
_SAME_ORDER = 80
_BEFORE = 3  # words of heads
_SPECIAL = (["special", "issue"], ["special", "section"])


def _without_footnote(words: list[str], others: list[str]) -> list[str]:
    """Leave out the mark of a footnote behind a title, `... Standardization 1, 2`, that the other title does not have."""
    size = len(others)
    if len(words) > size > 3 and words[size] == "1" and words[:size] == others:
        return others  # what follows the mark is no title
    end = len(words)
    while end > 3 and words[end - 1] in _FOOTNOTES:
        end -= 1
    # the first mark is a 1; a title that ends in a number, and one with another number, are parts of a series
    if words[end:] and (words[end] not in _FIRST_MARKS or words[end - 1] in PARTS or others[-1] in _ROMANS or others[-1].isdigit()):
        return words
    if words[end - 1][-1:] in _GLUED_MARKS and len(words[end - 1]) > 4 and words[end - 1][:-1] == others[-1]:
        return [*words[: end - 1], others[-1]]
    return words[:end]


_FOOTNOTES = frozenset(("1", "2", "3", "i", "l"))
_FIRST_MARKS = frozenset(("1", "i", "l"))  # as it is printed, and as a program reads it
_GLUED_MARKS = ("1", "2", "l")


def _unnumbered(words: list[str], others: list[str]) -> list[str]:
    """Leave out the number of a list before a title, `1. Growing semantic grammars`, that the other title does not have."""
    is_numbered = len(words[0]) < len("100") and words[0].isdigit() and not others[0].isdigit()
    return words[1:] if is_numbered and len(words) > SHORTEST - 1 and words[1] == others[0] else words


def _is_part(words: list[str], whole: list[str]) -> bool:
    """Tell whether a number that one title has names a part: `Part 12`, or a Roman one."""
    return any(word in _ROMANS for word in words) or any(one in PARTS and other in words for one, other in pairwise(whole))


def _other_part(ours: list[str], theirs: list[str]) -> bool:
    """Tell `Case A` from `Case B`."""
    one, other = ours[-1], theirs[-1]
    return len(one) == 1 == len(other) and one != other and (ours[-2:-1] == theirs[-2:-1])


def _rest(ours: list[str], theirs: list[str]) -> list[str]:
    known = set(theirs)
    return [word for word in ours if word not in known]


def _is_mark(word: str) -> bool:
    return len(word) == 1 or word in PARTS


def _numbers(words: list[str]) -> str:
    """Give the digits of the words that differ, and of parts."""
    return "".join([_ROMANS.get(_roman(word), word) for word in words if word in _ROMANS or any(map(str.isdigit, word))])


def _roman(word: str) -> str:
    """Read `I1` as II: a program takes strokes for each other."""
    return "i" * len(word) if len(word) > 1 and not word.isdigit() and not word.strip("il1") else word


_ROMANS = {numeral: str(number) for number, numeral in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_ROMANS |= {word: str(number) for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_ROMANS |= {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th"}


def may_be_one(one: str, other: str) -> bool:
    """Tell two titles of which `title_relation` may not say that they are other titles, in a third of its time.

    >>> may_be_one("behavioural effects of oestrogen in rats", "behavioral effects of estrogen in rats")
    True
    >>> may_be_one("effects of clonidine on pain", "effects of nicotine on pain")
    False
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return _is_near(short, long) and not _are_two(short, long)


@lru_cache(maxsize=1024)  # the pairs of a record follow each other
def _words(title: str) -> tuple[list[str], frozenset[str]]:
    words = title.split()
    return words, frozenset(words)


def _are_two(short: str, long: str) -> bool:
    """Tell titles each of which has a word that the other one has in no form: not misspelt, not cut, not in pieces."""
    (ours, known), (theirs, others) = _words(short), _words(long)
    one, other = ours[-1], theirs[-1]
    if one in _FOOTNOTES or other in _FOOTNOTES or (one != other and (one.startswith(other) or other.startswith(one))):
        return False  # the mark of a footnote, or a title that was cut
    ours, theirs = [word for word in ours if word not in others], [word for word in theirs if word not in known]
    letters, their_letters = "".join(ours), "".join(theirs)
    if letters == their_letters:
        return False
    return _has_own(ours, theirs, their_letters) and _has_own(theirs, ours, letters)


def _has_own(words: list[str], others: list[str], letters: str) -> bool:
    """Tell whether a word of a title is its own: no piece of other words, none of which begins it or is like it."""
    begins = tuple(others)
    for word in words:
        if len(word) < SHORTEST or word in _LIGHT or word in letters or word.startswith(begins) or not word.isalpha():
            continue
        if not process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=SWAPPED_LETTERS):
            return True
    return False


_LIGHT = STOPWORDS.union(PARTS, HEADS, _ROMANS)  # words that one title may have more
