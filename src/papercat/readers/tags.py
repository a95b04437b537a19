"""Tags of HTML and JATS in the values of formats that have no markup: Crossref and publishers put them into every export."""

import re

# What Crossref allows in titles, what HTML and JATS have beside it, and blocks, which part words.
_INLINE = "i|b|u|em|strong|sub|sup|inf|sc|scp|tt|small|italic|bold|underline|monospace|span"
_TAG = re.compile(
    rf"<(?P<end>/?)(?:jats:)?(?P<name>{_INLINE}|p|br|sec|title)(?P<values>(?:\s[a-z:-]{{1,20}}=(?:\"[^\"<>]*\"|'[^'<>]*'))*)\s?(?P<alone>/?)>",
    re.IGNORECASE,
)
_BLOCKS = frozenset({"p", "br", "sec", "title"})
_LAYERS = 4  # a tag within a tag is no markup of a program's; each reading makes the text shorter


def without_tags(text: str) -> str:
    """Take off tags that come in pairs, and breaks; what looks like a tag and has no partner stays.

    >>> without_tags("Is H<sub>2</sub>O <i>Tropical</i>?"), without_tags("<jats:p>One.</jats:p><jats:p>Two.</jats:p>")
    ('Is H2O Tropical?', 'One. Two.')
    >>> without_tags("if x<i and i>j, and <unk> or <b> alone")
    'if x<i and i>j, and <unk> or <b> alone'
    """
    for _ in range(_LAYERS):
        before, text = text, _once(text)
        if text == before:
            break
    return text


def _once(text: str) -> str:
    found = list(_TAG.finditer(text))
    open_ones: dict[str, list[int]] = {}
    paired = set[int]()
    for place, tag in enumerate(found):
        name = tag["name"].lower()
        if tag["alone"] or name == "br":
            paired.add(place)
        elif not tag["end"]:
            open_ones.setdefault(name, []).append(place)
        elif open_ones.get(name):
            paired |= {open_ones[name].pop(), place}
    pieces, end = [], 0
    for place in sorted(paired):
        tag = found[place]
        pieces += text[end : tag.start()], " " * (tag["name"].lower() in _BLOCKS)
        end = tag.end()
    return " ".join(("".join(pieces) + text[end:]).split()) if paired else text
