"""What two records say of each other: evidence in bits, log2 of the odds that they are one.

Every field that both records have says how much more likely it is, as it stands, of one paper than of two; a field that one of them lacks
says nothing. The weights are in `weights` and `whereabouts`; here they are added up.
"""

import math

from papercat.dedup import wording
from papercat.dedup.around import behind_names
from papercat.dedup.view import View
from papercat.dedup.weights import (
    MOST_PEOPLE,
    OTHER_TITLES,
    Level,
    Relation,
    Said,
    abstracts,
    ids,
    is_slip,
    kinds,
    people,
    relate,
    title,
)
from papercat.dedup.whereabouts import at_most, is_elsewhere, place
from papercat.models.evidence import Evidence

PRIOR = -18.0  # among a million records a record that shares a block with another is it about once in 2**18
SAME_BITS = 7.0  # where F1 is highest on the halves that weights are set on; 8 loses three times what it gains
MAYBE_BITS = 0.0  # even odds
_CONTRADICTION = -10.0  # what one wrong field costs does not reach it
# Of the evidence that is left when what fields say of each other is taken off: who shares authors shares venues. By maximum likelihood on
# the half of eight labelled sets that weights are set on 0.31 of 8,479 pairs, on the other half 0.27.
_OWN = 0.3


def probability(bits: float) -> float:
    """Give the probability that so many bits mean, as it was counted.

    >>> probability(MAYBE_BITS), round(probability(SAME_BITS), 2), round(probability(30.0), 3)
    (0.5, 0.81, 0.998)
    """
    return 1.0 / (1.0 + math.exp2(-max(-64.0, min(64.0, _OWN * bits))))


def match(a: View, b: View, same: Level, least: float = -math.inf) -> float:
    """Weigh two records: the sum of `evidence`, and quick where they have nothing to do with each other.

    Args:
        a: a record.
        b: the other one, the same or later in order for bits that are the same to the last digit.
        same: whether preprint and article are one ("work") or two ("record").
        least: the bits that matter; of less, something less is given, and sooner.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Paper
    >>> one = prep(Paper(title="Towards Understanding Sycophancy in Language Models", year=2023, arxiv="2310.13548"))
    >>> match(one, prep(Paper(title="Towards understanding sycophancy in language models.", arxiv="2310.13548")), "work")
    34.0
    """
    relation = relate(a, b)
    if _is_another(a, b, relation):
        return PRIOR + title(a, b, relation)[2]
    said, top = _beside_people(a, b, same, relation), at_most(a, b)
    if top < math.inf:
        top += PRIOR + sum([bits for _, _, bits in said])
        if top + MOST_PEOPLE < least:
            return top + MOST_PEOPLE
    authors = people(a, b, same, relation)
    if top + authors[2] < least - _ROUNDED:
        return top + authors[2]
    said.insert(_PEOPLE, authors)
    return PRIOR + sum([bits for _, _, bits in (*said, *place(a, b, same, relation))])


_ROUNDED = 1e-6  # bits; sums in another order differ by less


def may_be_one(a: View, b: View) -> bool:
    """Tell records that are worth weighing: of all others `match` is below `MAYBE_BITS`, which takes longer to find.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Paper
    >>> one, two = (prep(Paper(title=f"Structure and function of {what}", year=1962)) for what in ("haemoglobin", "ribosomes"))
    >>> may_be_one(one, one), may_be_one(one, two)
    (True, False)
    """
    one, other = a.title, b.title
    if one == other or not one or not other or _has_link(a, b) or wording.may_be_one(one, other):
        return True
    # one behind names of authors, of which few are cut; nearly all others end otherwise
    return one[-_END:] == other[-_END:] and behind_names(a, b)[0] != ""


_END = 8  # letters


def _is_another(a: View, b: View, relation: Relation) -> bool:
    """Tell titles of two papers, which no id links and no slip explains."""
    return relation[0] in OTHER_TITLES and not _has_link(a, b) and not is_slip(a, b, relation)


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
    if _is_another(a, b, relation):
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
        return match(a, b, same, _CONTRADICTION) < _CONTRADICTION
    # citations err in years and pages; of one work they disagree on all of them only if they are two
    relation = relate(a, b)
    if _is_another(a, b, relation):
        return True
    said = _beside_place(a, b, same, relation)
    against = sum([bits for field, _, bits in said if field != "doi"])
    return PRIOR + against < 2 * _CONTRADICTION or is_elsewhere(a, b)


def _has_link(a: View, b: View) -> bool:
    """Tell whether records of other titles have anything in common that can outweigh them."""
    return (
        (a.doi == b.doi != "")
        or (a.arxiv == b.arxiv != "")
        or (a.head != "" and (a.head == b.head or a.tail == b.tail))
        or (a.volume == b.volume and (a.page == b.page != "" or _is_one_issue(a, b)))
    )


def _is_one_issue(a: View, b: View) -> bool:
    """Tell whether records of one volume are of one issue, and no page tells them apart."""
    return a.volume != "" and a.issue == b.issue != "" and not (a.page and b.page)


def _fields(a: View, b: View, same: Level, relation: Relation) -> list[Said]:
    return [*_beside_place(a, b, same, relation), *place(a, b, same, relation)]


def _beside_place(a: View, b: View, same: Level, relation: Relation) -> list[Said]:
    found = _beside_people(a, b, same, relation)
    found.insert(_PEOPLE, people(a, b, same, relation))
    return found


def _beside_people(a: View, b: View, same: Level, relation: Relation) -> list[Said]:
    """Weigh what takes little time: all but the authors, which stand at `_PEOPLE`, and the place, which comes last."""
    return [title(a, b, relation), kinds(a, b, same), abstracts(a, b), *ids(a, b, same)]


_PEOPLE = 2
