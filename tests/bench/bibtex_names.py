r"""Ask the real BibTeX how it reads names, and compare, made-up names of several classes.

python tests/bench/bibtex_names.py [count] [seed]

Names are made of words of all kinds and joined in all forms; a style of our own prints what `format.name$` makes of their
parts with `top$`, which wraps no lines (a .bbl is wrapped at 79 columns). Well-formed names come from a .bib; names that
are not, whose braces no .bib can hold, stand in the style as strings. Compared are the number of names and their four parts,
blanks and ties alike.

Two classes are read alike without exception: `plain`, whatever the manual allows (hyphens between capitals included), and
`malformed`: commas too many or at the end, empty names, an `and` too many, a hyphen beside a blank (which we keep and BibTeX
drops; hyphens are compared as blanks there). Each other class shows one thing that papercat.names.bibtex reads as people mean
it. There a second question is put to BibTeX: the same names, spelled as BibTeX wants them (`respell`). If we read the first
spelling as BibTeX reads the second, that is all the difference; the last column counts the fields where it is not.

* hyphen: `Hung-yi` is respelled `Hung{-}yi`, as DBLP does.
* accent: `\'{A}ngel` is respelled `{\'A}ngel`, as the manual asks for.
* escape: `Brand\~{a}o` is respelled `Brand{\~a}o`, `J.\,R.` is `J.{\,}R.`, and "L.\ Thiele" is "L. Thiele".
* letter: `Émile` is respelled `{\'E}mile`.
* braces: open braces are closed at the end, and those that close nothing are left out. BibTeX does so too, but counts one brace
  too many after an open one, so that the next group does not end, and takes a lone closing brace for an empty word.
"""

import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from papercat.names import Name, parse_bibtex, split_bibtex

BATCH = 4000  # fields in one run; more would meet BibTeX's bounds
STYLE = r"""ENTRY { author } {} {}
INTEGERS { k n }
STRINGS { s }
FUNCTION {show}
{ 's :=
  s num.names$ 'n :=
  "@N" n int.to.str$ * top$
  #1 'k :=
  { k #1 - n < }
  { "@F" s k "{ff}" format.name$ * top$
    "@V" s k "{vv}" format.name$ * top$
    "@L" s k "{ll}" format.name$ * top$
    "@J" s k "{jj}" format.name$ * top$
    k #1 + 'k :=
  } while$
}
FUNCTION {default.type} { author show }
READ
"""
Parts = tuple[str, str, str, str]  # given, particle, family, suffix


class Case(NamedTuple):
    """A field to read, and what kind of names it holds."""

    kind: str
    text: str


# -- asking BibTeX


def ask(fields: Sequence[str]) -> list[list[Parts]]:
    """Give the names of each field as BibTeX reads them."""
    return [names for start in range(0, len(fields), BATCH) for names in _run(fields[start : start + BATCH])]


def _run(fields: Sequence[str]) -> Iterator[list[Parts]]:
    bib, bst = [], [STYLE]
    for number, field in enumerate(fields):
        if is_balanced(field):
            bib.append(f"@misc{{k{number}, author = {{{field}}}}}")
        elif '"' in field or "\n" in field:
            raise ValueError(f"no string of a style can hold {field!r}")
    in_style = [field for field in fields if not is_balanced(field)]
    # functions have a length that BibTeX bounds
    bst += (f'FUNCTION {{f{number}}} {{ "{field}" show }}\nEXECUTE {{f{number}}}' for number, field in enumerate(in_style))
    bst.append("ITERATE {call.type$}\n")
    with tempfile.TemporaryDirectory() as folder:
        texts = {"q.bib": "\n".join(bib), "q.bst": "\n".join(bst), "q.aux": "\\citation{*}\n\\bibdata{q}\n\\bibstyle{q}\n"}
        for name, text in texts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="\n")
        done = subprocess.run([_program(), "q"], cwd=folder, capture_output=True, check=False)  # noqa: S603  names of our own
    told = iter(_answers(done.stdout.decode("utf-8")))
    unbalanced = [next(told) for _ in in_style]
    answers = {True: told, False: iter(unbalanced)}
    yield from (next(answers[is_balanced(field)]) for field in fields)


def _program() -> str:
    if not (path := shutil.which("bibtex")):
        raise FileNotFoundError("no bibtex on the PATH: install texlive-binaries")
    return path


def _answers(log: str) -> Iterator[list[Parts]]:
    lines = [line for line in log.splitlines() if line[:2] in ("@N", "@F", "@V", "@L", "@J")]
    place = 0
    while place < len(lines):
        count, place = int(lines[place][2:]), place + 1
        rows = [lines[at : at + 4] for at in range(place, place + 4 * count, 4)]
        yield [_four(line[2:] for line in row) for row in rows]
        place += 4 * count


def _four(parts: Iterable[str]) -> Parts:
    given, particle, family, suffix = parts
    return given, particle, family, suffix


def is_balanced(text: str) -> bool:
    """Tell whether a .bib can hold the text."""
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


# -- comparing


def ours(field: str) -> list[Parts]:
    """Give the names of a field as papercat reads them."""
    return [_parts(parse_bibtex(name)) for name in split_bibtex(field)]


def _parts(name: Name) -> Parts:
    # a literal comes without its braces
    return (name.given or "", name.particle or "", name.family or (f"{{{name.literal}}}" if name.literal else ""), name.suffix or "")


def same(one: Sequence[Parts], other: Sequence[Parts], *, braces: bool = False, hyphens: bool = False) -> bool:
    """Tell whether names are alike, blanks and ties aside, and braces around the whole; all braces or hyphens as well."""
    also = "[{}]" if braces else "-" if hyphens else "(?!)"
    return [_plain(name, also) for name in one] == [_plain(name, also) for name in other]


def _plain(name: Parts, also: str) -> list[str]:
    blank = "" if "{" in also else " "
    family = name[2] if any((*name[:2], name[3])) else _bare(name[2])
    return [" ".join(re.sub(also, blank, part).replace("~", " ").split()) for part in (*name[:2], family, name[3])]


def _bare(family: str) -> str:
    """Take off all braces around a literal but one pair."""
    while family.startswith("{{") and family.endswith("}}") and is_balanced(family[1:-1]):
        family = family[1:-1]
    return family if family != "{}" else ""


def respell(text: str) -> str:
    """Spell a text as BibTeX wants it."""
    text = re.sub(r"(?<!\{)\\(?=\s|$)", "", re.sub(r"(?<![{X])\\,", r"{\\,}", _balanced(text)))
    text = re.sub(r"(?<!\{)(\\(?:[`'^\"~=.]|[vc](?=\{)))\{(\\?[A-Za-z])\}", _accent, text)
    text = re.sub(r"(?<=[^\s{~,-])-(?=[^\s}~,-])", "{-}", text)
    return "".join(LETTERS.get(char, char) for char in text)


def _balanced(text: str) -> str:
    """Leave out braces that close nothing, and close those that are open."""
    out, depth = [], 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth >= 0:
            out.append(char)
        depth = max(depth, 0)
    return "".join(out) + "}" * depth


def _accent(match: re.Match[str]) -> str:
    return f"{{{match[1]}{' ' * match[1].isalpha()}{{{match[2]}}}}}"


# -- making names

LETTERS = {
    "É": r"{\'E}", "é": r"{\'e}", "Š": r"{\v S}", "š": r"{\v s}", "Ø": r"{\O}", "ø": r"{\o}", "Ł": r"{\L}", "ł": r"{\l}",
    "Ö": r"{\"O}", "ö": r"{\"o}", "Ç": r"{\c C}", "ş": r"{\c s}", "王": "{W}", "伟": "{w}",
}  # fmt: skip
WORDS = {
    "capital": "Perez Ethan O'Hara McKay D[onald] (Frank) Anderson Sandand A And J. J.R. 'T 1A TUG I".split(),
    "small": "van der de la d'Aviano 't zu 1b bell von y band (von a.".split(),
    "group": [
        "{van der}", "{OpenAI}", "{and}", "{A and B}", "{Barnes and Noble, Inc.}", "{}", "{b}B", "{B}b", r"{{\o}}stlund", "{~}",
        "{-}", "{,}", "{Jr., X}", "{{{X}}}", "{x}{Y}z", r"{\TeX}", r"{\LaTeX\,3}", "{\\}", r"{\a}", r"{\1}", r"{\'{}}b", r"{\'{}}B",
        "{1{a}}2",
    ],
    "special": [
        *r"{\'E}mile {\'e}mile Andr{\'e} {\AA}ke {\aa}ke {\o}stlund {\O}stlund {\L}ukasz {\l}ukasz {\ss}a {\oe}uvre {\OE}uvre".split(),
        *r"{\i}z {\j}a {\ae}a {\AE}A {\v{S}}efan {\'{\i}}a {\'\i}a {\'{\AA}}a {\uppercase{d}e} {\SS}a {\issue}A {\c{c}}A {\={u}}x".split(),
        *r"Hef{}feron {\relax{}1}a {\.I}brahim {\~n}o {\~N}o {\^o}me".split(), r"{\"{O}}zg{\"u}r", r"{\v S}efan", r"{\v s}efan",
        r"{\relax van}", r"{\relax Van}", r"{\sltt DVI}", r"{\sltt xDVIx}", r"{\ I}a",
    ],
    "outside": [*r"\'Emile \'emile \LaTeX \relax \o{} \O{}y \AA{} \BB{b} \bb{B} \\A".split(), r"\rlap{Lutz B}"],
    "hyphen": r"Hung-yi al-Hakim Wei-lun-Zhu de-la-Cruz 3-d {\TeX}-hacker el-baz Smith-jones d'-Arc a-b-c".split(),
    "compound": r"""Jean-Paul Garriga-Alonso J.-P. {van}-Smith Br{\"u}ggemann-Klein Lee{-}yi A-B-C O'Neil-4 {a-b}""".split(),
    "accent": r"""\'{A}ngel \'{a}ngel \v{S}tefan \v{s}tefan \"{O}zg\"{u}r \c{C}elik \.{I}lker \={u}ta \'{\i}a""".split(),
    "escape": [*r"Brand\~{a}o \~{N}andu J.\,R. \~{n}andu a.\,b.".split(), "L.\\ "],
    "letter": "Émile émile Šmith štefan Østlund østlund Łukasz łuk Özgor Çelik şen 王伟 王b".split(),
}  # fmt: skip
PLAIN = (*["capital"] * 6, *["small"] * 3, "group", *["special"] * 3, "outside", *["compound"] * 2)
BLANKS = (*[" "] * 12, "  ", "\n", " \n\t", "~", "~~", " ~", "~ ")
COMMAS = (*[", "] * 8, ",", " ,", " , ", ",~", ",\n")
ANDS = (*[" and "] * 8, " AND ", " And ", "\nand\n", "  aNd  ", " and\t")
BROKEN = ("{", "}", "{X", "X}", "{a and", "b}}", "{{c} D", "E {F", "{\\'E", "{\\o")
ODD_COMMAS = (",", ",,", ", ,", ", X, Y", ",~", ", -", " ,", ", Jr., X,")
ODD_ANDS = (" and ", " and and ", "  and~", "~and ", " and and and ", " and AND and ", " and, and ", " AND  and ")


def make(count: int, seed: int = 1) -> list[Case]:
    """Make fields of names: half of them plain, the others of the other classes in equal shares."""
    random_ = random.Random(seed)  # noqa: S311  nothing is kept secret
    makers: dict[str, Callable[[random.Random], str]] = {
        "plain": lambda draw: _list(draw, ()),
        "braces": _unbalanced,
        "malformed": _malformed,
        **{kind: (lambda draw, kind=kind: _list(draw, (kind,))) for kind in ("hyphen", "accent", "escape", "letter")},  # type: ignore[misc]
    }
    kinds = ["plain"] * (len(makers) - 1) + [kind for kind in makers if kind != "plain"]
    return [Case(kind, makers[kind](random_)) for kind in (kinds[number % len(kinds)] for number in range(count))]


def _list(draw: random.Random, kinds: tuple[str, ...]) -> str:
    names = [_name(draw, kinds) for _ in range(draw.choice((1, 1, 1, 2, 3)))]
    return _join(draw, names)


def _join(draw: random.Random, names: Sequence[str]) -> str:
    text = names[0]
    for name in names[1:]:
        text += draw.choice(ANDS) + name
    return text


def _name(draw: random.Random, kinds: tuple[str, ...]) -> str:
    text = _words(draw, kinds, 4)
    for _ in range(draw.choice((0, 0, 1, 1, 2))):
        text += draw.choice(COMMAS) + _words(draw, kinds, 3)
    return text


def _words(draw: random.Random, kinds: tuple[str, ...], most: int) -> str:
    text = ""
    for _ in range(draw.randint(1, most)):
        kind = draw.choice(kinds * 4 + PLAIN if kinds else PLAIN)
        text += (draw.choice(BLANKS) if text else "") + draw.choice(WORDS[kind])
    return text


def _unbalanced(draw: random.Random) -> str:
    words = [draw.choice(WORDS[draw.choice(PLAIN)]) for _ in range(draw.randint(1, 5))] + [draw.choice(BROKEN)]
    draw.shuffle(words)
    text = "".join(word + draw.choice((" ", " ", " ", ", ", "~", " and ")) for word in words).strip()
    return text if not is_balanced(text) and '"' not in text else _unbalanced(draw)


def _malformed(draw: random.Random) -> str:
    words = [_words(draw, (), 2), draw.choice((*ODD_COMMAS, *ODD_ANDS, " - ", "- ", " -")), _words(draw, (), 2)]
    words += [draw.choice((*ODD_COMMAS, *ODD_ANDS))] if draw.random() < 0.3 else []
    if draw.random() < 0.5:
        words = words[1:]
    return "".join(words)


# -- telling


class Told(NamedTuple):
    """How one field was read.

    Attributes:
        case: the field.
        mine: the names as we read them.
        theirs: the names as BibTeX reads them.
        other: they differ.
        left: they differ, and not because we read the field as BibTeX reads its proper spelling.
    """

    case: Case
    mine: list[Parts]
    theirs: list[Parts]
    other: bool
    left: bool


def compare(cases: Sequence[Case]) -> Iterator[Told]:
    """Read fields both ways."""
    respelled = ask([respell(case.text) for case in cases])
    for case, theirs, again in zip(cases, ask([case.text for case in cases]), respelled, strict=True):
        mine = ours(case.text)
        other = not same(mine, theirs, braces=case.kind == "braces", hyphens=case.kind == "malformed")
        spelled = [_four(map(respell, name)) for name in mine]
        # these two are spelled as BibTeX wants it, or in no better way
        unexplained = case.kind in ("plain", "malformed") or not same(spelled, again, braces=True)
        yield Told(case, mine, theirs, other, other and unexplained)


def main() -> None:
    """Compare, and print the differences of each class."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    told = list(compare(make(count, int(sys.argv[2]) if len(sys.argv) > 2 else 1)))
    print(f"{'class':12}{'fields':>8}{'names':>8}{'read otherwise':>16}{'not as respelled':>18}")
    for kind in dict.fromkeys(one.case.kind for one in told):
        ones = [one for one in told if one.case.kind == kind]
        names, others, left = (sum(numbers) for numbers in zip(*((len(one.theirs), one.other, one.left) for one in ones), strict=True))
        print(f"{kind:12}{len(ones):8}{names:8}{others:16}{left:18}")
        for one in [one for one in ones if one.left][:8]:
            print(f"    {one.case.text!r}\n      ours   {one.mine}\n      BibTeX {one.theirs}")


if __name__ == "__main__":
    main()
