r"""BibTeX's names: facts taken from the program itself, the program where it is installed, and what is read otherwise than it does."""

import runpy
import shutil
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names import Name, parse_bibtex, parse_bibtex_list, split_bibtex

BENCH = runpy.run_path(str(Path(__file__).parents[1] / "bench" / "bibtex_names.py"))
MEGABYTE = 1_000_000


def shown(name: Name) -> str:
    """Show the parts as given|particle|family|suffix, or the literal."""
    parts = (name.given, name.particle, name.family, name.suffix)
    return f"={name.literal}" if name.literal else "|".join(part or "" for part in parts)


# What `format.name$` of BibTeX 0.99d (TeX Live 2022) gives for these, ties written as blanks.
FACTS = [
    ("Per Brinch Hansen", "Per Brinch||Hansen|"),
    ("Brinch Hansen, Per", "Per||Brinch Hansen|"),
    ("Brinch Hansen,, Per", "Per||Brinch Hansen|"),
    ("Ludwig van Beethoven", "Ludwig|van|Beethoven|"),
    ("van Beethoven, Ludwig", "Ludwig|van|Beethoven|"),
    ("Van Beethoven, Ludwig", "Ludwig||Van Beethoven|"),
    ("Mausam", "||Mausam|"),
    ("bell hooks", "|bell|hooks|"),
    (r"Charles Louis Xavier Joseph de la Vall{\'e}e Poussin", r"Charles Louis Xavier Joseph|de la|Vall{\'e}e Poussin|"),
    ("Dominique Galouzeau de Villepin", "Dominique Galouzeau|de|Villepin|"),
    ("Galouzeau de Villepin, Dominique", "Dominique|Galouzeau de|Villepin|"),
    ("Dominique {G}alouzeau de Villepin", "Dominique|{G}alouzeau de|Villepin|"),
    ("King, Jr., Martin Luther", "Martin Luther||King|Jr."),
    ("von und zu Liechtenstein, II, Hans-Adam", "Hans-Adam|von und zu|Liechtenstein|II"),
    ("AA bb {cc} DD", "AA|bb|{cc} DD|"),
    ("AA bb CC dd EE", "AA|bb CC dd|EE|"),
    ("{van} der Waals", "{van}|der|Waals|"),
    ("Maarten 't Hooft", "Maarten|'t|Hooft|"),
    ("Jean d'Alembert", "Jean||d'Alembert|"),
    ("(von Ore) Ore", "|(von|Ore) Ore|"),
    ("1b Ore", "|1b|Ore|"),
    ("1B Ore", "1B||Ore|"),
    ("{b}B Ore", "{b}B||Ore|"),
    ("{B}b Ore", "|{B}b|Ore|"),
    ("{}b Ore", "|{}b|Ore|"),
    ("{bb} Ore", "{bb}||Ore|"),
    (r"{\'E}mile Zola", r"{\'E}mile||Zola|"),
    (r"{\'e}mile Zola", r"|{\'e}mile|Zola|"),
    (r"{\AA}ke Bj{\"o}rck", r"{\AA}ke||Bj{\"o}rck|"),
    (r"{\aa}ke Bj{\"o}rck", r"|{\aa}ke|Bj{\"o}rck|"),
    (r"{\O}ystein Ore", r"{\O}ystein||Ore|"),
    (r"{\o}ystein Ore", r"|{\o}ystein|Ore|"),
    (r"{\ss}a Ore", r"|{\ss}a|Ore|"),
    (r"{\SS}a Ore", r"{\SS}a||Ore|"),
    (r"{\issue}a Ore", r"{\issue}a||Ore|"),
    (r"{\v S}tefan Porubsk{\'y}", r"{\v S}tefan||Porubsk{\'y}|"),
    (r"{\v{s}}tefan Porubsk{\'y}", r"|{\v{s}}tefan|Porubsk{\'y}|"),
    (r"{\relax van} Beethoven", r"|{\relax van}|Beethoven|"),
    (r"{\relax Van} Beethoven", r"{\relax Van}||Beethoven|"),
    (r"{\TeX}book Group", r"{\TeX}book||Group|"),
    (r"{{\o}}stlund Ore", r"|{{\o}}stlund|Ore|"),
    (r"\'Emile Zola", r"\'Emile||Zola|"),
    (r"\'emile Zola", r"|\'emile|Zola|"),
    (r"\LaTeX Project Team", r"\LaTeX Project||Team|"),
    (r"\relax Project Team", r"|\relax|Project Team|"),
    ("Jean-Paul Sartre", "Jean-Paul||Sartre|"),
    ("Donald~E.~Knuth", "Donald E.||Knuth|"),
    ("Knuth,~D.~E.", "D. E.||Knuth|"),
    ("Donald  E.\n\tKnuth", "Donald E.||Knuth|"),
    ("~Knuth~", "||Knuth|"),
    ("- Knuth -", "||Knuth|"),
    ("A~and B", "A|and|B|"),
    ("A and{} B", "A|and{}|B|"),
]


@pytest.mark.parametrize(("name", "parts"), FACTS, ids=[name for name, _ in FACTS])
def test_names_are_read_as_bibtex_reads_them(name: str, parts: str) -> None:
    found = parse_bibtex(name)
    assert shown(found) == parts
    assert found.notes == ()


# as BibTeX: num.names$, and the names themselves
LISTS = [
    ("", []),
    ("A and B", ["A", "B"]),
    ("A AND B aNd C", ["A", "B", "C"]),
    ("A\nand\n\tB", ["A", "B"]),
    ("Sand and Band", ["Sand", "Band"]),
    ("{A and B} and C", ["{A and B}", "C"]),
    ("A{ and }B", ["A{ and }B"]),
    ("an{d X an}d and B", ["an{d X an}d", "B"]),
    ("A~and B", ["A~and B"]),
    ("A and~B", ["A and~B"]),
    ("A and{} B", ["A and{} B"]),
    ("A \\and B", ["A \\and B"]),
    ("and A", ["and A"]),
    ("A and", ["A and"]),
    ("and and", ["and and"]),
    ("A and and B", ["A", "", "B"]),
    ("A and and and B", ["A", "", "", "B"]),
    ("A } and B", ["A }", "B"]),
    ("A {B and C", ["A {B and C"]),
]


@pytest.mark.parametrize(("text", "names"), LISTS, ids=[text or "nothing" for text, _ in LISTS])
def test_lists_are_cut_where_bibtex_cuts_them(text: str, names: list[str]) -> None:
    assert split_bibtex(text) == names


# What is read as people mean it; BibTeX reads the name so when it is spelled as in the third column.
OTHERWISE = [
    ("Hung-yi Lee", "Hung-yi||Lee|", "Hung{-}yi Lee"),
    ("al-Rfou, Rami", "Rami||al-Rfou|", "al{-}Rfou, Rami"),
    (r"\'{A}ngel Ruiz", r"\'{A}ngel||Ruiz|", r"{\'A}ngel Ruiz"),
    (r"\v{S}tefan Porubsk\'y", r"\v{S}tefan||Porubsk\'y|", r"{\v S}tefan Porubsk\'y"),
    (r"\v{s}tefan Porubsk\'y", r"|\v{s}tefan|Porubsk\'y|", r"{\v s}tefan Porubsk\'y"),
    (r"\'{\i}a Ruiz", r"|\'{\i}a|Ruiz|", r"{\'\i}a Ruiz"),
    (r"Brand\~{a}o, F.", r"F.||Brand\~{a}o|", r"Brand{\~a}o, F."),
    (r"J.\,R. Smith", r"J.\,R.||Smith|", r"J.{\,}R. Smith"),
    ("L.\\ Thiele", "L.||Thiele|", "L. Thiele"),
    ("Émile Zola", "Émile||Zola|", r"{\'E}mile Zola"),
    ("Roger écuyer Zola", "Roger|écuyer|Zola|", r"Roger {\'e}cuyer Zola"),
]


@pytest.mark.parametrize(("name", "parts", "spelled"), OTHERWISE, ids=[name for name, *_ in OTHERWISE])
def test_names_are_read_as_their_proper_spelling_is(name: str, parts: str, spelled: str) -> None:
    def bare(text: str) -> str:
        return text.translate(str.maketrans("", "", "{} ")).replace("É", r"\'E").replace("é", r"\'e")

    assert shown(parse_bibtex(name)) == parts
    assert bare(shown(parse_bibtex(spelled))) == bare(parts)


def test_a_no_break_space_is_a_blank() -> None:
    assert split_bibtex("Singla, Karan\u00a0and Carl, Michael") == ["Singla, Karan", "Carl, Michael"]
    assert parse_bibtex("Karan\u00a0Singla")[:2] == ("Singla", "Karan")


CASELESS = ["გიორგი მაისურაძე", "王 伟", "أحمد زويل", "ʻ ʻ"]


@pytest.mark.parametrize("name", CASELESS)
def test_letters_without_case_begin_no_particle(name: str) -> None:
    given_name, family = name.split()
    assert parse_bibtex(name)[:3] == (family, given_name, None)


def test_the_turned_comma_of_hawaiian_has_no_case() -> None:
    assert parse_bibtex("ʻEhu Kekuni").given == "ʻEhu"
    assert parse_bibtex("ʻehu Kekuni").particle == "ʻehu"


LITERALS = [
    ("{OpenAI Team}", "OpenAI Team"),
    ("{{OpenAI Team}}", "OpenAI Team"),
    ("{{{ British\n National Corpus}}}", "British National Corpus"),
    ("{Barnes and Noble, Inc.}", "Barnes and Noble, Inc."),
    ("{{A} and {B}}", "{A} and {B}"),
    (r"{\NTG{} \TeX{} future working group}", r"\NTG{} \TeX{} future working group"),
    ("{A} {B}", None),
    ("{A}{B}", None),
    ("{A}-{B}", None),
    ("{van Beethoven}, Ludwig", None),
    ("{Working} Group", None),
]


@pytest.mark.parametrize(("name", "literal"), LITERALS, ids=[name for name, _ in LITERALS])
def test_one_group_in_braces_is_a_literal(name: str, literal: str | None) -> None:
    assert parse_bibtex(name).literal == literal


BAD = [
    ("Knuth, ", "||Knuth|", ["a comma at the end"]),
    ("Knuth,,,", "||Knuth|", ["a comma at the end"]),
    ("jean de la fontaine,", "|jean de la|fontaine|", ["a comma at the end"]),
    ("Smith, Jr., John, PhD", "John PhD||Smith|Jr.", ["more than two commas"]),
    ("Smith, Jr., John, PhD,", "John PhD||Smith|Jr.", ["a comma at the end", "more than two commas"]),
    (", Donald", "Donald|||", ["no family name"]),
    (", , Donald", "Donald|||", ["no family name"]),
    ("AA {BB CC", "AA||{BB CC}|", ["a brace is never closed"]),
    ("{AA", "=AA", ["a brace is never closed"]),
    ("AA BB CC}", "AA BB||CC|", ["a closing brace has no opening one"]),
    ("}{AA BB", "=AA BB", ["a closing brace has no opening one", "a brace is never closed"]),
    ("", "|||", ["nothing stands"]),
    ("~", "|||", ["nothing stands"]),
    (",", "|||", ["a comma at the end", "nothing stands"]),
    ("-", "|||", ["nothing stands"]),
    ("{}", "|||", ["nothing stands"]),
    ("{ }", "|||", ["nothing stands"]),
    ("}", "|||", ["a closing brace has no opening one", "nothing stands"]),
]


@pytest.mark.parametrize(("name", "parts", "notes"), BAD, ids=[name or "nothing" for name, *_ in BAD])
def test_a_malformed_name_gets_the_best_reading_and_a_note(name: str, parts: str, notes: list[str]) -> None:
    found = parse_bibtex(name)
    assert shown(found) == parts
    assert len(found.notes) == len(notes)
    assert all(told.startswith(note) for told, note in zip(found.notes, notes, strict=True))


STRAY, EMPTY = "an 'and' with no name on one side; left out", "nothing stands where a name should"
FIELDS: list[tuple[str, list[str], str, list[str]]] = [
    ("", [], "", []),
    ("A and others", ["A"], "and others", []),
    ("A and {others}", ["A"], "and {others}", []),
    ("A and et al.", ["A"], "and et al.", []),
    ("A and et~al", ["A"], "and et~al", []),
    ("A and others and", ["A"], "and others", [STRAY]),
    ("others", [], "and others", []),
    ("A and Others, B", ["A", "Others"], "", []),
    ("and and", [], "", [STRAY]),
    ("and", [], "", [STRAY]),
    ("and A", ["A"], "", [STRAY]),
    ("and and A", ["A"], "", [STRAY]),
    ("A and", ["A"], "", [STRAY]),
    ("A and and", ["A"], "", [STRAY]),
    ("A and and B", ["A", "B"], "", [EMPTY]),
    ("And, Metin and Metin And", ["And", "And"], "", []),
    ("andy warhol and sand", ["warhol", "sand"], "", []),
]


@pytest.mark.parametrize(("text", "families", "others", "notes"), FIELDS, ids=[text or "nothing" for text, *_ in FIELDS])
def test_lists_are_read(text: str, families: list[str], others: str, notes: list[str]) -> None:
    found = parse_bibtex_list(text)
    assert [name.family for name in found.names] == families
    assert (found.others, list(found.notes)) == (others, notes)


# -- the program itself

PARTS = st.sampled_from(
    [*BENCH["BLANKS"], *BENCH["COMMAS"], *BENCH["ANDS"], *BENCH["BROKEN"], *chain.from_iterable(BENCH["WORDS"].values())]
)
SOUP = st.lists(PARTS | st.text(st.characters(exclude_categories=()), max_size=3), max_size=20).map("".join)


@pytest.mark.skipif(not shutil.which("bibtex"), reason="no bibtex on the PATH: Debian has it in texlive-binaries")
@pytest.mark.parametrize("kind", ["plain", "braces", "malformed", "hyphen", "accent", "escape", "letter"])
def test_the_program_reads_the_same(kind: str) -> None:
    cases = [case for case in BENCH["make"](1200, seed=3) if case.kind == kind]
    assert len(cases) >= 100
    assert [told for told in BENCH["compare"](cases) if told.left] == []
    if kind in ("plain", "malformed"):
        assert [told for told in BENCH["compare"](cases) if told.other] == []


# -- any text


@given(text=SOUP)
def test_any_text_is_read(text: str) -> None:
    found = parse_bibtex_list(text)
    assert all(part is None or part == part.strip() for name in found.names for part in name[:4])
    assert all(name.notes or name.family or name.literal for name in found.names)


@given(text=SOUP)
def test_no_letter_is_lost(text: str) -> None:
    found = parse_bibtex_list(text)
    parts = "".join(part for name in found.names for part in name[:5] if part) + found.others
    kept, there = sorted(filter(str.isalnum, parts)), sorted(filter(str.isalnum, text))
    for char in set(there) - set("andAND"):  # the letters of "and"
        assert kept.count(char) == there.count(char)


@given(text=SOUP)
def test_each_name_of_a_list_is_one_name(text: str) -> None:
    for name in split_bibtex(text):
        assert split_bibtex(name) in ([name], [])


@given(text=SOUP)
def test_the_fast_cut_into_words_is_the_slow_one(text: str) -> None:
    # a brace of four layers more is for the slow one
    deep = "{{{{x}}}}"
    fast, slow = (parse_bibtex(f"{text} {end} y") for end in ("{x}", deep))
    assert [part and part.replace(deep, "{x}") for part in slow[:5]] == list(fast[:5])
    assert slow.notes == fast.notes


NASTY = [
    "{",
    "}",
    "{}",
    "{{}",
    "}{",
    "\\",
    "\\{",
    "{\\",
    "{\\'",
    ",",
    ", ",
    "~",
    "-",
    " - ",
    "a-",
    "a ",
    "A ",
    "A, ",
    "and ",
    " and",
    "1",
    "王",
]


@pytest.mark.parametrize("nasty", [*NASTY, "A and ", "{A} and ", "{\\o}", "\\'{", "\x00", "\ud800", "et al", "\\~", "\\,", "ʻ", "van "])
def test_a_megabyte_of_one_thing_is_read(nasty: str) -> None:
    text = nasty * (MEGABYTE // len(nasty))
    assert parse_bibtex(text).notes is not None
    assert parse_bibtex_list(text).names is not None
