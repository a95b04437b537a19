r"""Titles: the words that keep their capitals where a style lowers titles, each in braces, and only they.

A style such as plain.bst or IEEE's lowers every letter of a title but the first, save in braces. Who braces the whole title takes that
choice from the style. A word is braced for one of these reasons, in their order:

* its form: a capital behind its first letter (LLMs, GPT-4, mRNA), a capital and a digit (T5), one letter alone (C, K-means);
* it is a proper name of the small list in `proper`;
* it is no ordinary word of titles, and the title is in sentence case: then a capital within it means something;
* it is no ordinary word, and the abstract writes it with a capital within a sentence, and nowhere without.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, cast

from papercat.writers.bibtex.proper import names, ordinary, phrases

OPEN, CLOSE = "\x01", "\x02"  # stand for the braces until the text is spelled; no field has control characters
_EDGES = ".,:;?!\"'“”‘’()[]«»„…–—-¿¡*"
_HYPHENS = re.compile(r"[-–‐/&=@_.+]")
# Formulas, commands and braces part the words; what stands in braces with a capital is protected already.
_FORMULA = r"\$\$[^$]*\$\$|\$[^$]*\$|\\\([^$]{0,999}?\\\)|\\\[[^$]{0,999}?\\\]"
_BETWEEN = re.compile(rf"(\s+|{_FORMULA}|\\[A-Za-z]+|\{{[\w’'.& -]*[^\W\d_a-z][\w’'.& -]*\}}|[{{}}\\])")
_SUFFIXES = ("'s", "’s", "'", "’")
_ENDS = frozenset(".:?!–—")  # behind these a sentence begins
_NUMBERED = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]")
_DIGIT = re.compile(r"[A-Z][\d#]|\d[A-Z]")
# What the form of a word tells. Short ones have up to three letters, and tell nothing of the case of a title.
_SHORT, _LONG, _ORDINARY, _SHORT_CAPITAL, _LONG_CAPITAL, _SHOWN, _LISTED = range(7)
# Share of capitals among the later words of more than three letters. Of ACL Anthology titles in sentence case, and of those in title
# case, nearly none lie between .3 and .6: small words are not counted.
_SENTENCE_CASE, _MOST_CAPITALS, _FEWEST_CAPITALS = 0.35, 0.8, 3
_SMALL = 3
_MOST_KNOWN, _LONGEST_KNOWN = 65_536, 40
_BRACKETED = re.compile(r" ?\(([A-Z][\w-]*)\)")


def protected(title: str, abstract: str = "") -> str:
    r"""Mark the words of a title that keep their capitals, with `OPEN` and `CLOSE` around each.

    >>> shown = str.maketrans(OPEN + CLOSE, "{}")
    >>> protected("On the Behaviors of LLMs: A Bayesian Study").translate(shown)
    'On the Behaviors of {LLMs}: A {Bayesian} Study'
    >>> protected("Sleeper Agents at Anthropic", "We of Anthropic show that agents can sleep.").translate(shown)
    'Sleeper Agents at {Anthropic}'
    """
    if "$" in title or "{" in title or "}" in title or "\\" in title:
        pieces = _BETWEEN.split(title)
        pieces[::2] = _marked(pieces[::2], abstract)
        return "".join(pieces)
    return " ".join(_marked(title.split(" "), abstract))


class _Word(NamedTuple):
    """A word between blanks, and what is asked of it.

    Attributes:
        core: itself without the signs around it.
        lead: where that begins.
        ends: whether a sentence ends with it.
        name: itself without its genitive, behind a blank, as an abstract would have it.
        small: the same in small letters.
    """

    core: str
    lead: int
    ends: bool
    name: str
    small: str


_KNOWN: dict[str, _Word] = {}


_KINDS: dict[str, int] = {}  # what the form of a word tells, which most titles need alone


def _look_up(token: str) -> int:
    if len(_KINDS) >= _MOST_KNOWN:
        _KINDS.clear()
    kind = _judged(token.strip(_EDGES))
    if len(token) <= _LONGEST_KNOWN:
        _KINDS[token] = kind
    return kind


def _word(token: str) -> _Word:
    found = _KNOWN.get(token)
    if found is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        core = token.strip(_EDGES)
        name = f" {_bare(core)}"
        ends = token[-1:] in _ENDS or (token[-2:-1] in _ENDS and token[-1:] in _EDGES) or token in ("-", "–", "—")
        found = _Word(core, token.index(core), ends, name, name.lower())
        if len(token) <= _LONGEST_KNOWN:
            _KNOWN[token] = found
    return found


def _marked(tokens: list[str], abstract: str) -> list[str]:
    known = list(map(_KINDS.get, tokens))
    if None in known:
        known = [_look_up(token) if kind is None else kind for token, kind in zip(tokens, known, strict=True)]
    kinds = bytes(cast("list[int]", known))
    if kinds.count(_SHOWN) >= _FEWEST_CAPITALS and _is_shouted(tokens):
        return [_shouted(token, abstract) for token in tokens]
    phrased = frozenset[int]() if phrases().keys().isdisjoint(tokens) else _in_phrases(tokens)
    is_sentence = _is_sentence_case(kinds)
    least = _ORDINARY if phrased else _SHORT_CAPITAL if is_sentence or abstract else _SHOWN
    for place, kind in enumerate(kinds):
        if kind < least:
            continue
        token = tokens[place]
        if kind >= _SHOWN or place in phrased or (kind > _ORDINARY and _is_name(tokens, place, abstract, is_sentence=is_sentence)):
            one = _word(token)
            end = one.lead + len(one.core)
            tokens[place] = f"{token[: one.lead]}{OPEN}{one.core}{CLOSE}{token[end:]}"
    return tokens


def _is_sentence_case(kinds: bytes) -> bool:
    capitals, small = kinds.count(_LONG_CAPITAL, 1) + kinds.count(_ORDINARY, 1), kinds.count(_LONG, 1)
    return capitals + small > 0 and capitals <= _SENTENCE_CASE * (capitals + small)


def _is_name(tokens: Sequence[str], place: int, abstract: str, *, is_sentence: bool) -> bool:
    """Say whether a word with a capital is a name."""
    if not is_sentence:
        one = _word(tokens[place])
        if one.name not in abstract or one.small in abstract or not is_name_in(one.core, abstract):
            return False
    last = next((word for word in reversed(tokens[:place]) if word), "")
    return bool(last) and not _word(last.replace(OPEN, "").replace(CLOSE, "")).ends


def _judged(core: str) -> int:
    if core == core.lower():
        return _LONG if len(core) > _SMALL else _SHORT
    parts = [part for part in _HYPHENS.split(core) if part]
    if any(_has_own_case(part) for part in parts) or _DIGIT.search(core):
        return _SHOWN
    if any(len(part) == 1 and part.isupper() and part != "A" for part in parts) and (len(parts) > 1 or core.isascii()):
        return _SHOWN
    if core in names() or any(_bare(part) in names() for part in parts):
        return _LISTED
    if not core[0].isupper():
        return _SHORT
    return _SHORT_CAPITAL if len(core) <= _SMALL else _ORDINARY if core.lower() in ordinary() else _LONG_CAPITAL


def _has_own_case(part: str) -> bool:
    bare = _bare(part)
    return bare[1:] != bare[1:].lower() and not (len(bare) > 2 and bare[1] in "'’" and bare[2:] == bare[2:].lower() and bare[0] not in "OD")


def _bare(part: str) -> str:
    for suffix in _SUFFIXES:
        part = part.removesuffix(suffix)
    return part


def _in_phrases(tokens: list[str]) -> frozenset[int]:
    """Say which words are part of a proper name of several; `Sign Language` is one behind the name of a language."""
    known, found = phrases(), set[int]()
    for place in [place for place, token in enumerate(tokens) if token in known]:
        for phrase in known[tokens[place]]:
            is_near = phrase[1] in tokens[place + 1] if place + 1 < len(tokens) else False
            if is_near and tuple(_word(token).core for token in tokens[place : place + len(phrase)]) == phrase:
                if phrase[0] != "Sign" or (place and _word(tokens[place - 1]).core in names()):
                    found.update(range(place, place + len(phrase)))
                break
    return frozenset(found)


def _is_shouted(tokens: list[str]) -> bool:
    cores = [_word(token).core for token in tokens]
    long = [core for core in cores if len(core) > 1 and core.upper() != core.lower()]
    return sum(core.isupper() for core in long) >= _MOST_CAPITALS * len(long)


def _shouted(token: str, abstract: str) -> str:
    """Protect in a title of capitals what the abstract writes so, and the first letter of names."""
    core, lead = _word(token)[:2]
    usual = core.capitalize()
    if _NUMBERED.search(core) or (len(core) > 1 and has_word(core, abstract)):
        end = lead + len(core)
    elif usual in names() or (len(core) > 3 and is_name_in(usual, abstract)):
        end = lead + 1
    else:
        return token
    return f"{token[:lead]}{OPEN}{token[lead:end]}{CLOSE}{token[end:]}"


def has_word(word: str, text: str) -> bool:
    """Say whether a word stands in a text by itself.

    >>> has_word("GPT", "A GPT-4 model"), has_word("AGE", "AGENTS")
    (True, False)
    """
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not text[max(place - 1, 0) : place].isalnum() and not text[end : end + 1].isalnum():
            return True
        place = text.find(word, end)
    return False


def is_name_in(word: str, text: str) -> bool:
    """Say whether a text writes a word with its capital within a sentence, and never without; terms that have an acronym count not.

    >>> is_name_in("Anthropic", "We of Anthropic train a model."), is_name_in("Language", "a Large Language Model (LLM) and language")
    (True, False)
    """
    bare = _bare(word)
    if len(bare) < 2 or f" {bare.lower()}" in text or f"-{bare.lower()}" in text:
        return False
    place = text.find(f" {bare}")
    while place >= 0:
        end = place + 1 + len(bare)
        if _is_within(text, place) and not text[end : end + 1].isalpha() and not _is_in_term(text, place, end):
            return True
        place = text.find(f" {bare}", end)
    return False


def _is_within(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    return before.isalnum() or before in (",", ";", ")", "’", "'")


def _is_in_term(text: str, place: int, end: int) -> bool:
    """Tell `Reinforcement Learning (RL)` and other runs of capitals, which are no names."""
    before = text[:place].rpartition(" ")[2]
    after = text[end : end + 40].split(" ", 2)
    return before[:1].isupper() or (len(after) > 1 and not after[0] and after[1][:1].isupper()) or bool(_BRACKETED.match(text, end))
