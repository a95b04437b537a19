"""What is quick in comparing gives what the slow and obvious way gives."""

from collections import defaultdict
from random import Random
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papercat.dedup import MAYBE_BITS, SAME_BITS, Pair, cluster, keys, match, prep, whereabouts
from papercat.dedup.candidates import Sorter
from papercat.dedup.people import _is_variant, _variant, people, shared_people
from papercat.dedup.score import may_be_one
from papercat.dedup.sums import checksums
from papercat.dedup.titles import COLUMN, STARTS, information
from papercat.dedup.weights import OTHER_TITLES, Level, relate
from papercat.dedup.wording import may_be_one as may_be_one_title
from papercat.dedup.wording import title_relation
from papercat.models import Author, Paper
from papercat.text.fold import fold

# words that titles misspell, cut, glue, number, deny and put before the title
WORDS = (
    "li1 pain painl pain1 formu lae formulae health care healthcare into in to strain behaviour behavior oestrogen estrogen estrogens 1 2 i"
    " l ii one two hyper hypotension hypertension tension cell cells of the a part type not effect effects effective b research article"
    " articles special issue developing development develop rn m am amn clonidine nicotine relief relie"
).split()
LEVELS: tuple[Level, ...] = ("record", "work")
PEREZ = (Author(family="Perez", given="Ethan"),)
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9)


@settings(max_examples=2000)
@given(TITLES, st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["", *WORDS]), st.booleans()), max_size=4))
def test_no_title_is_ruled_out_that_could_be_the_same(words: list[str], changes: list[tuple[int, str, bool]]) -> None:
    others = list(words)
    for place, word, is_more in changes:
        others[place : place if is_more else place + 1] = [word] if word else []
    one, other = " ".join(words), " ".join(others) or "pain"
    if not may_be_one_title(one, other):
        assert title_relation(one, other)[0] in OTHER_TITLES
        assert not may_be_one_title(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("effects of clonidine on pain", "effects of ethanol on pain"),
        ("active transport in the rabbit blastocyst", "active transport of l ascorbic acid in the human ileum"),
        ("the structure and function of haemoglobin", "the structure and function of ribosomes"),
    ],
)
def test_other_titles_are_ruled_out(one: str, other: str) -> None:
    assert not may_be_one_title(one, other)


FIELDS = st.fixed_dictionaries(
    {
        "title": TITLES.map(" ".join),
        "year": st.sampled_from([1999, 2000, 2003]),
        "volume": st.sampled_from(["1", "2"]),
        "issue": st.sampled_from(["1", "2"]),
        "pages": st.sampled_from(["1-9", "12-31"]),
        "doi": st.sampled_from(["10.1000/a", "10.1000/a.v2", "10.1000/b"]),
        "authors": st.sampled_from([(), (Author(family="Perez"),), (Author(family="Perez"), Author(family="Ringer"))]),
    }
)


@settings(max_examples=500)
@given(FIELDS, FIELDS, st.sets(st.sampled_from(["year", "volume", "issue", "pages", "doi"])), st.data())
def test_no_pair_is_ruled_out_that_may_be_one(
    one: dict[str, object], other: dict[str, object], shared: set[str], data: st.DataObject
) -> None:
    other |= {name: one[name] for name in shared}
    views = []
    for record in (one, other):
        left = data.draw(st.sets(st.sampled_from(sorted(record))))
        views.append(prep(Paper.from_dict({name: value for name, value in record.items() if name not in left})))
    if not may_be_one(*views):
        a, b = views
        assert max(match(a, b, "record"), match(a, b, "work")) < MAYBE_BITS


COLUMNS = st.sampled_from(["Editorial", "Book reviews", "Editor's notes", "Editorial notes on pain", "Special issue on pain"])
PLACED = st.fixed_dictionaries(
    {
        "title": COLUMNS | TITLES.map(" ".join),
        "year": st.sampled_from([1999, 2000]),
        "venue": st.sampled_from(["Pain", "Blood", "Journal of Pain", "Proceedings of the Conference on Pain"]),
        "volume": st.sampled_from(["1", "2"]),
        "issue": st.sampled_from(["1", "2", "123"]),
        "pages": st.sampled_from(["1-9", "12-31", "12", "s12-s31", "2"]),
        "doi": st.sampled_from(["10.1000/a", "10.1000/b", "10.48550/arxiv.2212.09251"]),
        "abstract": st.sampled_from(["Clonidine relieves pain in rats. " * 9, "Nicotine relieves no pain in mice. " * 9]),
        "authors": st.sampled_from([(), (Author(family="Perez"),), (Author(family="Perez"), Author(family="Ringer"))]),
    }
)
SHARED = st.sets(st.sampled_from(["title", "year", "venue", "volume", "issue", "pages", "doi", "abstract", "authors"]))


@settings(max_examples=1000)
@given(PLACED, PLACED, SHARED, st.sets(st.sampled_from(["year", "venue", "volume", "issue", "pages", "doi", "abstract"])))
def test_what_does_not_matter_is_weighed_as_less(
    one: dict[str, object], other: dict[str, object], shared: set[str], left: set[str]
) -> None:
    other |= {name: one[name] for name in shared}
    other = {name: value for name, value in other.items() if name not in left}
    a, b = sorted((prep(Paper.from_dict(one)), prep(Paper.from_dict(other))))
    for same in LEVELS:
        relation, bits = relate(a, b), match(a, b, same)
        if a != b:
            assert sum(said for _, _, said in whereabouts.place(a, b, same, relation)) <= whereabouts.at_most(a, b)
        for least in (MAYBE_BITS, SAME_BITS, -10.0):
            quick = match(a, b, same, least)
            assert quick == bits if bits >= least else bits - 1e-6 <= quick < least


def test_columns_of_two_issues_are_given_up_early() -> None:
    one, other = (prep(Paper(title="Editor's notes", volume=volume, pages=f"{volume}-9", venue="Pain", authors=PEREZ)) for volume in "12")
    assert match(one, other, "work", MAYBE_BITS) > match(one, other, "work")


NAMES = st.sampled_from(
    ["Perez", "van den Berg", "Lukošiūtė", "O'Brien", "Unknown", "et al", "N. A.", "X", "Li", "Smith:Jones", "a;b", "ß", "模"]
)
GIVEN = st.sampled_from(["J.", "Jean-Paul", "J. P.", "X", ".", "Ö.", "Mary Ann", "a:b", "c;d", None])
AUTHORS = st.lists(st.builds(lambda family, given: Author(family=family, given=given), NAMES, GIVEN), max_size=18)


@given(AUTHORS)
def test_a_list_is_written_as_each_of_its_authors(authors: list[Author]) -> None:
    # a list is written at once if all its names are plain, and its authors one by one if any is not
    each = dict.fromkeys(people([author]) for author in authors)
    assert people(authors) == ";".join([one for one in each if one][:16])


@given(st.sampled_from(["Perez", "Lukosiute", "Li"]), st.sampled_from(["J.", "Jean-Paul", "J. P.", ".", "-x-", "'", "Mary  Ann"]))
def test_a_plain_list_is_written_name_by_name(family: str, given: str) -> None:
    assert people([Author(family=family, given=given)]) == f"{fold(family)}:{fold(given)}"


@given(AUTHORS)
def test_a_list_shares_all_people_with_itself(authors: list[Author]) -> None:
    text = people(authors) or "perez:ethan"
    shared, few, worth = shared_people(text, text)
    # a name that nobody has makes the lists two
    again = shared_people(text, f"{text};zzyzx:q")
    assert (shared, few) == again[:2]
    assert worth == pytest.approx(again[2])


@given(st.from_regex(COLUMN, alphabet="abcdefghijklmnopqrstuvwxyz "))
def test_titles_of_columns_are_looked_at(title: str) -> None:
    assert title[:4] in STARTS


@pytest.mark.parametrize(
    "title", ["special issue on pain", "introduction to the workshop on pain", "welcome to the conference", "preface to the issue"]
)
def test_openings_are_looked_at(title: str) -> None:
    assert information(title) == 9 < information(f"clinical {title}")


@given(st.lists(st.text(max_size=5) | st.text(alphabet="a\ud800", max_size=3), max_size=8))
def test_checksums_are_those_of_each_key(found: list[str]) -> None:
    assert [*checksums(found)] == [crc32(key.encode("utf-8", "surrogatepass")) for key in found]


@pytest.mark.parametrize("size", [1, 2, 60, 3_000, (1 << 21) + 1])
def test_blocks_are_those_of_a_dict(size: int) -> None:
    random = Random(size)  # noqa: S311  chance makes records, no secrets
    views = [prep(Paper(title=" ".join(random.sample(WORDS, 3)), year=1900 + n % 200)) for n in range(min(size, 300))]
    sorter, middle = Sorter.of(size), len(views) // 2
    parts = sorter.share(views[middle:], middle)  # the later records first, as a second process may give them
    for part, more in zip(parts, sorter.share(views[:middle], 0), strict=True):
        part.extend(more)
    whole: defaultdict[int, list[int]] = defaultdict(list)
    for place, view in enumerate(views):
        for key in checksums(keys(view)):
            whole[key].append(place)
    found = [block for part in parts for block in part.blocks()]
    assert dict(found) == {key: places for key, places in whole.items() if len(places) > 1}


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from([0.0, SAME_BITS, 20.0])), max_size=14))
def test_a_pair_alone_is_a_cluster_as_among_others(made: list[tuple[int, int, float]]) -> None:
    views = [prep(Paper(title="Sleeper Agents", venue=f"Journal {place}")) for place in range(13)]
    pairs = [Pair(min(a, b), max(a, b), bits) for a, b, bits in made]
    whole = cluster(views, pairs)
    # a person who holds all of them apart from somebody else sends every pair the long way
    slow = cluster([*views, prep(Paper(title="Constitutional AI"))], pairs, cannot=[(place, 13) for place in range(13)])
    assert whole == slow


FAMILIES = st.sampled_from(["perez", "peres", "ringer", "berg", "vandenberg", "ethan", "li", "x", "", "perez'"])
FIRST = st.sampled_from(["", "e", "ethan", "perez", "sam berg", "x y", "li"])


@given(FAMILIES, FIRST, st.dictionaries(FAMILIES, FIRST, max_size=4))
def test_a_variant_of_a_name_is_found_as_by_asking_each(family: str, given_: str, names: dict[str, str]) -> None:
    slow = next((name for name, first in names.items() if _is_variant(family, given_, name, first)), None)
    assert _variant(family, given_, names) == slow
