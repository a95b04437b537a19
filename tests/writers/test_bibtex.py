"""BibTeX: what goes out comes back, through papercat's reader and through others, and the real programs do not complain."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import assume, given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Paper
from papercat.models import FrozenMap
from papercat.mojibake.damage import diagnose
from papercat.writers.bibtex import chunks
from papercat.writers.bibtex.spelling import speller

PEREZ, RINGER = Author(family="Perez", given="Ethan"), Author(family="Ringer", given="Sam")
NAMES: list[tuple[Author, str]] = [
    (PEREZ, "Perez, Ethan"),
    (Author(family="Bowman", given="Samuel R."), "Bowman, Samuel R."),
    (Author(family="Lukošiūtė", given="Kamilė"), "Lukošiūtė, Kamilė"),
    (Author(family="Beethoven", given="Ludwig", particle="van"), "van Beethoven, Ludwig"),
    (Author(family="Cruz", given="Juan", particle="de la"), "de la Cruz, Juan"),
    (Author(family="King", given="Martin Luther", suffix="Jr."), "King, Jr., Martin Luther"),
    (Author(family="Vries", given="Hugo", particle="de", suffix="III"), "de Vries, III, Hugo"),
    (Author(family="Garriga-Alonso", given="Adrià"), "Garriga-Alonso, Adrià"),
    (Author(family="El Showk", given="Sheer"), "El Showk, Sheer"),
    (Author(family="O'Hara", given="Clare"), "O'Hara, Clare"),
    (Author(family="王", given="伟"), "王, 伟"),
    (Author(literal="ATLAS Collaboration"), "{ATLAS Collaboration}"),
    (Author(literal="Barnes and Noble, Inc."), "{Barnes and Noble, Inc.}"),
    (Author(literal="AT&T Labs"), r"{AT\&T Labs}"),
    (Author(family="Shyamolima"), "Shyamolima"),
    (Author(family="Anderson", given="Andy"), "Anderson, Andy"),
    (Author(family="Sand", given="George and"), "Sand, {George and}"),
    (Author(family="Smith, Jones", given="Ann"), "{Smith, Jones}, Ann"),
]
# Names that need more care than their parts in a row; only what comes back is held, not how they are written.
HARD_NAMES = [
    Author(family="El Showk"),
    Author(family="Beethoven", particle="van"),
    Author(family="King", suffix="Jr."),
    Author(family="El Showk", suffix="Jr."),
    Author(literal="others"),
]
# Text is text: what stands in it is printed, save sound formulas, font commands around words, and braces that protect capitals.
SPECIALS = [
    ("R&D of 5% at #1 in x_1", r"R\&D of 5\% at \#1 in x\_1"),
    ("the loss $x_1$ & $y$ of a_b", r"the loss $x_1$ \& $y$ of a\_b"),
    ("not math: $x_1 & y$ of a", r"not math: \$x\_1 \& y\$ of a"),
    ("a price of 5$", r"a price of 5\$"),
    ("natural ``features''", "natural {`}{`}features'{}'"),
    ("pages 1--9 --- or,, so", "pages 1-{}-9 -{}-{}- or,{}, so"),
    ("tilde~and^caret", r"tilde{\textasciitilde}and{\textasciicircum}caret"),
    ("éŁ中Ж “q” ≤", "éŁ中Ж “q” ≤"),
    ('say "hello"', 'say "hello"'),
    ("a = b, @c", "a = b, @c"),
    ("sets {a, b} and {c}", r"sets \{a, b\} and \{c\}"),
    ("lone } and {", r"lone {\textbraceright} and {\textbraceleft}"),
    (r"\input{/etc/passwd}", r"{\textbackslash}input\{/etc/passwd\}"),
    (r"$\input{x}$ and $\csname$", r"\${\textbackslash}input\{x\}\$ and \${\textbackslash}csname\$"),
    ("a \ufffd b", r"a {\symbol{65533}} b"),
]
KEPT_TEX = [
    (r"\emph{monosemantic} neurons", r"\emph{monosemantic{}} neurons", r"\emph{monosemantic} neurons"),
    (r"\textit{É. coli} in \textsc{Nasa}", r"\textit{É. coli{}} in \textsc{Nasa{}}", r"\textit{É. coli} in \textsc{Nasa}"),
    (r"reprinted in \cite{KR}", r"reprinted in {\textbackslash}cite\{KR\}", r"reprinted in \cite{KR}"),
    (r"by \cite[Theorem 3]{CNR}", r"by {\textbackslash}cite[Theorem 3]\{CNR\}", r"by \cite[Theorem 3]{CNR}"),
    ("a mass of M_{CDM}", r"a mass of M\_\{CDM\}", "a mass of M_{CDM}"),
    (r"R\&D, already 5\%", r"R\&D, already 5\%", "R&D, already 5%"),
    (r"Schr\"{o}dinger", "Schrödinger", "Schrödinger"),
    ("the {BERT} model", "the {BERT} model", "the BERT model"),
    (r"\emph{a \input{x}}", r"{\textbackslash}emph\{a {\textbackslash}input\{x\}\}", r"\emph{a \input{x}}"),
]
ARTICLE = Paper(
    title="Expected and Unexpected Events",
    authors=(PEREZ,),
    venue="Science & Nature",
    year=2020,
    volume="3",
    issue="4",
    pages="1–9",
    type="article",
)
MANY = [
    ARTICLE,
    Paper(title="Model-Written Evaluations", authors=tuple(author for author, _ in NAMES), arxiv="2212.09251", year=2022, month=12),
    Paper(title="Hard Names", authors=tuple(HARD_NAMES), year=2022),
    Paper(title="A Paper in a Book", authors=(RINGER,), venue="Proceedings of ACL", year=2021, type="inproceedings", volume="1", issue="2"),
    Paper(title="A Thesis", authors=(RINGER,), year=1998, type="phdthesis", extra=FrozenMap({"school": "University of Oslo"})),
    Paper(title="A Thesis of No School", authors=(RINGER,), year=1998, type="phdthesis"),
    Paper(title="A Book", authors=(PEREZ,), publisher="MIT Press", year=1999, type="book", issue="7"),
    Paper(title="An Undated One", month=5, authors=(PEREZ,)),
    Paper(abstract="Nothing but 100% of an abstract & a backslash \\", comment="{ lone } } braces \\{"),
    Paper(doi="10.1016/s0140-6736(05)17705-4", year=2005, url="https://www.thelancet.com/a_b?c=50%25&d=#top"),
    Paper(title="An Online Thing", type="online", venue="A Site"),
    Paper(year=1905),
]


def dumps(papers: Sequence[Paper], **options: Any) -> str:  # noqa: ANN401  those of chunks
    return "".join(chunks(papers, **options))


def read_back(*papers: Paper, **options: Any) -> pc.Catalog:  # noqa: ANN401  those of chunks
    return pc.parse(dumps(papers, **options), format="bibtex")


def fields(paper: Paper, **options: Any) -> dict[str, str]:  # noqa: ANN401  those of chunks
    library = parse_string(dumps([paper], **options))
    assert not library.failed_blocks
    (entry,) = library.entries
    return {field.key: str(field.value) for field in entry.fields}


def balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize(("author", "written"), NAMES, ids=[str(author) for author, _ in NAMES])
def test_a_name_is_written_and_comes_back(author: Author, written: str) -> None:
    paper = Paper(title="Sleeper Agents", authors=(PEREZ, author, RINGER))
    assert fields(paper)["author"] == f"Perez, Ethan and {written} and Ringer, Sam"
    assert read_back(paper)[0].authors == paper.authors


@pytest.mark.parametrize("author", HARD_NAMES, ids=str)
def test_a_name_without_a_given_one_comes_back_whole(author: Author) -> None:
    back, ringer = read_back(Paper(title="Sleeper Agents", authors=(author, RINGER)))[0].authors
    assert (str(back), back.given, ringer) == (str(author), None, RINGER)


@pytest.mark.parametrize(("text", "written"), SPECIALS, ids=[text for text, _ in SPECIALS])
def test_what_tex_stumbles_over_is_escaped_and_comes_back(text: str, written: str) -> None:
    assert speller("unicode").text(text) == written
    paper = replace(ARTICLE, title=text, abstract=text, comment=text, venue=text, keywords=(text.replace(",", ""),))
    assert fields(paper)["abstract"] == written
    for profile in ("latex", "unicode"):
        (back,) = read_back(paper, profile=profile)
        assert (back.title, back.abstract, back.comment, back.venue, back.keywords) == (*[text] * 4, (text.replace(",", ""),))


@pytest.mark.parametrize(("text", "written", "plain"), KEPT_TEX, ids=[text for text, *_ in KEPT_TEX])
def test_harmless_tex_stays(text: str, written: str, plain: str) -> None:
    assert speller("unicode").text(text) == written
    assert read_back(replace(ARTICLE, title=text))[0].title == plain


@pytest.mark.parametrize(
    "paper", [ARTICLE, replace(ARTICLE, type="inproceedings"), replace(ARTICLE, type=None, volume=None)], ids=["journal", "book", "neither"]
)
def test_a_venue_comes_back_as_one(paper: Paper) -> None:
    assert read_back(paper)[0].venue == paper.venue


@pytest.mark.parametrize("text", ["{", "}", "}{", "a { b", "{{}", "\\{", "\\", "a \\", "\\}", "{\\", "\\{ a }", "a\\\\"])
def test_lone_braces_and_backslashes_cost_no_entry(text: str) -> None:
    hurt = Paper(title=text, abstract=text, comment=text, url=text, venue=text, keywords=(text,), authors=(Author(family=text),))
    papers = [replace(hurt, year=2020), ARTICLE]
    assert balanced(dumps(papers))
    assert [paper.year for paper in read_back(*papers)] == [2020, 2020]
    assert not parse_string(dumps(papers)).failed_blocks


def test_a_title_of_one_long_word_is_written() -> None:
    assert len(dumps([Paper(title="hep-" * 30_000)])) > 120_000


def test_an_id_is_written_as_eprint() -> None:
    assert fields(Paper(arxiv="2212.09251"))["eprint"] == "2212.09251"
    assert fields(Paper(arxiv="hep-th/9711200"))["archiveprefix"] == "arXiv"
    assert "archiveprefix" not in fields(Paper(doi="10.1109/cbms"))


@pytest.mark.parametrize("paper", MANY, ids=[paper.label[:30] for paper in MANY])
def test_ids_and_dates_come_back(paper: Paper) -> None:
    (back,) = read_back(paper)
    assert (back.arxiv, back.doi, back.year, back.url) == (paper.arxiv, paper.doi, paper.year, paper.url)
    assert (back.title is None) == (paper.title is None)


@pytest.mark.parametrize("arxiv", [None, "1906.01820"])
def test_an_untitled_paper_stays_untitled_and_can_be_sorted(arxiv: str | None) -> None:
    written = fields(Paper(arxiv=arxiv, abstract="We analyze the type of learned optimization."))
    assert "title" not in written
    assert written["key"]
    assert "key" not in fields(Paper(authors=(PEREZ,)))


@pytest.mark.parametrize(
    ("paper", "kind"),
    [
        (ARTICLE, "article"),
        (Paper(title="T", type="article", authors=(PEREZ,), year=2020), "article"),
        (Paper(title="T", venue="Nature", volume="3", authors=(PEREZ,), year=2020), "article"),
        (Paper(title="T", venue="Nature", authors=(PEREZ,), year=2020), "misc"),
        (Paper(title="T", type="inproceedings", venue="ACL", authors=(PEREZ,), year=2020), "inproceedings"),
        (Paper(title="T", venue="Proceedings of ACL", authors=(PEREZ,), year=2020), "inproceedings"),
        (Paper(title="T", type="book", authors=(PEREZ,), year=2020), "book"),
        (Paper(title="T", type="thesis"), "phdthesis"),
        (Paper(title="T", type="online"), "misc"),
        (Paper(title="T", type="article", arxiv="1906.01820", venue="Nature", volume="1"), "article"),
        (Paper(title="T"), "misc"),
        (Paper(), "misc"),
    ],
    ids=[
        "article",
        "article of no journal",
        "volume",
        "no volume",
        "in proceedings",
        "proceedings",
        "book of nobody",
        "thesis",
        "unknown",
        "printed",
        "none",
        "nothing",
    ],
)
def test_a_type_is_kept_or_follows_from_what_is_known(paper: Paper, kind: str) -> None:
    assert dumps([paper]).startswith(f"@{kind}{{")


@pytest.mark.parametrize(
    ("pages", "written"), [("1–9", "1--9"), ("1-9", "1--9"), ("1 — 9", "1--9"), ("e1002106", "e1002106"), ("1--9", "1--9")]
)
def test_pages_are_written_with_two_hyphens(pages: str, written: str) -> None:
    assert fields(Paper(title="T", pages=pages))["pages"] == written


@pytest.mark.parametrize(
    ("month", "written"), [("jan", "jan"), ("31", "31"), ("spring", "{spring}"), ("13 {Jan", r"{13 {\textbraceleft}Jan}")]
)
def test_a_month_that_bibtex_has_no_name_for_stands_in_braces(month: str, written: str) -> None:
    text = dumps([Paper(title="Sleeper Agents", year=2024, extra=FrozenMap({"month": month, "zeta": "1", "alpha": "2"}))], keys=["a"])
    names = re.findall(r"^  (\w+) +=", text, re.MULTILINE)
    assert f"  month         = {written},\n" in text
    assert names == ["title", "year", "month", "key", "alpha", "zeta"]
    assert len(parse_string(text).entries) == 1


def test_nothing_is_written_for_no_papers() -> None:
    assert dumps([]) == ""


def test_what_has_no_field_of_its_own_is_written_and_a_version_is_not() -> None:
    written = fields(Paper(title="T", extra=FrozenMap({"school": "Oslo & Bergen", "arxiv-version": "2", "key": "old", "Not A Field": "x"})))
    assert written["school"] == r"Oslo \& Bergen"
    assert not {"arxiv-version", "Not A Field"} & set(written)
    assert written["key"] == "old"  # a paper without authors is sorted by its citation key, and one that was read stays


@given(st.lists(st.from_type(Paper), max_size=5))
def test_any_papers_make_one_entry_each_that_others_read(papers: list[Paper]) -> None:
    text = dumps(papers)
    assert balanced(text)
    assert len(re.findall(r"^@[a-z]+\{[A-Za-z0-9:.+/_*;-]+,$", text, re.MULTILINE)) == len(papers)
    library = parse_string(text)
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == list(pc.Catalog(papers).keys)


@given(st.lists(st.from_type(Paper), max_size=5))
def test_any_papers_come_back_with_ids_and_years_and_all_authors(papers: list[Paper]) -> None:
    known = [paper for paper in papers if paper != Paper(sources=paper.sources, variants=paper.variants, inferred=paper.inferred)]
    back = read_back(*known)
    assert [(paper.arxiv, paper.doi, paper.year) for paper in back] == [(paper.arxiv, paper.doi, paper.year) for paper in known]


PLAIN = st.text("abc XYZ éŁ中 0189 .,:;?!()[]&%#_'-", min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)


@given(PLAIN, PLAIN, PLAIN)
def test_plain_text_comes_back_to_the_letter(title: str, abstract: str, comment: str) -> None:
    paper = Paper(title=title, abstract=abstract, comment=comment)
    assume(diagnose(dumps([paper])) is None)  # "XŁaŁ" twice and nothing else is taken for "Xúaú" in wrong bytes
    (back,) = read_back(paper)
    assert (back.title, back.abstract, back.comment) == (title, abstract, comment)


@given(st.lists(st.from_type(Paper), max_size=4, unique=True))
def test_writing_what_was_read_back_changes_nothing_more(papers: list[Paper]) -> None:
    once = read_back(*papers)
    twice = read_back(*once)
    assert [paper.title for paper in read_back(*twice)] == [paper.title for paper in twice]
    assert len(twice) == len(once)


# -- the real programs

BIBTEX, BIBER = shutil.which("bibtex"), shutil.which("biber")


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  a fixed program
    return done.stdout + done.stderr


@pytest.fixture(params=["data/raw", "hard papers"])
def bib(request: pytest.FixtureRequest, one: pc.Catalog, tmp_path: Path) -> pc.Catalog:
    """Write refs.bib and say what is in it."""
    catalog = one if request.param == "data/raw" else pc.Catalog(MANY)
    catalog.write(tmp_path / "refs.bib")
    return catalog


@pytest.mark.skipif(not BIBTEX, reason="bibtex is not installed")
def test_bibtex_complains_of_what_check_told(bib: pc.Catalog, tmp_path: Path) -> None:
    (tmp_path / "refs.aux").write_text("\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{refs}\n", encoding="ascii")
    told = run(str(BIBTEX), "refs", cwd=tmp_path)
    # a record of which only the year is known is a line that bibtex wonders at, and rightly
    lines = [line for line in told.splitlines() if line.startswith("Warning--") and "all relevant fields are empty" not in line]
    foreseen = {issue.message.partition(":")[0] for issue in bib.check() if issue.code in ("field-missing", "field-superfluous")}
    assert {line.rpartition(" in ")[2] for line in lines} <= foreseen
    assert "error" not in told
    made = (tmp_path / "refs.bbl").read_text(encoding="utf-8")
    assert set(re.findall(r"\\bibitem\{([^}]+)\}", made)) == set(bib.keys)


@pytest.mark.skipif(not BIBER, reason="biber is not installed")
def test_biber_does_not_complain(bib: pc.Catalog, tmp_path: Path) -> None:
    told = run(str(BIBER), "--tool", "--output-file", "out.bib", "refs.bib", cwd=tmp_path)
    assert [line for line in told.splitlines() if not line.startswith("INFO")] == []
    made = (tmp_path / "out.bib").read_text(encoding="utf-8")
    assert {key.lower() for key in re.findall(r"^@\w+\{([^,]+),", made, re.MULTILINE)} == set(bib.keys)


@pytest.mark.skipif(not BIBER, reason="biber is not installed")
def test_biber_misses_only_what_nobody_knows(one: pc.Catalog, tmp_path: Path) -> None:
    one.write(tmp_path / "refs.bib")
    told = run(str(BIBER), "--tool", "--validate-datamodel", "--output-file", "out.bib", "refs.bib", cwd=tmp_path)
    missed = {tuple(pair) for pair in re.findall(r"Entry '([^']+)' \(refs\.bib\): Missing mandatory field.*?'([a-z, ]+)'", told)}
    titles = {(key, "title") for key, paper in zip(one.keys, one, strict=True) if not paper.title}
    years = {(key, "date, year") for key, paper in zip(one.keys, one, strict=True) if not paper.year}
    assert missed == titles | years
    assert told.count("WARN - ") == len(missed)
    assert "ERROR" not in told
