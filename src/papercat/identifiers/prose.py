"""What stands around an arXiv id in running text: whether prose is glued to it, and whether it is only a number."""

import re

_GLUED = re.compile(r"[0-9]+(?:[^\S\n]*[A-Za-zÀ-ž]|[.:]\s+\w|[-+]\w)")
_DIGIT_VERSION = re.compile(r"[0-9]+v[0-9]", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s<>\"'(){}\[\]|,;“”]*\Z")
_NEAR = 60  # characters looked at on each side
# What stands before numbers of other sorts.
_NUMBER_BEFORE = re.compile(
    r"(?:[$€£¥₹#±~≈=<>≤≥×+−^√]|\+[0-9]{1,3}|\b(?:usd|eur|gbp|us\$|rs\.?|inr|version|ver\.?|release|build|pages?|pp?\.|eqs?\.|fig(?:ure|s)?\.?|"
    r"sections?|sec\.|tables?|tel\.?|phone|fax|about|approximately|approx\.|roughly|nearly|least|most|than|times|equals|to))[\s ]?\Z",
    re.IGNORECASE,
)
# Units and the words of amounts; none that is also an initial or begins a title (A, K, in).
_NUMBER_AFTER = re.compile(
    r"\s?(?:[%‰°×±+*/^=<>−≈€$£¥]|(?:[kmcnpμµ]?m|[kmcnpμµ]?g|[kMG]?Hz|[kmMGT]?eV(?:/c)?|[mnpμµ]?s|[kM]?pc|[kMGT]B|[kMG]W|[kM]J|[kMG]?Pa|[mk]V|mA|"
    r"[mμµ]K|[mk]?mol|ml|Å|AU|kDa|cm-1|ft|lb|oz|mph|(?i:hours?|hrs?|minutes?|mins?|seconds?|secs?|days?|weeks?|months?|years?|"
    r"dollars?|euros?|pounds?|yen|usd|eur|gbp|percent|points?|units?|bytes?|times|degrees?|met(?:er|re)s?|kilomet(?:er|re)s?|miles?|grams?|"
    r"kilograms?|tons?|tonnes?|cents?|pixels?|people|nodes|tokens))(?![A-Za-z]))"
)
_DECIMAL_BEFORE = re.compile(r"(?<![0-9.])([0-9]+\.[0-9]+)[\s,;|&/–-]{1,4}\Z")
_DECIMAL_AFTER = re.compile(r"[\s,;|&/–-]{1,4}([0-9]+\.[0-9]+)(?![0-9.])")
_MAYBE_ID = re.compile(r"(?:0[7-9]|[1-3][0-9])(?:0[1-9]|1[0-2])\.[0-9]{4,5}")
_LAST_YEAR = 39  # of an unmarked id; numbers of 4000 and more are no ids of this generation


def is_cut(text: str, end: int) -> bool:
    """Say whether digits behind an id cannot be prose that is glued to it, so that the id itself is damaged.

    >>> is_cut("1906.018202 figures", 10), is_cut("1412.12345", 9), is_cut("1412.12345v2 [cs.CL]", 9)
    (False, True, True)
    """
    if not text[end : end + 1].isdigit():
        return False
    near = text[end : end + _NEAR]
    return not _GLUED.match(near) or _DIGIT_VERSION.match(near) is not None


def stands_free(text: str, begin: int, end: int) -> bool:
    """Say whether an id is a word of its own, not a piece of a longer number, word or path.

    >>> stands_free("(1706.03762)", 1, 11), stands_free("10.1000/1706.03762", 8, 18), stands_free("1706.03762.5", 0, 10)
    (True, False, False)
    """
    before, after = text[max(0, begin - 2) : begin], text[end : end + 3]
    if before[-1:].isalnum() or before[-1:] in ("_", "-", "/", "\\", "@", "+") or (before[-1:] in (".", ",", ":") and before[:1].isdigit()):
        return before[-1:] == "/" and not is_path(text, begin)
    if after[:1].isalnum() or after[:1] == "_":
        return after[:1].isupper() and after[1:2].islower()  # glued prose: 2212.09251In some
    return not (after[:1] in (".", ",", "/", "-", ":", "–") and after[1:2].isdigit())


def is_path(text: str, begin: int) -> bool:
    """Say whether what stands before belongs to an address or path that is not known to hold arXiv ids.

    >>> is_path("pdf/1706.03762", 4), is_path("https://example.org/abs/0706.0001", 24)
    (False, True)
    """
    before = _TOKEN.search(text[max(0, begin - _NEAR) : begin])
    return before is not None and before[0] not in ("", "abs/", "pdf/", "html/", "papers/", "paper/", "/")


def is_number(text: str, begin: int, end: int, *, versioned: bool) -> bool:
    """Say whether what has the form of a new id is rather a decimal number.

    A version, or nothing else around, tells an id. Else units, currencies and words of counting tell a number, and so do
    other decimal numbers beside it unless it begins with a zero.

    >>> [is_number(text, 0, 9, versioned=False) for text in ("1203.1234 GeV", "1203.1234 shows", "1203.1234, 12.5")]
    [True, False, True]
    """
    before, after = text[max(0, begin - _NEAR) : begin], text[end : end + _NEAR]
    if versioned or not (before + after).strip():
        return False
    if _NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after) or int(text[begin : begin + 2]) > _LAST_YEAR:
        return True
    if text[begin] == "0":
        return False
    neighbours = (_DECIMAL_BEFORE.search(before), _DECIMAL_AFTER.match(after))
    return any(match and not _MAYBE_ID.fullmatch(match[1]) for match in neighbours)
