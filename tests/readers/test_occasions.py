"""Dates at the end of venues, in tables and references that have no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.occasions import occasion

TABLE = """| Title | Authors | Venue |
|---|---|---|
| Sleeper Agents | Evan Hubinger, Carson Denison | ACL 2020 |
| Discovering Behaviors | Ethan Perez, Sam Ringer | TALN'2013 |
| Constitutional AI | Yuntao Bai | Nature |
"""
HAL = (
    "Communication dans un congrès2 documents\n\n"
    "Javier Ferrando, Gerard I. Gállego, Marta R. Costa-jussà. Towards Opening the Black Box of Neural Machine Translation. Proceedings of "
    "the 2022 Conference on Empirical Methods in Natural Language Processing, Aug 2022, Paris, France. pp.559-580. "
    "⟨10.18653/v1/2022.emnlp-main.599⟩. ⟨hal-03811773⟩Javier Álvez, German Rigau. Towards Cross-checking WordNet and SUMO Using Meronymy. "
    "Proceedings of the 9th Global Wordnet Conference, Jul 2018, Paris, France. pp.235-243. ⟨10.18653/v1/2018.gwc-1.4⟩. ⟨hal-04041215v2⟩\n"
)


@pytest.mark.parametrize(
    ("venue", "name", "date"),
    [
        ("ACL 2020", "ACL 2020", "2020"),
        ("TALN'2013", "TALN'2013", "2013"),
        ("NeurIPS-2022", "NeurIPS-2022", "2022"),
        ("Global Wordnet Conference, Jul 2018", "Global Wordnet Conference", "Jul 2018"),
        ("Global Wordnet Conference, July 12, 2018", "Global Wordnet Conference", "July 12, 2018"),
        ("Conférence TALN (2019)", "Conférence TALN", "2019"),
        ("Nature, 2020 ", "Nature", "2020"),
    ],
)
def test_a_date_ends_the_venue(venue: str, name: str, date: str) -> None:
    found = occasion(venue)
    assert found
    assert (venue[: found.name], venue[found.start : found.end]) == (name, date)


@pytest.mark.parametrize(
    "venue",
    ["", "2020", ", 2020", "Nature", "Proceedings of the 2019 Conference", "arXiv:1706.03762",
     "Lecture Notes in Computer Science 1999", "LNCS 2000",      "Physical Review 12000", "Notes 3/2020", "Series 1900-2000"],
)  # fmt: skip
def test_no_other_number_is_a_date(venue: str) -> None:
    assert occasion(venue) is None


@given(st.text() | st.lists(st.sampled_from([*", ('-2", "2020", "Aug", "ACL"])).map("".join))
def test_any_venue_is_looked_at(venue: str) -> None:
    found = occasion(venue)
    assert found is None or (0 < found.name <= len(venue) and venue[found.start : found.end])


def test_a_table_without_years_has_those_of_its_venues() -> None:
    assert [(paper.venue, paper.year) for paper in pc.parse(TABLE)] == [("ACL 2020", 2020), ("TALN'2013", 2013), ("Nature", None)]


def test_a_column_of_years_counts_before_the_venue() -> None:
    dated = "\n".join(f"{line} {cell} |" for line, cell in zip(TABLE.split("\n")[:4], ("Year", "---", "2021", "2014"), strict=True))
    assert [(paper.year, dict(paper.extra)) for paper in pc.parse(dated)] == [(2021, {}), (2014, {})]


@pytest.mark.parametrize("list_", [HAL, HAL.replace("⟩Jav", "⟩\n\nJav")])
def test_citations_of_hal(list_: str) -> None:
    catalog = pc.parse(list_)
    assert [(paper.year, paper.month, paper.pages, paper.extra["hal"]) for paper in catalog] == [
        (2022, 8, "559-580", "hal-03811773"),
        (2018, 7, "235-243", "hal-04041215v2"),
    ]
    assert catalog[0].venue == "Proceedings of the 2022 Conference on Empirical Methods in Natural Language Processing"
    assert not catalog.receipt().unread
