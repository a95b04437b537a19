"""PubMed's "Abstract (text)": records of paragraphs between a numbered source and the ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.tagged.pubmed import is_pubmed

TWO = """1. Mol Biol Evol. 2016 Jul;33(7):1870-4. doi: 10.1093/molbev/msw054. Epub 2016 Mar
22.

MEGA7: Molecular Evolutionary Genetics Analysis Version 7.0 for
Bigger Datasets.

Kumar S(1), Stecher G(2), Tamura K(3).

Author information:
(1)Institute for Genomics and Evolutionary Medicine, Temple University.
(2)Institute for Genomics and Evolutionary Medicine, Temple University.
(3)Research Center for Genomics and Bioinformatics, Tokyo Metropolitan
University.

We present the latest version of the Molecular Evolutionary Genetics Analysis
software. It is at
https://www.megasoftware.net.

© The Author 2016. All rights reserved.

DOI: 10.1093/molbev/msw054
PMCID: PMC8210823
PMID: 27004904 [Indexed for MEDLINE]

Conflict of interest statement: None.


2. Nature. 1953 Apr 25;171(4356):737-8.

Molecular structure of nucleic acids; a structure for deoxyribose nucleic acid.

Watson JD, Crick FH.

PMID: 13054692 [Indexed for MEDLINE]
"""
READ = [
    "MEGA7: Molecular Evolutionary Genetics Analysis Version 7.0 for Bigger Datasets | Kumar, S.; Stecher, G.; Tamura, K. | 2016 | 1870-4",
    "Molecular structure of nucleic acids; a structure for deoxyribose nucleic acid | Watson, J. D.; Crick, F. H. | 1953 | 737-8",
]


def names(paper: pc.Paper) -> str:
    return "; ".join(author.inverted for author in paper.authors)


def told(text: str) -> list[str]:
    cat = pc.parse(text)
    assert not cat.receipt().unread
    return [f"{paper.title} | {names(paper)} | {paper.year} | {paper.pages}" for paper in cat]


WAYS = {
    "clean": TWO,
    "lines of any length": TWO.replace("for\nBigger", "for Bigger").replace("Analysis\nsoftware", "Analysis software"),
    "a head": "\n\n" + TWO,
    "numbers in brackets": TWO.replace("1. Mol", "[1] 1. Mol").replace("2. Nat", "[2] 2. Nat"),
    "no empty lines between records": TWO.replace("None.\n\n\n", "None.\n"),
    "no empty lines around the title": TWO.replace("22.\n\n", "22.\n").replace("Datasets.\n\n", "Datasets.\n"),
    "no empty lines around the addresses": TWO.replace("(3).\n\n", "(3).\n").replace("University.\n\n", "University.\n"),
    "lost breaks": TWO.replace("(3).\n\n", "(3).")
    .replace("reserved.\n\n", "reserved.")
    .replace("\nPMCID", "PMCID")
    .replace("\nPMID", "PMID"),
    "records that lost their breaks": TWO.replace("\n\nConflict of interest statement: None.\n\n\n", ""),
    "CR": TWO.replace("\n", "\r"),
    "BOM": "\ufeff" + TWO,
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_a_way_of_writing_it_makes_no_difference(text: str) -> None:
    assert told(text) == READ


def test_every_paragraph_has_its_field() -> None:
    paper, other = pc.parse(TWO)
    assert (paper.venue, paper.volume, paper.issue, paper.doi) == ("Mol Biol Evol", "33", "7", "10.1093/molbev/msw054")
    assert paper.abstract == (
        "We present the latest version of the Molecular Evolutionary Genetics Analysis software. It is at https://www.megasoftware.net."
    )
    assert {name: text[:12] for name, text in paper.extra.items()} == {
        "date": "2016 Jul",
        "affiliation": "Author infor",
        "copyright": "© The Author",
        "conflict of interest": "Conflict of ",
        "pmcid": "PMC8210823",
        "pmid": "27004904",
    }
    assert other.abstract is None


def test_names_that_are_written_out_get_no_full_stops() -> None:
    text = TWO.replace("Kumar S(1), Stecher G(2), Tamura K(3).", "Sudhir Kumar(1), Glen Stecher(2), CJ Tamura(3).").replace(
        "Watson JD, Crick FH", "JD Watson"
    )
    assert names(pc.parse(text)[0]) == "Kumar, Sudhir; Stecher, Glen; Tamura, CJ"


def test_a_record_without_names_has_none() -> None:
    text = TWO.replace("Watson JD, Crick FH.", "We wish to suggest a structure for the salt of deoxyribose nucleic acid. It is new.")
    paper = pc.parse(text)[1]
    assert (paper.authors, paper.abstract) == ((), "We wish to suggest a structure for the salt of deoxyribose nucleic acid. It is new.")


@pytest.mark.parametrize(
    "text",
    [
        "1. Kumar S, Stecher G. MEGA7. Mol Biol Evol. 2016 Jul;33(7):1870-4. doi:\n10.1093/molbev/msw054. PMID: 27004904.\n",
        "PMID- 27004904\nTI  - MEGA7\nAU  - Kumar S\n",
        "We cite it. PMID: 27004904\n",
        "PMID: 27004904",
        "",
    ],
    ids=["Summary", "MEDLINE", "a mention", "an id", "nothing"],
)
def test_what_is_no_such_export(text: str) -> None:
    assert not is_pubmed(text)


PIECES = [
    "1. ",
    "Gene. ",
    "2016 Jul;",
    "33(7):1-4.",
    " doi: 10.1093/a.",
    "\n",
    "\n\n",
    "A title.",
    "Kumar S(1).",
    "Author information:",
    "PMID: 27004904",
    "©",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_export_is_read_whole(text: str) -> None:
    assert not pc.parse(TWO + text).receipt().unread


@pytest.mark.xfail(reason="initials beside a family name in capitals look like one", strict=True)
def test_family_names_in_capitals() -> None:
    assert names(pc.parse(TWO.replace("Watson JD, Crick FH", "WATSON JD, CRICK FH"))[1]) == "WATSON, J. D.; CRICK, F. H."
