"""Initials in the many ways of writing them, brought into one form, which is `C. M.`, `J.-P.` and `Yu. I.`.

It is that of CSL (1.0.2, `initialize-with`: given names are words, initials words with a full stop) and of BibTeX, which parts given
names at blanks and abbreviates `K.L.` to `K.` (Patashnik, BibTeXing, 4). A style that shortens names, so that a list has nothing but
initials, also says how they are spaced and stopped; that is undone, as the table of `docs/explain/names.md` tells. Beside a name that is
written out, initials are what the paper prints itself, and stay: `Peter O`, `N.A.`
"""

import re
from collections.abc import Sequence

from papercat.text.fold import fold

_HYPHENS = "-\u2010\u2011"
_PLAIN = re.compile(rf"[^\W\d_]{{1,4}}(?:[{_HYPHENS} ][^\W\d_]{{1,4}})*")
_HYPHENED = re.compile(rf"[{_HYPHENS}][^\W\d_](?![^\W\d_])")  # small in names from Korea and Taiwan: "S-w"
_SIGNS = re.compile(rf"([{_HYPHENS} ])")
# "Hauge K.R.", as Scopus shortens every name; what a paper prints itself, "K.R. Hauge" and "Hauge, K.R.", is left as it is
_INDEXED = re.compile(r"[^.,;|]*[^\W\d_]{2}[^.,;|]*\s(?:[^\W\d_a-z]\.[-\u2010]?)+(?:\s*(?:Jr\.?|Sr\.?|I{2,3}|IV))?")
# "van den Berg AB", as PubMed and Vancouver style shorten every name
_SHORT = re.compile(
    r"((?:[^\W\d_a-z]?[^\W\d_A-Z]\S*|[^\W\d_a-z]['’]\S+)(?:\s\S+){0,4}?)\s([A-ZÀ-Þ]{1,4}(?:-[A-ZÀ-Þ])?)(\s(?:Jr|Sr|2nd|3rd|[45]th|I{2,3}|IV))?"
)
_LONGEST_NAME = 80  # characters
_PARTS = re.compile(r"[,;|]")
_ALONE = re.compile(r"(?<![\w.'’-])[^\W\d_](?![\w.'’-])")
_LONGEST_BLOCK = 3  # letters; four capitals are a name as well (JUAN)
_GLUED = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_a-z][^\W\d_A-Z]?\.|[^\W\d_a-z][^\W\d_A-Z]{2})")
_INITIALS = re.compile(rf"(?:[^\W\d_a-z](?:[^\W\d_A-Z]?\.)?[{_HYPHENS} ]?){{1,6}}")
_UNENDED = re.compile(r"(?:[^\W\d_a-z]\.){1,3}[^\W\d_a-z]")
_APART = re.compile(r"\.\s+(?=-[^\W\d_])")
_WORD = re.compile(r"[a-z0-9]+")


def is_plain_initials(given: str) -> bool:
    """Tell a given name that is initials without a full stop, as Google Scholar, PubMed and Vancouver style write them.

    >>> [name for name in ("CM", "J-P", "S-w", "A J", "Cm", "ŠA", "C. M.", "Jan M") if is_plain_initials(name)]
    ['CM', 'J-P', 'S-w', 'A J', 'ŠA']
    """
    return _HYPHENED.sub("", given).isupper() and _PLAIN.fullmatch(given) is not None


def dot_initials(given: str) -> str:
    """Write a full stop behind each initial.

    Programs that make styles of names take `JS` for one name, and abbreviate it to `J.`

    >>> [dot_initials(name) for name in ("CM", "S", "J-P", "S-w", "A J", "Jan", "C. M.")]
    ['C. M.', 'S.', 'J.-P.', 'S.-w.', 'A. J.', 'Jan', 'C. M.']
    """
    if not is_plain_initials(given):
        return given
    return "".join(" ".join(f"{letter}." for letter in part) if part.isalpha() else part for part in _SIGNS.split(given))


def dot_given(given: str) -> str:
    """Write a full stop behind each initial, also where another given name is written out.

    >>> [dot_given(name) for name in ("Peter O", "J Paul", "S J", "MB", "Peter O.", "JUAN", "Li-Jen E", "D'A")]
    ['Peter O.', 'J. Paul', 'S. J.', 'M. B.', 'Peter O.', 'JUAN', 'Li-Jen E.', "D'A"]
    """
    if len(given) <= _LONGEST_BLOCK and is_plain_initials(given):
        return dot_initials(given)
    return _ALONE.sub(lambda match: f"{match[0]}." if match[0].isupper() else match[0], given)


def dot_all(given_names: Sequence[str]) -> list[str]:
    """Bring the initials of a record into form, where its format prints none with a full stop; one that has some keeps what it prints.

    >>> dot_all(["Peter O", "M R"]), dot_all(["Peter O", "M.R."])
    (['Peter O.', 'M. R.'], ['Peter O', 'M. R.'])
    """
    return space_all(given_names) if any("." in given for given in given_names) else [dot_given(given) for given in given_names]


def is_short(given_names: Sequence[str]) -> bool:
    """Tell a list of given names that are initials and nothing else, of which some need a blank.

    >>> is_short(["J.M.", "M."]), is_short(["Yu.I.", ""]), is_short(["J. M.", "M."]), is_short(["N.A.", "Goran"])
    (True, True, False, False)
    """
    return any(map(_GLUED.search, given_names)) and all(not given or _INITIALS.fullmatch(given) for given in given_names)


def space_all(given_names: Sequence[str]) -> list[str]:
    """Part initials that have their full stops; BibTeX takes `K.L.` for one name, which it abbreviates to `K`.

    >>> space_all(["K.L.", "J.-P.", "Li-Jen E.", "Yu.I.", "J.Paul", "C.A"])
    ['K. L.', 'J.-P.', 'Li-Jen E.', 'Yu. I.', 'J. Paul', 'C. A.']
    """
    return [_GLUED.sub(" ", f"{given}." if _UNENDED.fullmatch(given) else given) for given in given_names]


def space_initials(text: str) -> str | None:
    """Part the initials of names in the short form of an index; None if the list has another form.

    >>> space_initials("Hauge K.R., de Melo G., Liu J.-Y."), space_initials("Hauge, K.R.; Melo, G."), space_initials("K.R. Hauge")
    ('Hauge K. R., de Melo G., Liu J.-Y.', None, None)
    """
    parts = [part.strip() for part in _PARTS.split(text)]
    if "." not in text or not all("." not in part or (len(part) < _LONGEST_NAME and _INDEXED.fullmatch(part)) for part in parts):
        return None
    spaced = _GLUED.sub(" ", text)
    return spaced if spaced != text else None


def dot_indexed(text: str) -> str | None:
    """Write the initials of names in PubMed's short form as CSL does; None if the list has another form.

    >>> dot_indexed("Hauge KR, de Melo G, Liu JY Jr."), dot_indexed("Liu JY, Kim Hyun"), dot_indexed("KR Hauge")
    ('Hauge K. R., de Melo G., Liu J. Y. Jr', None, None)
    """
    parts = [_SHORT.fullmatch(part) if len(part) < _LONGEST_NAME else None for part in text.strip().removesuffix(".").split(", ")]
    if "." in text[:-1] or not all(parts):
        return None
    return ", ".join(f"{part[1]} {dot_initials(part[2])}{part[3] or ''}" for part in parts if part)


def join_initials(given: str) -> str:
    """Join initials with a hyphen that a program has taken apart, as arXiv does in `authors_parsed`.

    >>> join_initials("C. -P."), join_initials("J. -y. Paul"), join_initials("C. P. - X.")
    ('C.-P.', 'J.-y. Paul', 'C. P. - X.')
    """
    return _APART.sub(".", given) if " -" in given else given


def compatible(one: str, other: str) -> bool:
    """Tell whether two given names can be the same person's: initials fit, accents and case aside.

    >>> compatible("S.", "Samuel R."), compatible("S.", "T."), compatible("Shuo", "Shuofei"), compatible("", "Kamilė")
    (True, False, False, True)
    """
    pairs = zip(_WORD.findall(fold(one)), _WORD.findall(fold(other)), strict=False)
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)
