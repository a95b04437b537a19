"""One name as people write it: in natural order, or inverted with a comma."""

import re
from collections.abc import Sequence

from papercat.names.cjk import is_cjk, parse_cjk
from papercat.names.cut import cut, is_particle, look
from papercat.names.initials import join_initials
from papercat.names.lexicon import givenness
from papercat.names.name import LEFT_OUT, Name
from papercat.names.words import is_credential, is_group, is_initials, is_suffix, is_title

# Log2 odds: of 89,478 names of two words in the ACL Anthology 1 in 850 is turned from here on, and most of these stand there the wrong way
# round ("Kobayashi Ichiro", "González Victor").
_REVERSED = 7.0
_INITIALS = re.compile(r"[A-Z]{1,3}|(?:[A-Z]\.[ -]?){1,4}")
_ENDED = re.compile(r"[^\W\d_][^\W\d_A-Z]{3,40}\.")  # "Bauer., S."; no abbreviation of a family name has so many letters

# "Li, Wei（李伟）": the name in other letters stands behind it in brackets of either width
_CLOSING = (")", "）")
_IN_BRACKETS = re.compile(r"[ ]?[(（]([^()（）\s]{1,12})[)）]\Z")


def parse_human(text: str) -> Name:
    """Read one name: titles are left out, degrees stand in the suffix.

    >>> parse_human("Juan Q. de la Vega III")[:4]
    ('Vega', 'Juan Q.', 'de la', 'III')
    >>> parse_human("Doe, John A., Jr.")[:4] == parse_human("John A. Doe, Jr.")[:4]
    True
    >>> parse_human("Li, Wei（李伟）")[:2], parse_human("Wei Li (李伟)")[:2], parse_human("李伟（大）").given
    (('Li', 'Wei'), ('Li', 'Wei'), None)
    >>> parse_human("ATLAS Collaboration").literal
    'ATLAS Collaboration'
    """
    if text.endswith(_CLOSING) and (beside := _IN_BRACKETS.search(text)) and is_cjk(beside[1]) and not is_cjk(text[:1]):
        text = f"{text[: beside.start()]} {beside[1]}"
    words = (text := join_initials(text)).split()
    if len(words) == 2 and words[0].isalpha() and words[1].isalpha() and not _is_special(words):
        return _two(*words)
    parts = [part.split() for part in text.split(",")]
    return _with_commas([part for part in parts if part])


def _two(first: str, second: str) -> Name:
    if givenness(second) - givenness(first) < _REVERSED or len(first) == 1:
        return Name(second, first)
    return Name(first, second, notes=("read with the family name first, as the two words tell",))


def _is_special(words: Sequence[str]) -> bool:
    last = words[1].lower()
    return is_suffix(last) or is_group(words) or is_title(*words[:2]) or not words[0].isascii() or is_credential(words[1])


def _with_commas(parts: list[list[str]]) -> Name:
    suffixes: list[str] = []
    while len(parts) > 1 and not _is_given(parts) and _are_behind(parts):
        suffixes.insert(0, " ".join(parts.pop()))
    if not parts:
        return Name()
    if len(parts) > 2 and all(map(is_suffix, parts[1])):
        suffixes.insert(0, " ".join(parts.pop(1)))  # "King, Jr., Martin Luther"
    head, given = parts[0], [word for part in parts[1:] for word in part]
    if given:
        return inverted(head, given, ", ".join(suffixes))
    return natural(head, ", ".join(suffixes))


def _are_behind(parts: Sequence[Sequence[str]]) -> bool:
    return all(_is_behind(word, parts[0]) for word in parts[-1]) or _is_spaced_degree(parts[-1])


def _is_given(parts: Sequence[Sequence[str]]) -> bool:
    """Tell initials that look like a degree, which no family name alone has: `Swartz, MA`, `Lachaux, M.-A.`."""
    behind = parts[-1]
    return len(parts) == 2 and len(parts[0]) == 1 and bool(_INITIALS.fullmatch(" ".join(behind))) and not is_suffix(behind[0])


def _is_spaced_degree(words: Sequence[str]) -> bool:
    """Tell `Ph. D.`."""
    return all("." in word for word in words) and len(words) < 4 and is_credential("".join(words))


def _is_behind(word: str, head: Sequence[str]) -> bool:
    """Tell what follows a whole name and a comma: a suffix, a degree, the letters of an honour that no list has."""
    letters = len(head) > 1 and head[-1].istitle() and len(word) > 2 and word.isalpha() and word.isupper()
    return is_suffix(word) or is_credential(word, beside=True) or letters or (word == "V" and len(head) > 1)


def inverted(family: Sequence[str], given: Sequence[str], suffix: str = "") -> Name:
    """Make a name of its two halves; suffixes within them are found.

    >>> inverted(["King", "Jr."], ["Martin", "Luther"])[:4]
    ('King', 'Martin Luther', None, 'Jr.')
    >>> inverted(["Rossum"], ["Guido", "van"])[:3]
    ('Rossum', 'Guido', 'van')
    """
    if len(given) > 1 and is_cjk(given[-1]) and not any(map(is_cjk, [*family, *given[:-1]])):
        return inverted(family, given[:-1], suffix)._replace(notes=(_beside(given[-1]),))
    family, behind_family = trailing(family)
    given, behind_given = trailing(given)
    found = [*behind_family, *behind_given, *([suffix] if suffix else [])]
    place = len(given)
    while place > 1 and is_particle(given[place - 1]) and given[place - 1].islower() and len(given[place - 1].strip(".")) > 1:
        place -= 1
    return make(given[:place], [*given[place:], *family], ", ".join(found))


def natural(words: Sequence[str], suffix: str = "") -> Name:
    """Make a name of its words in natural order.

    >>> natural("Levin Freiherr von Hollen".split())[:3], natural(["van", "Genabith"])[:3]
    (('Hollen', 'Levin Freiherr', 'von'), ('Genabith', None, 'van'))
    """
    whole, words = words, without_titles(words)
    notes = (f"{LEFT_OUT} {' '.join(whole[: len(whole) - len(words)])!r}",) if len(words) < len(whole) else ()
    name = _natural(*trailing(words), suffix)
    return name._replace(notes=(*notes, *name.notes)) if notes else name


def _natural(words: Sequence[str], behind: Sequence[str], suffix: str) -> Name:
    suffix = ", ".join([*behind, *([suffix] if suffix else [])])
    if is_group(words):
        return Name(literal=" ".join([*words, *filter(None, [suffix])]))
    if len(words) < 2:
        asian = parse_cjk(words[0]) if words else None
        return asian or Name(literal=" ".join([*words, *filter(None, [suffix])]) or None)
    if is_cjk(words[0]) and all(map(is_cjk, words)):
        return make(words[1:], words[:1], suffix)
    if is_cjk(words[-1]) and not any(map(is_cjk, words[:-1])):
        # "Wei Wang 王伟"
        if len(words) < 3:
            return make(words[:1], words[1:], suffix)
        return _natural(words[:-1], [], suffix)._replace(notes=(_beside(words[-1]),))
    place = 0 if _is_family(words) else cut(look(tuple(words))).place
    return make(words[:place], words[place:], suffix)


def _is_family(words: Sequence[str]) -> bool:
    """Tell a family name with its particles and without given names: `van Genabith`."""
    return words[-1][:1].isupper() and all(word.islower() and len(word) > 1 and is_particle(word) for word in words[:-1])


def _beside(word: str) -> str:
    return f"{LEFT_OUT} {word!r}, the name in other letters"


def make(given: Sequence[str], family: Sequence[str], suffix: str = "") -> Name:
    """Put the parts together; particles in small letters are parted from the family name, a full stop behind it is left out.

    >>> make(["S."], ["von", "Bauer."])[:3]
    ('Bauer', 'S.', 'von')
    """
    place = 0
    if family and _ENDED.fullmatch(family[-1]) and not is_suffix(family[-1]):
        family = [*family[:-1], family[-1][:-1]]
    while place < len(family) - 1 and is_particle(family[place]) and family[place].islower():
        place += 1
    return Name(" ".join(family[place:]) or None, " ".join(given) or None, " ".join(family[:place]) or None, suffix or None)


def trailing(words: Sequence[str], *, degrees: bool = True) -> tuple[list[str], list[str]]:
    """Part the suffixes behind a name from it, and the `degrees`.

    >>> trailing(["Martin", "Luther", "Jr."])
    (['Martin', 'Luther'], ['Jr.'])
    """
    end = len(words)
    while end > 1 and (is_suffix(words[end - 1]) or (degrees and _is_degree(words, end))):
        end -= 1
    return list(words[:end]), list(words[end:])


def _is_degree(words: Sequence[str], end: int) -> bool:
    if words[end - 1][1:].islower():
        return False  # no degree has one capital
    place = end - 1
    while place > 1 and is_credential(words[place - 1], beside=True):
        place -= 1
    # behind a name that is written out (four letters, or two words) two capitals are no initials: "pennie MD", "Kenneth Clarke QC MP"
    before = words[place - 1]
    spelled = (len(before) > 3 or place > 1) and not before.isupper() and not is_initials(before)
    return is_credential(words[end - 1], beside=end < len(words) or spelled)


def without_titles(words: Sequence[str]) -> list[str]:
    """Leave out what stands before a name: Dr., Prof.

    >>> without_titles(["Prof.", "Dr.", "O.", "Nierstrasz"])
    ['O.', 'Nierstrasz']
    """
    start = 0
    while start < len(words) - 1 and is_title(words[start], words[start + 1]):
        start += 1
    return list(words[start:])
