"""What people get wrong when they call a catalog, and what it tells them to do."""

import copy
import io
import pickle
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import papercat as pc
from papercat import Author, Catalog, Paper
from papercat.models.words import OF_AUTHORS, OF_CATALOGS, OF_PAPERS

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
    ("no text to repair", lambda: pc.fix(None), TypeError, "fix() takes a text, not NoneType"),  # type: ignore[arg-type]
    ("a gap of a table", lambda: pc.fix(float("nan")), TypeError, "fix() takes a text, not float"),  # type: ignore[arg-type]
    ("bytes to repair", lambda: pc.fix_and_explain(b"x"), TypeError, "a text, not bytes"),  # type: ignore[arg-type]
    ("no text for ids", lambda: pc.find_identifiers(None), TypeError, "find_identifiers() takes a text"),  # type: ignore[arg-type]
    ("no text for TeX", lambda: pc.to_latex(None), TypeError, "to_latex() takes a text"),  # type: ignore[arg-type]
    ("no TeX", lambda: pc.to_unicode(None), TypeError, "to_unicode() takes a text"),  # type: ignore[arg-type]
    ("no person", lambda: CAT.people.by(None), TypeError, "with a name or an Author, not with NoneType"),
    ("nobody to find", lambda: CAT.people.find(None), TypeError, "find() takes a text"),
    ("a person as a key", lambda: CAT.people["Maxwell, Tim"], TypeError, "people.by('Maxwell, Tim') gives who bears a name"),
    ("groups by nothing", lambda: CAT.group_by(None), TypeError, "None is neither the name of a field nor a function"),
    ("order by nothing", lambda: CAT.sort_by(None), TypeError, "None is neither the name of a field nor a function"),
    ("a file to write to", lambda: CAT.write(io.StringIO()), TypeError, "write() takes a path, not StringIO; dumps() gives the text"),
    ("nowhere to write to", lambda: CAT.write(None), TypeError, "write() takes a path, not NoneType"),
    ("a hit of none", lambda: CAT.find("zzzzqqqq")[0], IndexError, "no hit at place 0: there are 0"),
    ("a hit too far", lambda: CAT.find("agents")[7], IndexError, "no hit at place 7: there are"),
    ("the key of a stranger", lambda: CAT.key_of(Paper(title="Red Teaming")), ValueError, "is no paper of this catalog"),
    ("a filter", lambda: CAT.filter, AttributeError, "'Catalog' object has no attribute 'filter'; use where()"),
    ("to_ris", lambda: CAT.to_ris, AttributeError, "use dumps('ris')"),
    ("a journal", lambda: CAT[0].journal, AttributeError, "'Paper' object has no attribute 'journal'; use venue"),
    ("the key of a paper", lambda: CAT[0].key, AttributeError, "use Catalog.key_of(paper)"),
    ("a surname", lambda: CAT[0].authors[0].surname, AttributeError, "'Author' object has no attribute 'surname'; use family"),
    ("nothing of the kind", lambda: CAT.nothing, AttributeError, "'Catalog' object has no attribute 'nothing'"),
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


def test_the_key_of_a_paper() -> None:
    twice = Catalog([AGENTS, SPEECH, Paper(title="Sleeper Agents", authors=(MAXWELL, BOWMAN), year=2024, arxiv="2401.05566")])
    assert [twice.key_of(paper) for paper in twice] == list(twice.keys)
    assert len(set(twice.keys)) == 3
    assert CAT.key_of(CAT.find("sleeper")[0].paper) == CAT.keys[0]
    assert CAT.key_of(pickle.loads(pickle.dumps(SPEECH))) == CAT.keys[1]  # noqa: S301  our own


@pytest.mark.parametrize("name", ["_repr_latex_", "__array__", "__deepcopy__", "shape", "filter"])
def test_what_other_libraries_look_for_is_not_there(name: str) -> None:
    assert not [thing for thing in (CAT, CAT[0], CAT[0].authors[0]) if hasattr(thing, name)]


def test_every_word_for_something_else_is_none_of_papercats() -> None:
    tables = ((CAT, OF_CATALOGS), (CAT[0], OF_PAPERS), (CAT[0].authors[0], OF_AUTHORS))
    for thing, table in tables:
        assert not [name for name in table if name in dir(thing)]
        meant = [re.match(r"\w+(?=[(),.]| and| or|$)", told) for told in table.values()]
        named = {found[0] for found in meant if found} - {"Catalog", "Paper", "dataclasses", "str"}
        assert named <= set(dir(thing))
        assert named


def test_what_fails_in_an_attribute_is_not_told_as_a_missing_one() -> None:
    class Broken(Catalog):
        @property
        def years(self) -> object:
            return (1984).year  # type: ignore[attr-defined]

    with pytest.raises(AttributeError, match="'int' object has no attribute 'year'"):
        Broken().years  # noqa: B018
