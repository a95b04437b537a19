"""What people get wrong when they call a catalog, and what it tells them to do."""

import copy
import pickle
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import papercat as pc
from papercat import Author, Catalog, Paper

MAXWELL, BOWMAN = Author(family="Maxwell", given="Tim"), Author(family="Bowman", given="Samuel R.")
AGENTS = Paper(title="Sleeper Agents", authors=(MAXWELL, BOWMAN), year=2024, arxiv="2401.05566")
SPEECH = Paper(title="Towards Understanding Sycophancy", authors=(BOWMAN, Author(family="Maxwell", given="Timothy")), year=2023)
CAT: Any = Catalog([AGENTS, SPEECH])

MISTAKES: list[tuple[str, Callable[[], object], type[Exception], str]] = [
    ("a place too far", lambda: CAT[99], IndexError, "no paper at place 99: there are 2, from place 0"),
    ("a place too far back", lambda: CAT[-3], IndexError, "no paper at place -3"),
    ("by nobody", lambda: CAT.by(None), TypeError, "give a name, an Author or one of cat.people"),
    ("where with a word", lambda: CAT.where("agents"), TypeError, "as where(title=…), not 'agents'; find takes words"),
    ("a year in quotes", lambda: CAT.where(year="2024"), TypeError, "give a number, two of which either may be None"),
    ("three years", lambda: CAT.where(year=(2022, 2023, 2024)), TypeError, "a set, a list or a range"),
    ("a title of numbers", lambda: CAT.where(title=1984), TypeError, "give a text"),
    ("minus for backwards", lambda: CAT.sort_by("-year"), TypeError, "sort_by('year', reverse=True)"),
    ("no manuscript", CAT.cited_in, TypeError, "at least one manuscript"),
    ("one paper for a catalog", lambda: Catalog(AGENTS), TypeError, "Catalog([paper])"),  # type: ignore[arg-type]
    ("one paper to add", lambda: CAT.add(AGENTS), TypeError, "Catalog([paper])"),
    ("numbers to link", lambda: CAT.link([1]), TypeError, "a catalog holds papers, not int"),
    ("authors in a list", lambda: pc.parse_authors(["Tim Maxwell"]), TypeError, '"; ".join(names)'),  # type: ignore[arg-type]
    ("the place of a key", lambda: CAT.index("2401.05566"), ValueError, "cat.keys.index(key) its place"),
    ("the place of a stranger", lambda: CAT.index(Paper(title="Red Teaming")), ValueError, "is no paper of this catalog"),
    ("the place of one before", lambda: CAT.index(AGENTS, 1), ValueError, "is no paper of this catalog"),
    ("papers set", lambda: setattr(CAT, "papers", ()), AttributeError, "a catalog never changes, so papers cannot be set"),
    ("keys set", lambda: setattr(CAT, "keys", ()), AttributeError, "so keys cannot be set; make another one"),
    ("papers deleted", lambda: delattr(CAT, "papers"), AttributeError, "so papers cannot be deleted"),
    ("no authors", lambda: pc.parse_authors(None), TypeError, "one text, not NoneType"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("ask", "error", "told"), [one[1:] for one in MISTAKES], ids=[one[0] for one in MISTAKES])
def test_a_mistake_is_told_with_what_to_do(ask: Callable[[], object], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=re.escape(told)):
        ask()


def test_the_place_of_a_paper() -> None:
    assert [CAT.index(AGENTS), CAT.index(SPEECH), CAT.index(SPEECH, 1), CAT.index(SPEECH, -1, 2)] == [0, 1, 1, 1]


def test_get_gives_what_is_wanted_instead() -> None:
    assert CAT.get("2401.05566", SPEECH) is AGENTS
    assert CAT.get("nothing") is None
    assert CAT.get("nothing", SPEECH) is SPEECH


def test_by_takes_a_person_of_the_catalog() -> None:
    others = Catalog([Paper(title="Constitutional AI", authors=(MAXWELL, Author(family="Bai", given="Yuntao")))])
    for person in CAT.people:
        assert tuple(CAT.by(person)) == person.papers
        assert CAT.where(author=person) == CAT.by(person)
    assert list(others.by(CAT.people.by("Tim Maxwell")[0])) == list(others)
    assert list(CAT.by(others.people.by("Bai")[0])) == []


def test_no_decisions_are_none() -> None:
    assert CAT.dedup(decisions=None) == CAT.dedup()


@pytest.mark.parametrize("name", ["review.xlsx", "review.XLS", "review.ods", "review.toml"])
def test_a_review_is_not_written_as_what_it_is_not(name: str, tmp_path: Path) -> None:
    with pytest.raises(pc.OutputError, match=r"is a table in CSV, which every spreadsheet opens: review\.csv"):
        CAT.review(tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "same"), [("bib", "bibtex"), (".bib", "bibtex"), ("MD", "markdown"), ("csl.json", "csl"), ("bibtex", "bibtex"), ("ris", "ris")]
)
def test_a_format_to_write_has_the_name_of_its_suffix(name: str, same: str) -> None:
    if same == "markdown":
        pytest.importorskip("citeproc")
    assert CAT.dumps(name) == CAT.dumps(same)


class _Noted(Catalog):
    def __init__(self, papers: Iterable[Paper] = (), **held: Any) -> None:  # noqa: ANN401  what a catalog takes
        super().__init__(papers, **held)
        self.note = "mine"


def test_a_catalog_of_ones_own_may_have_its_own_attributes() -> None:
    mine = _Noted([AGENTS, SPEECH])
    assert (mine.where(year=2024).note, mine.keys, mine == CAT, pickle.loads(pickle.dumps(mine)).note) == ("mine", CAT.keys, True, "mine")  # noqa: S301


ERRORS: list[pc.PapercatError] = [
    pc.PaperNotFoundError("perez", ("perez2022",)),
    pc.InputError("not TOML", name="decisions.toml"),
    pc.UnknownFormatError("no format 'docx'", name="refs.docx"),
    pc.PatternError("no such word", pattern="{aut}", place=1),
    pc.MissingExtraError("polars", "polars", "Arrow data"),
    pc.OutputError("no writer for that"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_comes_back_from_its_pickle(error: pc.PapercatError) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301
        assert (type(twin), str(twin), vars(twin), twin.args) == (type(error), str(error), vars(error), error.args)
        assert getattr(twin, "name", None) == getattr(error, "name", None)
