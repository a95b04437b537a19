"""Names that come one by one, as tagged formats have them: each is whole, and all are written in one order."""

from collections.abc import Sequence

from papercat.names.human import parse_human
from papercat.names.messy import parse_messy
from papercat.names.name import Name
from papercat.names.pairs import pair, plain_pairs
from papercat.names.words import NULLS, is_group


def parse_each(texts: Sequence[str]) -> tuple[Name, ...]:
    """Read names of which each is one; the order of those without a comma is found from all of them.

    Where others have a comma, one without is an organisation or a person of one name.

    >>> [name[:2] for name in parse_each(["Armentano-Oller, Carme", "Forcada, Mikel L."])]
    [('Armentano-Oller', 'Carme'), ('Forcada', 'Mikel L.')]
    >>> [name[:2] for name in parse_each(["Klüwer T", "Uszkoreit H", "Xu F"])]
    [('Klüwer', 'T'), ('Uszkoreit', 'H'), ('Xu', 'F')]
    >>> [name.literal for name in parse_each(["Zhang, Wei", "Food and Agriculture Organization", "Mausam"])][1:]
    ['Food and Agriculture Organization', 'Mausam']
    """
    pairs = plain_pairs(", ".join(texts), is_usual=True) if all(text.count(",") == 1 for text in texts) else None
    if pairs:
        return tuple(map(pair, *pairs))
    bare = [text for text in texts if "," not in text and text not in NULLS]
    if bare and len(bare) == len(texts) and not any(is_group(text.split()) for text in bare):
        found = parse_messy("; ".join(bare))
        if len(found.names) == len(bare) and not found.others:
            return found.names
    return tuple(_one(text, is_alone=len(bare) < len(texts)) for text in texts)


def _one(text: str, *, is_alone: bool) -> Name:
    if text in NULLS:
        return Name(null=True)
    if "," not in text and (is_alone or is_group(text.split())):
        return Name(literal=text)
    return parse_human(text)
