"""How two titles stand to each other: which words differ, and what that says."""

from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from papercat.dedup.words import HEADS, NEGATIONS, PARTS, PREAMBLES, PREFIXES, SISTERS, STOPWORDS, TAILS

_LEAST = 16  # letters; a shorter beginning is no sign of one title
_NEAR = 62  # rapidfuzz ratio, 0 to 100; titles below it have other words
_LOOKALIKES = str.maketrans("li1o0", "iiioo")  # what an OCR takes for each other
_TYPO = 82  # of a word: one wrong letter in six


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
        return ("longer", _EDGE, told) if _is_within(short, long) else ("numbers", 0.0, told)
    if one != other:
        typos += _MORE_NUMBERS
    if one or other:
        ours, theirs = ([word for word in words if not any(map(str.isdigit, word))] for words in (ours, theirs))
    if one == other:
        ours, theirs = ([word for word in words if word not in _ROMANS] for words in (ours, theirs))
    if any(word in NEGATIONS for word in ours) != any(word in NEGATIONS for word in theirs):
        return "negation", 0.0, told
    ours, theirs = ([word for word in words if word not in STOPWORDS and not _is_mark(word)] for words in (ours, theirs))
    if ours and theirs:
        bare = sorted((_without_ends(short, ours), _without_ends(long, theirs)), key=len)
        if len(bare[0]) + len(bare[1]) < len(short) + len(long):
            relation, cost, _ = _worded(*bare)
            return relation, cost + 1.0, told
        # one word of many, as a program or a person mistook it
        return "swapped", (typos + _slip(ours[0], theirs[0], len(short)) if len(ours) == len(theirs) == 1 else 0.0), told
    if ours or theirs:
        return *_longer(short, long, len(ours or theirs), typos), told
    if fuzz.ratio(" ".join(short), " ".join(long), score_cutoff=_SAME_ORDER):
        return "spelling", typos, told
    # other words in another order are another title
    return ("swapped", 0.0, told) if typos else ("spelling", _REORDERED, told)


_MANY_WORDS = 7
_SLIP = 14.0  # bits
NEAR_SLIP = 10.0  # bits; `joins` and `jobs`
_SOME_WORDS = 5


def _slip(one: str, other: str, words: int) -> float:
    """Say what it costs to hold one word of so many for another one that was mistaken; 0 if that cannot be."""
    if words < _SOME_WORDS or {one, other} <= SISTERS or _is_opposite(one, other):
        return 0.0
    return NEAR_SLIP if fuzz.ratio(one, other, score_cutoff=_SWAPPED_LETTERS) else _SLIP if words >= _MANY_WORDS else 0.0


def _differences(short: list[str], long: list[str]) -> tuple[list[str], list[str], float]:
    """Give the words that only one of two titles has, without those that are the same but for spelling, and what these cost."""
    ours, theirs = _rest(short, long), _rest(long, short)
    if not ours or not theirs:
        return ours, theirs, 0.0
    cut = 0.0
    if ours[-1] == short[-1] and theirs[-1] == long[-1] and _is_cut(ours[-1], theirs[-1]):
        ours, theirs, cut = ours[:-1], theirs[:-1], 1.0
    ours, theirs = _unglued(ours, theirs)
    ours, theirs, typos = _untyped(ours, theirs)
    return ours, theirs, cut + typos


def _is_within(short: list[str], long: list[str]) -> bool:
    """Tell whether a long title stands as it is in what a program took for it: heads before it, footnotes and names behind."""
    if len(short) < _MANY_WORDS + 1:
        return False
    before, _, behind = f" {' '.join(long)} ".partition(f" {' '.join(short)} ")
    return bool(behind) and before.count(" ") >= _BEFORE


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
    whole, size = " ".join(short), len(short)
    edge = typos + min(6.0 + more, _EDGE)
    if len(long) > size and fuzz.ratio(" ".join(long[-size:]), whole, score_cutoff=_SAME_END):
        extra = long[:-size]
        if " ".join(extra) in PREAMBLES:
            return "longer", typos + 2.0
        return "longer", (typos + 1.0 if extra[:2] in _SPECIAL or all(word in HEADS for word in extra) else edge)
    if len(long) > size and fuzz.ratio(" ".join(long[:size]), whole, score_cutoff=_SAME_END):
        extra = long[size:]
        if short[-1] in STOPWORDS:
            return "longer", typos + 2.0  # cut off
        if _is_tail(extra) or " ".join(extra) in PREAMBLES:
            return "longer", typos + 2.0
        return "longer", typos + 3.0 if len(extra) > 1 and all(word in HEADS for word in extra) else edge
    return "within", typos + 4.0 + 4.0 * more


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
    return words[1:] if is_numbered and len(words) > _SHORTEST - 1 and words[1] == others[0] else words


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


def _unglued(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """Take out words that are the same without the blanks: `health care` and `healthcare`."""
    if "".join(ours) == "".join(theirs):
        return [], []
    if len(ours) + len(theirs) > 2 * _MANY:
        return ours, theirs
    ours, theirs = _apart(ours, theirs)
    theirs, ours = _apart(theirs, ours)
    return ours, theirs


def _apart(cut: list[str], whole: list[str]) -> tuple[list[str], list[str]]:
    """Take out neighbours of one side that are one word of the other, a slash between them read as a letter or not."""
    place, begun = 0, f" {' '.join(whole)}"
    while place < len(cut) - 1 and whole:
        if f" {cut[place]}" not in begun:  # begins no word, as most do not
            place += 1
            continue
        for size in (2, 3):
            some = cut[place : place + size]
            signs = _SLASHES if size == 2 and all(len(word) > 1 and word.isalpha() for word in some) else ("",)
            glued = next((word for sign in signs if (word := sign.join(some)) in whole), "")
            if glued and len(some) == size:
                cut = cut[:place] + cut[place + size :]
                whole = [word for word in whole if word != glued]
                break
        else:
            place += 1
    return cut, whole


def _untyped(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str], float]:
    """Take out the words that are the same but for spelling, and say what that costs."""
    if len(ours) + len(theirs) > _MANY:
        return ours, theirs, 0.0
    cost, left, others = 0.0, [], list(theirs)
    for word in ours:
        found = process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=_SWAPPED_LETTERS)
        price = _misspelt(word, found[0], found[1]) if found else 0.0
        if found and price:
            others.remove(found[0])
            cost += price
        else:
            left.append(word)
    return left, others, cost


_SLASHES = "", "l", "i", "1"  # of `MIS/DP` a program made `MISlDP`
_MANY = 10  # words; titles that differ in so many are not misspelt
_STEM = 0.7  # of the shorter word
_SWAPPED_LETTERS = 60


_MISREAD = ("i1", "1i", "l1", "1l")


def _alike(word: str) -> str:
    return word.replace("rn", "m").translate(_LOOKALIKES)


def _misspelt(one: str, other: str, alike: float) -> float:
    """Say what it costs to hold two words for one that is misspelt, inflected or cut; 0 if they are two words."""
    if one[-1:] + other[-1:] in _MISREAD and _alike(one) == _alike(other) and not (one.isdigit() or other.isdigit()):
        return 2.0
    if not one.isalpha() or not other.isalpha() or _is_opposite(one, other):
        return 0.0
    if len(one) > 2 and _alike(one) == _alike(other):
        return 2.0
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if long in (f"{short}s", f"{short}es") or f"{short[:-1]}ies" == long:
        return 1.0
    if len(short) < _SHORTEST:
        return 0.0
    if alike >= _TYPO:
        return 2.0 if one[0] == other[0] else 3.0
    stem = _in_common(one, other)
    if stem > _SHORTEST and stem >= _STEM * len(short):
        return 3.0  # developing, development
    return 2.0 if sorted(one) == sorted(other) else 0.0


_SHORTEST = 4  # letters; shorter words are others with each letter


def _in_common(one: str, other: str) -> int:
    """Count the letters with which two words begin alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_opposite(one: str, other: str) -> bool:
    """Tell whether two words differ in their beginnings alone, and these turn the meaning: hypotension, hypertension."""
    end = _in_common(one[::-1], other[::-1])
    return end > 2 and one[: len(one) - end] in PREFIXES and other[: len(other) - end] in PREFIXES


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
        if len(word) < _SHORTEST or word in _LIGHT or word in letters or word.startswith(begins) or not word.isalpha():
            continue
        if not process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=_SWAPPED_LETTERS):
            return True
    return False


_LIGHT = STOPWORDS.union(PARTS, HEADS, _ROMANS)  # words that one title may have more
