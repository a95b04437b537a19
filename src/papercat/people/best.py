"""Which of a person's names is the best: fuller, with its accents, in mixed case, and no slip of the pen."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from papercat.models import Author
from papercat.names.lexicon import givenness
from papercat.people.forms import Form, first, form, is_full
from papercat.people.nicknames import roots

SUPPORT = 0.05  # of a person's mentions: a fuller name that is rarer may be another's, or a slip
_LATIN_END = 0x24F
_LATIN_MORE = range(0x1E00, 0x1F00)


def best(names: Mapping[Author, int]) -> Author:
    """Choose among the names of one person, each with the number of papers that have it.

    >>> names = {Author(family="Lukosuite", given="Kamile"): 1, Author(family="Lukošiūtė", given="Kamilė"): 7}
    >>> print(best(names), "|", best({Author(family="Maxwell", given="Tim"): 3, Author(family="Maxwell", given="Timothy"): 1}))
    Kamilė Lukošiūtė | Timothy Maxwell
    >>> print(best({Author(family="Chieh-ling", given="Yang"): 1, Author(family="Yang", given="Chieh-ling"): 1}))
    Chieh-ling Yang
    """
    whole = [name for name in names if not is_damaged(name.inverted)] or list(names)
    known = {name: found for name in whole if (found := form(name))}
    surname = _commonest(Counter({name: names[name] for name in known}), {name: one.surname for name, one in known.items()})
    kept = {name: one for name, one in known.items() if one.surname == surname}
    kept = _with_first(kept, names)
    least = SUPPORT * sum(names[name] for name in kept)
    support: Counter[str] = Counter()
    for name, one in kept.items():
        support[one.key] += names[name]
    able = {name: one for name, one in kept.items() if support[one.key] >= least} or kept
    return max(able, key=lambda name: (len(able[name].first), support[able[name].key], able[name].key, *_look(name, names[name])))


def _commonest(counts: Mapping[Author, int], keys: Mapping[Author, str]) -> str:
    total: Counter[str] = Counter()
    for name, key in keys.items():
        total[key] += counts[name]
    accented = {key for name, key in keys.items() if not name.inverted.isascii()}
    likely: dict[str, float] = defaultdict(float)  # of two orders, Yang Chieh-ling and Chieh-ling Yang, the one that lists of names know
    for name, key in keys.items():
        likely[key] += sum(map(givenness, (name.given or "").split())) - sum(map(givenness, (name.family or "").split()))
    return max(total, key=lambda key: (total[key], key in accented, likely[key], len(key), key))


def _with_first(names: Mapping[Author, Form], counts: Mapping[Author, int]) -> dict[Author, Form]:
    """Keep the names that begin with the commonest first name, or with the full form of it."""
    full = {name: first(one) for name, one in names.items() if one.given and is_full(one.given[0])}
    if not full:
        return dict(names)
    total: Counter[str] = Counter()
    for name, given in full.items():
        total[given] += counts[name]
    chosen = max(total, key=lambda given: (total[given], len(given), given))
    longer = [given for given in total if given != chosen and _is_short_for(chosen, given)]
    chosen = max(longer, key=lambda given: (total[given], len(given), given), default=chosen)
    same: dict[str, dict[Author, Form]] = defaultdict(dict)
    for name in full:
        same[full[name]][name] = names[name]
    # one key, other blanks: Jun-ichi, Junichi
    keys = {one.first for one in same[chosen].values()}
    return same[chosen] | {name: one for name, one in names.items() if one.first in keys}


def _is_short_for(short: str, given: str) -> bool:
    return 1 < len(short) < len(given) and (given.startswith(short) or given in roots().get(short, ()))


def _look(name: Author, count: int) -> tuple[bool, bool, int, str]:
    text = name.inverted
    cased = not (name.family or "").isupper() and not text.islower()
    return cased, not text.isascii(), count, text


def is_damaged(text: str) -> bool:
    """Tell a name with letters of two scripts, or with a sign for a lost one.

    >>> is_damaged("Lukoลกiลซtฤ"), is_damaged("Lukošiūtė"), is_damaged("王伟"), is_damaged("M?ller")
    (True, False, False, True)
    """
    if "\ufffd" in text or "?" in text:
        return True
    letters = [ord(char) for char in text if char.isalpha()]
    latin = sum(code <= _LATIN_END or code in _LATIN_MORE for code in letters)
    return 0 < latin < len(letters)


def forms_of(names: Iterable[Author]) -> dict[Author, int]:
    """Count names, the most frequent first, and of equally frequent ones in the order of the alphabet."""
    counts = Counter(names)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], unicodedata.normalize("NFD", item[0].inverted))))
