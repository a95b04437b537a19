"""Words that are one however they are written: cut elsewhere, misspelt, inflected, misread, or as initials."""

from rapidfuzz import fuzz, process

from papercat.dedup.words import PREFIXES, STOPWORDS

_LOOKALIKES = str.maketrans("li1o0", "iiioo")  # what an OCR takes for each other
_TYPO = 82  # of a word: one wrong letter in six


def unglued(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
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
            signs = ("",) if size > 2 or not all(map(str.isalpha, some)) else _SLASHES if min(map(len, some)) > 1 else _JOINTS
            glued = next((word for sign in signs if (word := sign.join(some)) in whole), "")
            if glued and len(some) == size:
                cut = cut[:place] + cut[place + size :]
                whole = [word for word in whole if word != glued]
                break
        else:
            place += 1
    return cut, whole


def uncut(whole: list[str], cut: list[str], others: list[str]) -> tuple[list[str], list[str]]:
    """Take out words of which the other title has the pieces, one of them elsewhere, too: `semistructured`, `semi structured`."""
    for word in whole:
        piece = next((one for one in cut if len(one) > 1 and word.startswith(one)), "")
        if piece and word[len(piece) :] in others and f" {piece} {word[len(piece) :]} " in f" {' '.join(others)} ":
            whole, cut = [one for one in whole if one != word], [one for one in cut if one != piece]
    return whole, cut


def untyped(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str], float]:
    """Take out the words that are the same but for spelling, and say what that costs."""
    if len(ours) + len(theirs) > _MANY:
        return ours, theirs, 0.0
    cost, left, others = 0.0, [], list(theirs)
    for word in ours:
        found = process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=SWAPPED_LETTERS)
        if found and word in STOPWORDS and found[0] in STOPWORDS:  # toward, towards
            others.remove(found[0])
            continue
        price = _misspelt(word, found[0], found[1]) if found else 0.0
        if found and price:
            others.remove(found[0])
            cost += price
        else:
            left.append(word)
    return left, others, cost


# What a program loses between two pieces of a word: letters that are printed as one (`e cient`, `work ow`).
_LIGATURES = "ff", "fi", "fl", "ffi", "ffl"
_JOINTS = "", *_LIGATURES
_SLASHES = *_JOINTS, "l", "i", "1"  # of `MIS/DP` a program made `MISlDP`
_MANY = 10  # words; titles that differ in so many are not misspelt
_STEM = 0.7  # of the shorter word
SWAPPED_LETTERS = 60


_MISREAD = ("i1", "1i", "l1", "1l")


def as_seen(word: str) -> str:
    """Write a word so that what an OCR takes for each other is the same."""
    return word.replace("rn", "m").translate(_LOOKALIKES)


def _misspelt(one: str, other: str, alike: float) -> float:
    """Say what it costs to hold two words for one that is misspelt, inflected or cut; 0 if they are two words."""
    if one[-1:] + other[-1:] in _MISREAD and as_seen(one) == as_seen(other) and not (one.isdigit() or other.isdigit()):
        return 2.0
    if not one.isalpha() or not other.isalpha() or is_opposite(one, other):
        return 0.0
    if one.endswith(other) or other.endswith(one):
        short, long = sorted((one, other), key=len)
        if long[: len(long) - len(short)] in _LIGATURES:
            return 1.0
    if len(one) > 2 and as_seen(one) == as_seen(other):
        return 2.0
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if long in (f"{short}s", f"{short}es") or f"{short[:-1]}ies" == long:
        return 1.0
    if len(short) < SHORTEST:
        return 0.0
    if alike >= _TYPO:
        return 2.0 if one[0] == other[0] else 3.0
    stem = _in_common(one, other)
    if stem > SHORTEST and stem >= _STEM * len(short):
        return 3.0  # developing, development
    return 2.0 if sorted(one) == sorted(other) else 0.0


SHORTEST = 4  # letters; shorter words are others with each letter


def _in_common(one: str, other: str) -> int:
    """Count the letters with which two words begin alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def is_opposite(one: str, other: str) -> bool:
    """Tell whether two words differ in their beginnings alone, and these turn the meaning: hypotension, hypertension."""
    end = _in_common(one[::-1], other[::-1])
    return end > 2 and one[: len(one) - end] in PREFIXES and other[: len(other) - end] in PREFIXES


def are_initials(short: list[str], words: list[str]) -> bool:
    """Tell a word made of the first letters of others, and of some within them: `udb`, `universal database`."""
    if len(short) != 1 or not short[0].isalpha() or not len(words) <= len(short[0]) <= _INITIALS or len(words) < 2:
        return False
    letters = iter(short[0])
    if not all(word[0] in letters for word in words):
        return False
    whole = iter("".join(words))
    return short[0][0] == words[0][0] and all(letter in whole for letter in short[0])


_INITIALS = 5  # letters
