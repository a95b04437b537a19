"""Names that come one by one, as tagged formats have them: each is whole, and all are written in one order."""

from collections.abc import Sequence

from papercat.names.human import inverted, parse_human
from papercat.names.messy import parse_messy
from papercat.names.name import Name
from papercat.names.pairs import pair, plain_pairs
from papercat.names.ways import block_place, inverted_bits
from papercat.names.words import EASTERN_OTHERS, NULLS, is_group

_OTHERS, _AROUND = EASTERN_OTHERS | {"others", "et al", "et alii"}, " ,.;()[]\n"


def parse_each(texts: Sequence[str]) -> tuple[Name, ...]:
    """Read names of which each is one; the order of those without a comma is found from all of them.

    Where others have a comma, one without is an organisation or a person of one name.

    >>> [name[:2] for name in parse_each(["Armentano-Oller, Carme", "Forcada, Mikel L."])]
    [('Armentano-Oller', 'Carme'), ('Forcada', 'Mikel L.')]
    >>> [name[:2] for name in parse_each(["Klüwer T", "Uszkoreit H", "Xu F"])]
    [('Klüwer', 'T'), ('Uszkoreit', 'H'), ('Xu', 'F')]
    >>> [name.literal for name in parse_each(["Zhang, Wei", "Food and Agriculture Organization", "Mausam"])][1:]
    ['Food and Agriculture Organization', 'Mausam']
    >>> [name.literal for name in parse_each(["United Nations,", "王小明,"])]  # as EndNote has names that are one part
    ['United Nations', '王小明']
    """
    closed = () if _are_separators(texts) else tuple(map(_is_closed, texts))
    if not any(closed):
        return _parse_open(texts)
    others = iter(_parse_open([text for text, is_closed in zip(texts, closed, strict=True) if not is_closed]))
    return tuple(Name(literal=text[:-1].rstrip()) if is_closed else next(others) for text, is_closed in zip(texts, closed, strict=True))


def _parse_open(texts: Sequence[str]) -> tuple[Name, ...]:
    pairs = plain_pairs(", ".join(texts), is_usual=True) if all(text.count(",") == 1 for text in texts) else None
    if pairs:
        return tuple(map(pair, *pairs))
    bare = [text for text in texts if "," not in text and text not in NULLS]
    if bare and len(bare) == len(texts) and not any(is_group(text.split()) for text in bare):
        found = parse_messy("; ".join(bare))
        if len(found.names) == len(bare) and not found.others:
            return found.names
    return tuple(_one(text, is_alone=len(bare) < len(texts)) for text in texts)


def _is_closed(text: str) -> bool:
    """Tell a name of one part: the comma behind the family name stands there, and nothing behind it."""
    return text.endswith(",") and "," not in text[:-1] and bool(text[:-1].strip())


def _are_separators(texts: Sequence[str]) -> bool:
    """Tell commas that part the names of a list: all have one, perhaps but the last, are people, none written `Family, Given`."""
    *first, last = texts or [""]
    if not first or not all(map(_is_closed, first)):
        return False
    return "," not in last or (_is_closed(last) and all(" " in text and not is_group(text[:-1].split()) for text in texts))


def stands_for_others(text: str) -> bool:
    """Tell what ends a list in the place of a name: nobody is called so.

    >>> [stands_for_others(text) for text in ("et al.", "others", "and others", "Others, The", "Al, Et")]
    [True, True, True, False, False]
    """
    return text.strip(_AROUND).lower().removeprefix("and ") in _OTHERS


def parse_family_first(texts: Sequence[str]) -> tuple[Name, ...]:
    """Read names of which each is one, with its family name first and no comma; a word alone is a family name.

    Initials alone are given names where the list spells none out.

    >>> [name[:2] for name in parse_family_first(["Le Tallec Marc", "Antoine Jean-Yves", "Hervey Aaron S."])]
    [('Le Tallec', 'Marc'), ('Antoine', 'Jean-Yves'), ('Hervey', 'Aaron S.')]
    >>> [name[:2] for name in parse_family_first(["Uszkoreit H", "García López M"])]
    [('Uszkoreit', 'H'), ('García López', 'M')]
    """
    names = [tuple(text.split()) for text in texts]
    long = [words for words in names if block_place(words) > 1]
    gain = sum(max(_cut_bits(words)[:-1]) - _cut_bits(words)[-1] for words in long)
    is_spelled = gain > 0 or any(len(words) > 1 and not block_place(words) for words in names)
    return tuple(_family_first(words, is_spelled=is_spelled) for words in names)


def _cut_bits(words: tuple[str, ...]) -> list[float]:
    """Weigh each place at which the given names can begin, the last that of the initials."""
    return [inverted_bits(words[:cut], words[cut:]) for cut in range(1, (block_place(words) or len(words) - 1) + 1)]


def _family_first(words: tuple[str, ...], *, is_spelled: bool) -> Name:
    text = " ".join(words)
    if text in NULLS or not words:
        return Name(null=True)
    if is_group(words):
        return Name(literal=text)
    if len(words) == 1:
        return Name(family=text)
    place = block_place(words)
    if not place or (is_spelled and place > 1):
        bits = _cut_bits(words)[: -1 if place else None]
        place = 1 + bits.index(max(bits))
    return inverted(words[:place], words[place:])


def _one(text: str, *, is_alone: bool) -> Name:
    if text in NULLS:
        return Name(null=True)
    if "," not in text and (is_alone or is_group(text.split())):
        return Name(literal=text)
    return parse_human(text)
