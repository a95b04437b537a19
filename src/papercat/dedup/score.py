"""What two records say of each other: evidence in bits, log2 of the odds that they are one.

Every field that both records have says how much more likely it is, as it stands, of one paper than of two; a field that one of them lacks
says nothing. The weights are in `weights` and `whereabouts`; here they are added up.
"""

import math

from papercat.dedup import wording
from papercat.dedup.view import View
from papercat.dedup.weights import OTHER_TITLES, Level, Said, abstracts, ids, kinds, people, relate, title
from papercat.dedup.whereabouts import is_elsewhere, place
from papercat.models.evidence import Evidence

PRIOR = -18.0  # among a million records a record that shares a block with another is it about once in 2**18
SAME_BITS = 7.0  # odds of 128 to 1: probability .992
MAYBE_BITS = 0.0  # even odds
_CONTRADICTION = -10.0  # odds of 1000 to 1 against; what one wrong field costs does not reach it


def probability(bits: float) -> float:
    """Give the probability that odds of so many bits mean.

    >>> probability(0.0), round(probability(SAME_BITS), 2)
    (0.5, 0.99)
    """
    return 1.0 / (1.0 + math.exp2(-max(-64.0, min(64.0, bits))))


def match(a: View, b: View, same: Level) -> float:
    """Weigh two records: the sum of `evidence`, and quick where they have nothing to do with each other.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Paper
    >>> one = prep(Paper(title="Towards Understanding Sycophancy in Language Models", year=2023, arxiv="2310.13548"))
    >>> match(one, prep(Paper(title="Towards understanding sycophancy in language models.", arxiv="2310.13548")), "work")
    34.0
    """
    relation = relate(a, b)
    if relation[0] in OTHER_TITLES and not _has_link(a, b):
        return PRIOR + title(a, b, relation)[2]
    return PRIOR + sum([bits for _, _, bits in _fields(a, b, same, relation)])


def may_be_one(a: View, b: View) -> bool:
    """Tell records that are worth weighing: of all others `match` is below `MAYBE_BITS`, which takes longer to find.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Paper
    >>> one, two = (prep(Paper(title=f"Structure and function of {what}", year=1962)) for what in ("haemoglobin", "ribosomes"))
    >>> may_be_one(one, one), may_be_one(one, two)
    (True, False)
    """
    one, other = a.title, b.title
    return one == other or not one or not other or _has_link(a, b) or wording.may_be_one(one, other)


def evidence(a: View, b: View, same: Level) -> tuple[Evidence, ...]:
    """Say field by field what two records say of each other; the bits add up to `match`.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Paper
    >>> one, two = (prep(Paper(title=f"Constitutional AI, Part {part}", year=2022)) for part in ("I", "II"))
    >>> [(found.field, found.told) for found in evidence(one, two, "work")][:2]
    [('prior', 'two records taken at random'), ('title', 'other numbers: i / ii')]
    """
    prior = Evidence("prior", "two records taken at random", PRIOR)
    relation = relate(a, b)
    if relation[0] in OTHER_TITLES and not _has_link(a, b):
        return prior, Evidence(*title(a, b, relation))
    return prior, *(Evidence(*said) for said in _fields(a, b, same, relation) if said[2])


def contradicts(a: View, b: View, same: Level) -> bool:
    """Tell whether two records speak so strongly against each other that no chain may put them into one cluster.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Paper
    >>> contradicts(prep(Paper(arxiv="2310.13548")), prep(Paper(arxiv="2401.05566")), "work")
    True
    """
    if same == "record":
        return match(a, b, same) < _CONTRADICTION
    # citations err in years and pages; of one work they disagree on all of them only if they are two
    relation = relate(a, b)
    if relation[0] in OTHER_TITLES and not _has_link(a, b):
        return True
    fields = _fields(a, b, same, relation)
    against = sum([bits for field, _, bits in fields if field not in _OF_PLACE])
    return PRIOR + against < 2 * _CONTRADICTION or is_elsewhere(a, b)


_OF_PLACE = frozenset(("year", "venue", "volume", "issue", "pages", "place", "doi"))


def _has_link(a: View, b: View) -> bool:
    """Tell whether records of other titles have anything in common that can outweigh them."""
    return bool(
        (a.doi and a.doi == b.doi)
        or (a.arxiv and a.arxiv == b.arxiv)
        or (a.head and (a.head == b.head or a.tail == b.tail))
        or (a.page and a.page == b.page and a.volume == b.volume)
        or (a.volume and a.volume == b.volume and a.issue and a.issue == b.issue and not (a.page and b.page))
    )


def _fields(a: View, b: View, same: Level, relation: tuple[str, float, str]) -> list[Said]:
    found = [title(a, b, relation), kinds(a, b, same), people(a, b, same, relation), abstracts(a, b), *ids(a, b, same)]
    return [*found, *place(a, b, same, relation)]
