"""What a column is by the values that stand in it, where no header says so."""

import re
from collections.abc import Callable, Sequence
from statistics import median

from papercat.identifiers import parse_arxiv, parse_doi
from papercat.names import likeness
from papercat.names.lexicon import givenness
from papercat.readers.layout import ends_sentence

AUTHORS = "authors"
_LEAST = 0.8  # of the values are of the kind that the column is said to be
_FEW = 2  # values at least, else they tell nothing
_SURELY = frozenset({"doi", "url"})  # one is enough
_WORDY = 0.65  # of titles have three words; of three rows one may be "Deep Learning"
_SHORT, _LONG = 15, 300  # characters; titles are between, abstracts longer
_SPLITTERS = re.compile(r"\s{0,3}(?:[;|&\n]|\band\b)\s{0,3}")
_HEAD = 2000  # characters of a value that tell whether it is names
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:\.0)?")
_PAGES = re.compile(r"[A-Za-z]?\d{1,6}\s?[-–]{1,2}\s?[A-Za-z]?\d{1,6}")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def infer_roles(columns: Sequence[Sequence[str]]) -> list[str]:
    """Say what each column is; a role is given once, and "" to a column that is of no known kind.

    Of several that can be the title the longest is.

    >>> infer_roles([
    ...     ["Perez, Ethan; Ringer, Sam", "Hubinger, Evan; Denison, Carson", "Bai, Yuntao; Kadavath, Saurav"],
    ...     ["Discovering Language Model Behaviors", "Sleeper Agents: Deceptive LLMs", "Constitutional AI: Harmlessness"],
    ...     ["2022", "2024", "2022"],
    ... ])
    ['authors', 'title', 'year']
    """
    found = [""] * len(columns)
    values = [[text for text in column if text] for column in columns]
    for role, test in _TESTS:
        least = 1 if role in _SURELY else _FEW
        fit = [
            place
            for place, some in enumerate(values)
            if not found[place] and some and len(some) >= min(least, len(columns[place])) and test(some)
        ]
        if fit:
            # of several titles the longest, else the first
            found[max(fit, key=lambda place: (len(values[place]), sum(map(len, values[place]))) if role == "title" else -place)] = role
    return found


def fits(role: str, text: str) -> bool:
    """Tell whether a value can stand in a column that was found to have a role.

    >>> fits("year", "Jahr"), fits("year", "2022"), fits("title", "Titel")
    (False, True, True)
    """
    test = _FORMS.get(role)
    return test is None or test(text)


def has_form(role: str) -> bool:
    """Tell a role whose values are known by their form.

    >>> has_form("doi"), has_form("title")
    (True, False)
    """
    return role in _FORMS


def _is_year(text: str) -> bool:
    return bool(_YEAR.fullmatch(text))


def _is_url(text: str) -> bool:
    return bool(_URL.match(text))


def _is_doi(text: str) -> bool:
    return parse_doi(text) is not None


def _is_arxiv(text: str) -> bool:
    return parse_arxiv(text, floats=True) is not None


def _is_pages(text: str) -> bool:
    return bool(_PAGES.fullmatch(text))


def _most(test: Callable[[str], bool]) -> Callable[[Sequence[str]], bool]:
    return lambda values: bool(values) and sum(map(test, values)) >= _LEAST * len(values)


def _are_arxiv(values: Sequence[str]) -> bool:
    # a few of any prices can be read as ids that lost a zero, but not most of them as whole ones
    return _most(_is_arxiv)(values) and 2 * sum(parse_arxiv(text) is not None for text in values) > len(values)


def _are_abstracts(values: Sequence[str]) -> bool:
    return median(map(len, values)) >= _LONG and _most(lambda text: ends_sentence(text) or len(text) > _LONG)(values)


def _are_titles(values: Sequence[str]) -> bool:
    lengths = list(map(len, values))
    wordy = sum(len(text.split()) > 2 or len(_CJK.findall(text)) > 5 for text in values) > _WORDY * len(values)
    low = 6 if _CJK.search("".join(values)) else _SHORT
    return low <= median(lengths) < _LONG and wordy and len(set(values)) > 0.8 * len(values) and not _are_names(values)


def _are_names(values: Sequence[str]) -> bool:
    weights = [names_likeness(text) for text in values]
    # a family name can be a word of prose: "Necva Bölücü, Burcu Can"
    return sum(weight > 0.4 for weight in weights) > 0.6 * len(weights) and sum(weight < 0 for weight in weights) <= 0.25 * len(weights)


def names_likeness(text: str) -> float:
    """Weigh how much a value looks like the names of authors, in any list.

    >>> names_likeness("Perez, Ethan; Ringer, Sam") > 0.5, names_likeness("Sleeper Agents: Training Deceptive LLMs") < 0
    (True, True)
    """
    joined = _SPLITTERS.sub(", ", text[:_HEAD])
    if "," in joined:
        return likeness(joined)
    words = text.split()
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words if len(word) > 3):
        return -1.0
    return 1.0 if max(map(givenness, words)) > 1 else 0.0


_FORMS: dict[str, Callable[[str], bool]] = {
    "doi": _is_doi,
    "arxiv": _is_arxiv,
    "year": _is_year,
    "url": _is_url,
    "pages": _is_pages,
    "abstract": lambda text: len(text) > _SHORT,
}
# In this order: what is surer comes first.
_TESTS: tuple[tuple[str, Callable[[Sequence[str]], bool]], ...] = (
    ("doi", _most(_is_doi)),
    ("arxiv", _are_arxiv),
    ("url", _most(_is_url)),
    ("year", _most(_is_year)),
    ("pages", _most(_is_pages)),
    ("abstract", _are_abstracts),
    (AUTHORS, _are_names),
    ("title", _are_titles),
)
