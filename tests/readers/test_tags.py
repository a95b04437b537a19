"""Tags in the values of formats that have no markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.tags import without_tags

# As Crossref, PubMed and Web of Science have them.
TITLES = [
    ("Is there really such a thing as <i>Tropical</i> Biology?", "Is there really such a thing as Tropical Biology?"),
    ("Bound Triplet Pairs in H<sub>2</sub>O<sup>+</sup>", "Bound Triplet Pairs in H2O+"),
    ('<span class="nocase">mRNA</span> vaccines', "mRNA vaccines"),
    ("<scp>UniProt</scp>: the protein knowledgebase", "UniProt: the protein knowledgebase"),
    ("Growth of <em>E. coli</em><br/>in the gut", "Growth of E. coli in the gut"),
    ("for all i <j and k> l", "for all i <j and k> l"),
    ("if x<i and i>j", "if x<i and i>j"),
    ("predicting the <unk> token, or <b> alone", "predicting the <unk> token, or <b> alone"),
    ("<i></i>", "<i></i>"),
]
FORMATS = {
    "ris": "TY  - JOUR\nTI  - {}\nAU  - Bruna, Emilio M.\nPY  - 2024\nER  - \n",
    "bibtex": "@article{{a,\n  title = {{{}}},\n  author = {{Bruna, Emilio M.}},\n  year = 2024\n}}\n",
    "csv": 'Title,Authors,Year\n"{}","Bruna, Emilio M.",2024\n',
    "wos": "PT J\nAU Bruna, EM\nTI {}\nPY 2024\nER\n\nEF\n",
    "nbib": "PMID- 12345678\nTI  - {}\nFAU - Bruna, Emilio M\nDP  - 2024\n",
}


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize(("written", "read"), [row for row in TITLES if '"' not in row[0]])
def test_tags_are_taken_off_in_every_format_and_told(shape: str, written: str, read: str) -> None:
    cat = pc.parse(FORMATS[shape].format(written))
    assert cat[0].title == read
    told = [issue.raw for issue in cat.issues if issue.code == "markup-removed"]
    assert told == ([written] if written != read else [])


@pytest.mark.parametrize(("written", "read"), TITLES)
def test_only_tags_with_a_partner_are(written: str, read: str) -> None:
    assert without_tags(written) in (read, "")


@given(st.text(alphabet='ib/<> "=pabr\ud800é'))
def test_it_is_total_and_only_shortens(text: str) -> None:
    assert len(without_tags(text)) <= len(text)
