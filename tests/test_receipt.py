"""Every character of every input went somewhere, once; the quick share-out is pinned to one that paints characters."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.models import Issue, Paper, Source
from papercat.receipt import share_out
from papercat.text.document import Document, Place

TEXT = "A title\n\nBai, Yuntao\n \u200b\n???\tend"
Claim = tuple[int, int]
CLAIMS = st.lists(st.tuples(st.integers(0, 24), st.integers(1, 12)).map(lambda pair: (pair[0], min(sum(pair), 26))), max_size=6)


def source(start: int, end: int, field: str, name: str = "a") -> Source:
    return Source(name=name, line=1, start=start, end=end, field=field)


def paper(*sources: Source) -> Paper:
    return Paper(title="A title", sources=sources)


def issue(start: int, end: int) -> Issue:
    return Issue(code="heading", message="kept", source=source(start, end, "heading"))


def paint(length: int, levels: list[list[tuple[int, int, str]]]) -> list[str]:
    """Do it slowly: level after level, claim after claim, each takes the characters that are still free."""
    taken = [""] * length
    for level in levels:
        for start, end, label in sorted(level, key=lambda claim: claim[:2]):
            for place in range(start, end):
                taken[place] = taken[place] or label
    return taken


@given(fields=CLAIMS, kept=CLAIMS, records=CLAIMS)
def test_characters_go_where_painting_puts_them(fields: list[Claim], kept: list[Claim], records: list[Claim]) -> None:
    text = TEXT[:26].ljust(26, "x")
    labelled = [(*claim, f"field {number}") for number, claim in enumerate(fields)]  # of two in one place the first counts
    papers = [paper(*(source(*claim) for claim in labelled), *(source(*claim, "record") for claim in records))]
    spans = share_out("a", text, papers, [issue(*claim) for claim in kept])
    levels = [labelled, [(*claim, "heading") for claim in kept], [(*claim, "record") for claim in records]]
    for place, label in enumerate(paint(len(text), levels)):
        (what,) = [what for start, end, what in spans if start <= place < end]
        assert what == label or (not label and what in ("separator", "text-unread"))


@given(fields=CLAIMS, cuts=st.lists(st.integers(0, 26), max_size=8, unique=True).map(sorted))
def test_records_apart_are_shared_out_as_any_others(fields: list[Claim], cuts: list[int]) -> None:
    records = [paper(source(*claim, "record")) for claim in zip(cuts[::2], cuts[1::2], strict=False)]
    papers = [paper(*(source(*claim, "title") for claim in fields)), *records]
    quick = share_out("a", TEXT[:26], papers, [])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("papercat.receipt._stand_apart", lambda *_: False)
        assert quick == share_out("a", TEXT[:26], papers, [])


@given(fields=CLAIMS, kept=CLAIMS, records=CLAIMS)
def test_spans_tile_the_text(fields: list[Claim], kept: list[Claim], records: list[Claim]) -> None:
    text = TEXT[:26].ljust(26, "x")
    papers = [paper(*(source(*claim, "title") for claim in fields), *(source(*claim, "record") for claim in records))]
    spans = share_out("a", text, papers, [issue(*claim) for claim in kept])
    assert (spans[0][0], spans[-1][1]) == (0, len(text))
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    assert all(start < end for start, end, _ in spans)


@given(text=st.text(st.sampled_from("a1 \t\n\r\u00a0\u200b\u2028\u3000\ufeff?.")))
def test_only_blanks_are_separators(text: str) -> None:
    for start, end, what in share_out("a", text, [], []):
        assert what == "separator" or text[start:end].strip()
        assert what == "text-unread" or not any(char in "a1?." for char in text[start:end])


def test_nothing_has_no_spans() -> None:
    assert share_out("a", "", [], []) == []


def test_a_field_comes_before_an_issue_and_an_issue_before_a_record() -> None:
    spans = share_out("a", "x" * 30, [paper(source(0, 30, "record"), source(5, 15, "title"))], [issue(10, 20)])
    assert spans == [(0, 5, "record"), (5, 15, "title"), (15, 20, "heading"), (20, 30, "record")]


def test_places_in_other_files_are_no_places_here() -> None:
    elsewhere = paper(source(0, 5, "title", name="b"))
    assert share_out("a", "xxxxx", [elsewhere], []) == [(0, 5, "text-unread")]


@pytest.mark.parametrize("name", ["askell-listing.txt", "text"])
def test_places_that_json_brings_along_are_no_places_in_it(seeds: pc.Catalog, name: str) -> None:
    listing = seeds.inputs[1].name
    written = pc.Catalog(paper for paper in seeds if paper.sources[0].name == listing).to_json().replace(listing, name)
    cat = pc.parse(f"junk before\n{written}", format="json", name=name)
    first = next(iter(cat.receipt()))
    assert (first.what, first.start) == ("text-unread", 0)
    assert [one.raw.strip("\n[") for one in cat.issues if one.code == "text-unread"] == ["junk before"]


def test_the_dumps_are_read_to_the_last_character(seeds: pc.Catalog) -> None:
    totals = seeds.receipt().totals
    assert seeds.receipt().unread == ()
    assert {name: sum(counts.values()) for name, counts in totals.items()} == {one.name: one.length for one in seeds.inputs}
    for counts in totals.values():
        assert not set(counts) & {"text-unread", "entry-broken"}


def test_the_dumps_are_titles_names_and_abstracts(seeds: pc.Catalog) -> None:
    abstracts, listing = (seeds.receipt().totals[one.name] for one in seeds.inputs)
    assert set(listing) == {"heading", "title", "authors", "abstract", "separator"}
    assert set(abstracts) == {"abstract", "comment", "arxiv", "separator"}


def test_fields_hold_the_characters_that_the_receipt_gives_them(seeds: pc.Catalog) -> None:
    for span in seeds.receipt():
        if span.what not in ("separator", "heading", "authors"):
            text = Path(span.name).read_text(encoding="utf-8")
            field = getattr(seeds[str(span.key)], span.what)
            assert Document(span.name, text).clean(Place(span.start, span.end))[0].endswith(field)


def test_spans_name_the_paper_that_has_them(seeds: pc.Catalog) -> None:
    for span in seeds.receipt():
        if span.what in ("title", "authors", "abstract", "arxiv", "comment"):
            assert any(
                place.name == span.name and place.start <= span.start and span.end <= place.end for place in seeds[str(span.key)].sources
            )
        else:
            assert span.key is None


def test_after_dedup_both_places_name_the_one_paper(one: pc.Catalog) -> None:
    places = {span.name for span in one.receipt() if span.key == "perez2022discovering"}
    assert len(places) == 2


def test_totals_are_said_in_characters_and_shares() -> None:
    receipt = pc.parse("Constitutional AI\nBai, Yuntao, Kadavath, Saurav\nAs AI systems become more capable.").receipt()
    head, *rows = str(receipt).splitlines()
    assert head == "text (listing, str): 82 characters"
    assert [row.split()[:2] for row in rows] == [["abstract", "34"], ["authors", "29"], ["title", "17"], ["separator", "2"]]


def test_two_texts_of_one_name_are_counted_apart() -> None:
    both = pc.parse("What a day!") + pc.parse("Whatever")
    assert [line.split()[-2:] for line in str(both.receipt()).splitlines()[1::2]] == [["100.00", "%"], ["100.00", "%"]]


def test_a_receipt_says_what_is_unread() -> None:
    receipt = pc.parse('junk {"title": "Sleeper Agents"}', format="json").receipt()
    assert [span[:4] for span in receipt.unread] == [("text", 1, 0, 4)]
    assert repr(receipt) == "<Receipt: 32 characters of 1 input, 4 unread>"


def test_a_receipt_of_nothing_is_empty() -> None:
    receipt = pc.Catalog().receipt()
    assert (list(receipt), str(receipt), receipt.totals) == ([], "", {})


def test_html_is_escaped() -> None:
    receipt = pc.parse("<b>", name="<i>").receipt()
    assert "<i>" not in receipt._repr_html_()
