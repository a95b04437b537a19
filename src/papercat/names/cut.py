"""Where the family name begins in a name in natural order.

A particle begins it. Left of its last word it is extended by evidence: a logistic rule fitted on 7,032 names of the ACL Anthology
(names only, none is in the package) and validated on 7,055 others: of names with three words or more and a family name of several
words 52 % are cut right, and 99.5 % of all with a one-word family name stay right (peers: 39 %). The rest is not to be had from a
name alone: the Anthology's curators label a double Spanish family name as one in 63 of 100.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from papercat.names.lexicon import givenness, is_known, languages
from papercat.names.words import PARTICLES, SINGLE_LETTER_PARTICLES, is_block, is_initials, is_suffix

# Bits.
_MOST = 5.0  # the lists are right in 97 of 100 from 5 on, and not more often from 8 on
INITIAL = 4.0  # an initial is a given name
PARTICLE = 8.0
CAPITALS = 8.0  # "Hélène DUBOIS", "HE Xing-lian": capitals say which is the family name
# Nats (log odds): a word before the family name belongs to it. Where z is above EXTEND it does; see the table in docs/explain/names.md.
EXTEND = 0.25
_BASE, _PER_BIT, _MOST_FOR_EXTENDING = -1.4, -0.20, 6.0
_UNKNOWN, _SPANISH, _SPANISH_AFTER, _EAST_ASIAN_AFTER = 0.75, 0.40, 0.45, -0.90
_HYPHEN_AFTER, _PARTICLE_AFTER, _LONG, _INITIAL_FIRST = 0.50, 0.40, 0.40, -1.25
_EAST_ASIAN = frozenset({"zh", "ko", "vi", "ja"})
_SYLLABLES = frozenset({"van", "le", "do", "in", "la", "de", "ben", "den", "ten"})  # particles that are syllables of Asian given names
_AGNOMINA = frozenset({"filho", "neto", "júnior", "junior", "sobrinho"})
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ăĂđĐơƠưƯ]")
_EUROPEAN = -1.0  # bits: a family name by so much, and no Asian one
_KNOWN_ELSEWHERE = 2.0  # bits: a word that lists know so well, and not as an Asian one, is from elsewhere
_MOST_INITIALS = 3  # capitals behind a name that are initials: Fenwick EAL
_LONGEST_FAMILY = 8  # words, particles counted


class Trait(NamedTuple):
    """What a word of a name looks like.

    Attributes:
        bits: half the log2 odds that it is a given name: in the one place it adds as much as it takes in the other.
        initial: it stands for a given name.
        particle: it can begin a family name.
        shouted: all its letters are capitals, two at least.
    """

    bits: float
    initial: bool
    particle: bool
    shouted: bool
    text: str


class Cut(NamedTuple):
    """A reading of one name.

    Attributes:
        place: how many words are given names.
        bits: the evidence for it.
    """

    place: int
    bits: float


@lru_cache(maxsize=65_536)
def look(words: tuple[str, ...]) -> tuple[Trait, ...]:
    """Say what each word looks like among the others.

    >>> [trait.initial for trait in look(("RM", "Schek"))], [trait.initial for trait in look(("LI", "WEI"))]
    ([True, False], [False, False])
    """
    if len(words) == 1:
        return (_trait(words[0], shouted=False, block=False),)
    shouted = [len(word) > 1 and word.isupper() for word in words]
    if True not in shouted and "Ó" not in words:
        return tuple(map(_plain_trait, words))
    all_shouted = all(shout or len(word) == 1 for shout, word in zip(shouted, words, strict=True))
    capitals = [word for word, shout in zip(words, shouted, strict=True) if shout]
    few = sum(map(len, capitals)) <= _MOST_INITIALS
    mixed = not all_shouted and (few or (max(map(len, capitals)) <= _MOST_INITIALS and not any(map(is_known, capitals))))
    last = len(words) - 1
    return tuple(
        _trait(word, shouted=shout and not all_shouted, block=mixed and shout and place < last and (place > 0 or not is_known(word)))
        if word != "Ó" or place in (0, last)
        else Trait(0.0, initial=False, particle=True, shouted=False, text=word)
        for place, (word, shout) in enumerate(zip(words, shouted, strict=True))
    )


@lru_cache(maxsize=65_536)  # names share their words
def _plain_trait(word: str) -> Trait:
    return _trait(word, shouted=False, block=False)


def _trait(word: str, *, shouted: bool, block: bool) -> Trait:
    initial = is_initials(word) or (block and is_block(word))
    bits = INITIAL if initial else max(-_MOST, min(_MOST, givenness(word))) / 2
    return Trait(bits, initial, is_particle(word), shouted and not initial, word)


def cut(traits: Sequence[Trait]) -> Cut:
    """Find the likeliest place where given names end and the family name begins; two words or more.

    >>> cut(look(tuple("Juan de la Vega".split()))).place, cut(look(tuple("Abdelmajid BEN HAMADOU".split()))).place
    (1, 1)
    >>> cut(look(tuple("Amanda Askell".split()))).place, cut(look(tuple("Kiet Van Nguyen".split()))).place
    (1, 2)
    """
    told = _told(traits)
    place = told or (_place(traits) if len(traits) > 2 else 1)
    bits = sum(trait.bits for trait in traits[:place]) - sum(trait.bits for trait in traits[place:])
    return Cut(place, bits + (CAPITALS if told else 0.0) + (PARTICLE if traits[place].particle and place < len(traits) - 1 else 0.0))


def _place(traits: Sequence[Trait]) -> int:
    end = len(traits) - 1
    while end > 1 and is_suffix(traits[end].text):
        end -= 1
    if all(trait.initial and len(trait.text.rstrip(".")) == 1 for trait in traits[end - 1 : end + 1]):
        return end - 1  # "Venugopal K R"
    place = next((place for place in range(max(1, end - _LONGEST_FAMILY), end) if _begins_family(traits, place, end)), end)
    if place > 1 and place == end and traits[end].text.lower() in _AGNOMINA:
        place -= 1  # "Arnaldo Candido Junior", as Brazil's libraries cite him
    if place > 2 and traits[place - 1].text in SINGLE_LETTER_PARTICLES:
        place -= 2  # "Velasquez y Garcia"
    while place > 1 and not traits[place - 1].initial and not traits[place - 1].particle and _extends(traits, place) >= EXTEND:
        place -= 1
    return place


def _begins_family(traits: Sequence[Trait], place: int, end: int) -> bool:
    """Tell a particle that is one here: not a syllable of an Asian name, not within "Maria das Graças Nunes"."""
    trait = traits[place]
    if trait.text == "Ó":
        return True
    if not trait.particle or trait.text.lower() in SINGLE_LETTER_PARTICLES:
        return False
    if trait.text.lower() in _SYLLABLES and trait.text[0].isupper() and _is_syllable(traits, place):
        return False
    after = next((later for later in range(place + 1, end + 1) if not traits[later].particle), end)
    saint = "es" in languages(traits[0].text) and givenness(traits[0].text) > _MOST
    return not (saint and after < end and givenness(traits[after].text) > 0)


def is_vietnamese(words: Sequence[str]) -> bool:
    """Tell a name in the letters of Vietnamese that has the family name first, as they are written there.

    >>> is_vietnamese("Nguyễn Thị Minh Khai".split()), is_vietnamese("Nguyen Van A".split()), is_vietnamese("Minh Lê Nguyễn".split())
    (True, False, False)
    """
    first, last = words[0], words[-1]
    if len(words) < 2 or not _VIETNAMESE.search("".join(words)) or "vi" not in languages(first):
        return False
    return givenness(first) < 0 and givenness(first) <= givenness(last)


def _is_syllable(traits: Sequence[Trait], place: int) -> bool:
    """Tell Kiet Van Nguyen from Nicola De Cao and Luc Van Gool."""
    after = traits[place + 1]
    if traits[place].text == "Van" and "vi" in languages(after.text):
        return True
    if not (after.initial or languages(after.text) & _EAST_ASIAN) and not (is_known(after.text) and givenness(after.text) >= _EUROPEAN):
        return False  # the lists know nearly every Vietnamese and Korean name, and few Dutch ones
    around = [near for near in (traits[place - 1], traits[place + 1]) if not near.particle]
    tags = [languages(near.text) for near in around]
    if any("es" in tag for tag in tags) or not any(tag & _EAST_ASIAN for tag in tags):
        return False
    return all(tag & _EAST_ASIAN or abs(givenness(near.text)) < _KNOWN_ELSEWHERE for near, tag in zip(around, tags, strict=True))


def _extends(traits: Sequence[Trait], place: int) -> float:
    """Weigh, in nats, whether the word before the family name belongs to it."""
    before, family = traits[place - 1].text, traits[place]
    first = next((trait for trait in traits[place:] if not trait.particle), family).text
    tags = languages(first)
    z = _BASE + _PER_BIT * max(-_MOST_FOR_EXTENDING, min(_MOST_FOR_EXTENDING, givenness(before)))
    z += _UNKNOWN * (not is_known(before)) + _SPANISH * ("es" in languages(before)) + _SPANISH_AFTER * ("es" in tags)
    z += _EAST_ASIAN_AFTER * (bool(tags & _EAST_ASIAN) and "es" not in tags) + _HYPHEN_AFTER * ("-" in first)
    return z + _PARTICLE_AFTER * family.particle + _LONG * (len(traits) > 3) + _INITIAL_FIRST * traits[0].initial


def _told(traits: Sequence[Trait]) -> int:
    """Give the place from which on, and before which never, words are in capitals; 0 if there is none, or they may be initials."""
    if not traits[-1].shouted:
        return 0
    place = len(traits)
    while place and traits[place - 1].shouted:
        place -= 1
    letters = sum(len(trait.text) for trait in traits[place:])
    return place if letters > _MOST_INITIALS and not any(trait.shouted for trait in traits[:place]) else 0


def is_particle(word: str) -> bool:
    """Tell a particle in any case.

    >>> is_particle("Van"), is_particle("de"), is_particle("Vanna")
    (True, True, False)
    """
    return word.lower() in PARTICLES
