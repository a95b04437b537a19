"""Write `nicknames.txt` from the list of the package `nicknames` (Apache-2.0), as `SOURCES.md` says.

pip download --no-deps nicknames==1.0.1     # and unpack it
python build_nicknames.py unpacked/nicknames/names.csv
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path


def main(table: Path) -> None:
    """Gather the nicknames of each name on one line: `william bill billy will`."""
    short: dict[str, set[str]] = defaultdict(set)
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name, nickname = row["name1"].strip(), row["name2"].strip()
            if name.isascii() and nickname.isascii() and name.isalpha() and nickname.isalpha():
                short[name].add(nickname)
    lines_out = (" ".join([name, *sorted(names)]) for name, names in sorted(short.items()))
    Path(__file__).with_name("nicknames.txt").write_text("\n".join(lines_out) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
