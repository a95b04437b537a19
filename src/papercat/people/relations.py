"""How two forms of a name can be one person's."""

from rapidfuzz.distance import OSA

from papercat.names.lexicon import is_known, languages
from papercat.people.forms import Form, is_full
from papercat.people.nicknames import is_nickname

# What a kind of difference says by itself, in bits: log2 of how often one person's names differ so.
BITS: dict[str, float] = {
    "equal": 0.0,
    "middle": -1.0,
    "syllable": -6.0,
    "initials": -1.0,
    "missing": -3.0,
    "dropped": -3.0,
    "turned": -2.0,
    "boundary": -2.0,
    "swapped": -5.0,
    "nickname": -3.0,
    "cut": -5.0,
    "misspelt": -6.0,
    "respelt": -10.0,
    "family-misspelt": -6.0,
    "family-part": -4.0,
    "words": -5.0,
    "family": -20.0,
    "middle-other": -10.0,
}
TOLD: dict[str, str] = {
    "equal": "the same name",
    "middle": "a middle name more or less",
    "syllable": "a syllable more or less",
    "initials": "initials that fit",
    "missing": "no given name",
    "dropped": "a first given name more or less",
    "turned": "given names in another order",
    "boundary": "family and given name parted elsewhere",
    "swapped": "family and given name swapped",
    "nickname": "a short form of the given name",
    "cut": "the given name cut short",
    "misspelt": "the given name spelt nearly alike",
    "respelt": "two given names, spelt nearly alike",
    "family-misspelt": "the family name spelt nearly alike",
    "family-part": "a family name more or less",
    "words": "a name more or less",
    "family": "another family name",
    "middle-other": "another middle name",
}
_SYLLABIC = frozenset({"zh", "ko", "vi"})  # one more letter is another syllable, and so another name: Shuo, Shuofei
_SHORT, _LONG = 5, 8  # letters of a word in which one letter can be wrong, and two


def relate(one: Form, other: Form) -> str | None:
    """Name how two forms differ, if one person can bear both; None if not.

    >>> from papercat.models import Author
    >>> from papercat.people.forms import form
    >>> def kind(a, b): return relate(*(form(Author(family=f, given=g)) for f, g in (a, b)))
    >>> kind(("Bowman", "S."), ("Bowman", "Samuel R.")), kind(("Maxwell", "Tim"), ("Maxwell", "Timothy"))
    ('initials', 'nickname')
    >>> kind(("Zhang", "Shuo"), ("Zhang", "Shuofei")), kind(("El Showk", "Sheer"), ("Showk", "Sheer El"))
    (None, 'boundary')
    >>> kind(("Lukošiūtė", "Kamilė"), ("Lukosuite", "Kamile")), kind(("Duan", "Xu"), ("Xu", "Duan"))
    ('family-misspelt', 'swapped')
    """
    if one.surname == other.surname:
        return _given(one, other)
    if one.first == other.surname and other.first == one.surname:
        return "swapped"
    if len(one.words) > 2 and sorted(one.words) == sorted(other.words):
        return "boundary"
    kind = _given(one, other)
    if one.first and kind in ("equal", "middle", "nickname", "dropped"):
        shared = set(one.family) & set(other.family)
        if any(len(word) > 2 for word in shared) and (shared == set(one.family) or shared == set(other.family)):
            return "family-part"
        # the first letter is rarely the wrong one: Zahran is not Mahran
        if kind in ("equal", "middle") and one.surname[0] == other.surname[0] and is_near(one.surname, other.surname):
            return "family-misspelt"
    is_other = kind == "equal" and len(one.first) > 1 and not is_syllabic(one) and not is_syllabic(other)
    return _words(one, other) or ("family" if is_other else None)


def _words(one: Form, other: Form) -> str | None:
    """Tell names of which one has all words of the other, first the same."""
    few, many = sorted((one.words, other.words), key=len)
    is_part = len(few) > 1 and len(many) > 2 and few[0] == many[0] and len(few[0]) > 2 and set(few) <= set(many)
    return "words" if is_part else None


def _given(one: Form, other: Form) -> str | None:
    ours, theirs = one.given, other.given
    if one.first == other.first:
        return "equal"
    if not ours or not theirs:
        return "missing"
    fits = [fit(a, b) for a, b in zip(ours, theirs, strict=False)]
    if all(fits):
        if not (is_full(ours[0]) and is_full(theirs[0])):
            return "initials"
        return "syllable" if len(ours) != len(theirs) and _is_by_syllables(one, other) else "middle"
    return _dropped(ours, theirs) or _first(one, other, fits)


def fit(one: str, other: str) -> bool:
    """Tell whether two given names are one, or one begins as the other is cut short.

    >>> fit("samuel", "s."), fit("christian", "ch."), fit("samuel", "sam"), fit("s.", "t.")
    (True, True, False, False)
    """
    if one == other:
        return True
    return (one[-1] == "." and other.startswith(one[:-1])) or (other[-1] == "." and one.startswith(other[:-1]))


def _dropped(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str | None:
    few, many = sorted((ours, theirs), key=len)
    full = [word for word in few if is_full(word)]
    if full and set(full) <= set(many):
        if len(few) == len(many):
            return "turned" if sorted(few) == sorted(many) else None
        rest = iter(many)
        return "dropped" if all(any(fit(word, name) for name in rest) for word in few) else None
    return None


def _first(one: Form, other: Form, fits: list[bool]) -> str | None:
    """Compare given names whose first, or a later one, does not fit."""
    ours, theirs = one.given, other.given
    syllabic = is_syllabic(one) or is_syllabic(other)
    if fits[0]:
        if is_full(ours[0]) and is_full(theirs[0]) and not syllabic:
            return "misspelt" if is_near(one.first, other.first) and len(ours[1]) > 2 < len(theirs[1]) else "middle-other"
        return None
    if is_near(one.first, other.first):
        known = syllabic or (is_known(ours[0]) and is_known(theirs[0]))
        return "respelt" if known else "misspelt"
    if not all(fits[1:]):
        return None
    if is_nickname(ours[0], theirs[0]):
        return "nickname"
    a, b = sorted((ours[0].rstrip("."), theirs[0].rstrip(".")), key=len)
    return "cut" if not syllabic and len(a) > 1 and b.startswith(a) else None


def is_syllabic(one: Form) -> bool:
    """Tell a name of a tradition in which every syllable counts: Chinese, Korean, Vietnamese."""
    return not _SYLLABIC.isdisjoint(languages(one.family[-1]))


def _is_by_syllables(one: Form, other: Form) -> bool:
    """Tell names in which a word more is another name: Young Kim, Young-Gil Kim; but Lucy Wang, Lucy Lu Wang."""
    return (is_syllabic(one) or is_syllabic(other)) and not _SYLLABIC.isdisjoint(languages(one.given[0]))


def is_near(one: str, other: str) -> bool:
    """Tell two words that a slip of the pen makes of one: a letter in five, two in eight.

    >>> is_near("lukosiute", "lukosuite"), is_near("mackinlay", "mckinlay"), is_near("wang", "wong")
    (True, True, False)
    """
    length = min(len(one), len(other))
    allowed = 0 if length < _SHORT else 1 if length < _LONG else 2
    return allowed > 0 and OSA.distance(one, other, score_cutoff=allowed) <= allowed
