"""What stands around a title in the field of titles: the last of its authors before it, and behind it where it appeared."""

from rapidfuzz import fuzz

from papercat.dedup.venues import same_venue
from papercat.dedup.view import View
from papercat.dedup.words import STOPWORDS


def behind_names(a: View, b: View) -> tuple[str, str]:
    """Give two titles, of one of them what stands behind the last of its authors: `Vandenberg. The SDSS SkyServer`; "" if it is not so.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Author, Paper
    >>> golab, ozsu = Author(family="Golab", given="L."), Author(family="Özsu", given="M. T.")
    >>> one = prep(Paper(title="Issues in data stream management", authors=(golab, ozsu)))
    >>> behind_names(one, prep(Paper(title="MT Özsu. Issues in data stream management", authors=(golab,))))[1]
    'issues in data stream management'
    """
    titles, names = sorted((a.title, b.title)), f"{a.people};{b.people}"
    for one, other in (titles, titles[::-1]):
        if _may_begin(other, names):
            words = other.split()
            size = _before(one.replace(" ", "")[:_OPENING], words) or _named(words, names, one[:1])
            if size and _are_names(words[:size], names):
                return one, " ".join(words[size:])
    return "", ""


def _may_begin(title: str, names: str) -> bool:
    """Tell a title that may begin with one of these names, or an initial; most titles begin otherwise."""
    word, _, rest = title.partition(" ")
    if len(word) <= _INITIALS and word not in _LITTLE:
        return True
    if word[:3] in names or word[1:4] in names or word in _BETWEEN:
        return True
    # a given name of which the records have an initial
    return f":{word[0]}" in names and (rest[1:2] == " " or rest[:3] in names)


def _before(opening: str, words: list[str]) -> int:
    """Count the words that stand before those with which a title opens, wherever these are cut."""
    letters = "".join(words)
    at = letters.find(opening)
    if at < 1:
        return 0
    for size, word in enumerate(words):
        if at <= 0:
            return size if not at else 0
        at -= len(word)
    return 0


def _named(words: list[str], names: str, letter: str) -> int:
    """Count the words before a title that begins with a letter: up to the last family name and its initials."""
    families = [name.partition(":")[0] for name in names.split(";")]
    last = max((size for size, word in enumerate(words[:_MOST_WORDS], 1) if word in families), default=0)
    sizes = (size for size in range(last, last + 4) if last and size < len(words) and words[size][0] == letter)
    return next((size for size in sizes if all(len(word) == 1 for word in words[last:size])), 0)


_MOST_WORDS = 12


def _are_names(words: list[str], names: str) -> bool:
    """Tell words of which some are names, and the rest initials, what joins names, and years.

    A name may be cut, misspelt, or stand with initials or an `and` in one word: `za it`, `vassaios`, `snestorov`, `fuy`, `andz`.
    """
    left = [word for word in words if len(word) > _INITIALS and word not in _BETWEEN and word[:2] not in _CENTURIES]
    left = [word for word in left if len(word) != len("andx") or word[:3] != "and"]
    whole = [word for word in left if word in names]
    if len(whole) == len(left):
        return bool(whole)
    families = [name.partition(":")[0] for name in names.split(";")]
    # a given name stands beside the family name of which the records have an initial
    given = {name.partition(":")[2][:1] for name in names.split(";") if name.partition(":")[0] in whole}
    rest = [word for word in left if word not in names and not (whole and word[0] in given)]
    return bool(whole) + len(rest) < _MANY_NAMES and all(any(_is_like_name(word, family) for family in families) for word in rest)


def _is_like_name(word: str, family: str) -> bool:
    if len(family) + _INITIALS >= len(word) > len(family) > 1 and (word.startswith(family) or word.endswith(family)):
        return True
    return len(family) > _INITIALS + 1 and bool(fuzz.ratio(word, family, score_cutoff=_LIKE_NAME))


def is_before_venue(a: View, b: View) -> bool:
    """Tell whether the second title is the first one and goes on with where that appeared: `… of weak learnability machine learning`.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Paper
    >>> one = prep(Paper(title="The Strength of Weak Learnability", venue="Machine Learning"))
    >>> is_before_venue(one, prep(Paper(title="The strength of weak learnability. Machine Learning 5, 197-227")))
    True
    """
    if not a.venue or not b.title.startswith(f"{a.title} "):
        return False
    behind = b.title[len(a.title) + 1 :].removeprefix("in ")
    return same_venue(" ".join(behind.split()[: a.venue.count(" ") + 1]), a.venue) or same_venue(behind, a.venue)


_OPENING = 12  # letters
_LITTLE = STOPWORDS - {"a", "e", "o", "y"}  # with which titles begin; of one letter may be an initial
_INITIALS = 2  # letters, at most
_MANY_NAMES = 4
_LIKE_NAME = 75  # rapidfuzz ratio, 0 to 100
_BETWEEN = frozenset(("and", "und", "others", "etal"))
_CENTURIES = frozenset(("19", "20"))
