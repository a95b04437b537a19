"""What spreadsheets and programs make of a value, read back: nothing, lists, numbers that were ids."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from papercat.identifiers import parse_arxiv

# What stands for nothing: pandas, R, SQL, Excel's errors, and people; Scopus says it in words
_NOTHING = frozenset(
    """
    nan none null n/a n.a. na <na> nil nat \\n - -- --- – — . ? n.d. tba tbd [] {} () ['']
    #n/a #na #ref! #value! #name? #div/0! #null! #num! (null) undefined
    """.split()
)
_NOTHING_SAID = re.compile(r"\[No [a-z ]{3,40} available\]|No (?:abstract|title|author)s? available\.?", re.IGNORECASE)
_LONGEST_NOTHING = 40  # characters
_WHOLE = re.compile(r"([0-9]{1,9})[.,]0")
_DIGITS = re.compile(r"[.,]")
_LEAST_DIGITS = 3  # behind the dot of an id that lost zeros; of a hundred ids one loses more
_BLANKS = re.compile(r"[\s,;]*")
_ITEM = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""", re.DOTALL)
_ESCAPE = re.compile(r"\\(['\"\\/])")
_NAMED = re.compile(
    r"""['"](?:name|full_?name|display_name)['"]\s{0,9}:\s{0,9}(?:'((?:[^'\\]|\\.){0,200})'|"((?:[^"\\]|\\.){0,200})")""", re.DOTALL
)


_WORDS = re.compile(r"[^|\n]+")


class Item(NamedTuple):
    """One item of a list in a cell: where it stands in the cell's text, and its text if that is written in other characters."""

    start: int
    end: int
    raw: str | None = None


def is_nothing(text: str) -> bool:
    """Tell a value that says there is none.

    >>> is_nothing(" NaN "), is_nothing("[No abstract available]"), is_nothing("Nan, Li")
    (True, True, False)
    """
    if len(text) > _LONGEST_NOTHING:
        return False
    bare = text.strip()
    return not bare or bare.casefold() in _NOTHING or bool(_NOTHING_SAID.fullmatch(bare))


def whole_number(text: str) -> str | None:
    """Give the number that a data frame made a fraction of, because a cell below it is empty.

    >>> whole_number("26.0"), whole_number("26"), whole_number("2.10")
    ('26', None, None)
    """
    match = _WHOLE.fullmatch(text.strip())
    return match[1] if match else None


def is_arxiv(text: str) -> bool:
    """Tell an arXiv id, also one that went through a spreadsheet, from another number.

    >>> [is_arxiv(text) for text in ("704.0001", "hep-th/9711200", "1203.5", "12345")]
    [True, True, False, False]
    """
    found = parse_arxiv(text.strip().lstrip("'"), floats=True)
    return found is not None and (not found.completed or len(_DIGITS.split(text.strip())[-1]) >= _LEAST_DIGITS)


def find_items(text: str) -> list[Item]:
    r"""Find the items of a list as Python or JSON write one; none if the text is no such list.

    >>> text = "['Marx, Karl', \"O'Hara, Clare\"]"
    >>> [text[item.start : item.end] for item in find_items(text)], find_items("[No authors]")
    (['Marx, Karl', "O'Hara, Clare"], [])
    """
    bare = text.strip()
    if len(bare) < 4 or bare[0] + bare[-1] not in ("[]", "()", "{}"):
        return []
    begin = len(text) - len(text.lstrip())
    return list(_items(text, begin + 1, begin + len(bare) - 1)) if bare[1:].lstrip()[:1] in ("'", '"') else []


def _items(text: str, place: int, stop: int) -> Iterator[Item]:
    found: list[Item] = []
    place = _after_blanks(text, place, stop)
    while place < stop:
        match = _ITEM.match(text, place, stop)
        if not match:
            return
        group = 1 if match[1] is not None else 2
        found.append(Item(*match.span(group), _ESCAPE.sub(r"\1", match[group]) if "\\" in match[group] else None))
        place = _after_blanks(text, match.end(), stop)
    yield from found


def _after_blanks(text: str, place: int, stop: int) -> int:
    match = _BLANKS.match(text, place, stop)
    return match.end() if match else place


def find_names(text: str) -> list[Item]:
    """Find the names in a list of objects that each have one, as datasets write authors.

    >>> text = "[{'name': 'Ada Lovelace', 'affiliation': ''}, {'name': 'Charles Babbage'}]"
    >>> [text[item.start : item.end] for item in find_names(text)]
    ['Ada Lovelace', 'Charles Babbage']
    """
    if not text.lstrip().startswith(("[{", "{")):
        return []
    found = ((match, 1 if match[1] is not None else 2) for match in _NAMED.finditer(text))
    return [Item(*match.span(group), _ESCAPE.sub(r"\1", match[group]) if "\\" in match[group] else None) for match, group in found]


def find_words(text: str) -> list[Item]:
    r"""Find keywords that a bar or a line break parts; commas and semicolons are known elsewhere.

    >>> [item[:2] for item in find_words("probing|world models")], find_words("probing; models")
    ([(0, 7), (8, 20)], [])
    """
    if ";" in text or not any(sign in text.strip() for sign in "|\n"):
        return []
    return [Item(*match.span()) for match in _WORDS.finditer(text) if match[0].strip()]


def lines_as_list(text: str) -> str | None:
    r"""Give names that stand in lines of their own with a separator between them; None if the lines are no such list.

    >>> lines_as_list("Perez, Ethan\nRinger, Sam"), lines_as_list("Perez, Ethan, Ringer,\nSam")
    ('Perez, Ethan; Ringer, Sam', None)
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or ";" in text or "|" in text:
        return None
    if any(line.endswith((",", "&", " and", "-")) or len(line.split()) < 2 for line in lines[:-1]) or len(lines[-1].split()) < 2:
        return None
    return "; ".join(lines)
