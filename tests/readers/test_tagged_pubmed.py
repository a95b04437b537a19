"""PubMed's "Abstract (text)": records of paragraphs between a numbered source and the ids."""

import re

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


# Real records, some of their names and sentences left out.
MANY = """1. Science. 2009 Dec 11;326(5959):1478-9. doi: 10.1126/science.326.5959.1478.

Human evolution. What's for dinner? Researchers seek our ancestors' answers.

Gibbons A.

DOI: 10.1126/science.326.5959.1478
PMID: 20007881  [Indexed for MEDLINE]


2. Science. 2009 Oct 2;326(5949):140-4. doi: 10.1126/science.1177221.

Ribosomal protein S6 kinase 1 signaling regulates mammalian life span.

Selman C(1), Tullet JM, Gems D, Withers DJ.

Author information:
(1)Institute of Healthy Ageing, Centre for Diabetes and Endocrinology, Department
of Medicine, University College London, London WC1E 6JJ, UK.

Erratum in
    Science. 2011 Oct 7;334(6052):39.

Comment in
    Science. 2009 Oct 2;326(5949):55-6.

Caloric restriction (CR) protects against aging and disease, but the mechanisms
by which this affects mammalian life span are unclear.

DOI: 10.1126/science.1177221
PMCID: PMC4954603
PMID: 19797661  [Indexed for MEDLINE]


3. N Engl J Med. 2020 Feb 20;382(8):727-733. doi: 10.1056/NEJMoa2001017. Epub 2020
Jan 24.

A Novel Coronavirus from Patients with Pneumonia in China, 2019.

Zhu N(1), Zhang D(1), Wang W(1), Li X(1), Yang B(1), Song J(1), Zhao X(1), Huang
B(1), Shi W(1), Lu R(1), Niu P(1), Zhan F(1), Ma X(1), Wang D(1), Xu W(1), Wu
G(1), Gao GF(1), Tan W(1); China Novel Coronavirus Investigating and Research
Team.

Collaborators: Zhu N, Zhang D, Wang W, Li X.

Author information:
(1)From the NHC Key Laboratory of Biosafety, National Institute for Viral Disease
Control and Prevention, Chinese Center for Disease Control and Prevention (N.Z.,
D.Z., W.W.), Beijing, China.

Comment in
    N Engl J Med. 2020 Feb 20;382(8):760-762. doi: 10.1056/NEJMe2001126.
    Lancet Respir Med. 2020 Feb;8(2):e1. doi: 10.1016/S2213-2600(20)30056-4.

In December 2019, a cluster of patients with pneumonia of unknown cause was
linked to a seafood wholesale market in Wuhan, China.

Copyright © 2020 Massachusetts Medical Society.

DOI: 10.1056/NEJMoa2001017
PMCID: PMC7092803
PMID: 31978945 [Indexed for MEDLINE]


4. Lancet. 2020 Oct 17;396(10258):1204-1222. doi: 10.1016/S0140-6736(20)30925-9.

Global burden of 369 diseases and injuries in 204 countries and territories,
1990-2019: a systematic analysis for the Global Burden of Disease Study 2019.

GBD 2019 Diseases and Injuries Collaborators.

Collaborators: Vos T, Lim SS, Abbafati C, Abbas KM, Abbasi M, Abbasifard M.

Erratum in
    Lancet. 2020 Nov 14;396(10262):1562. doi: 10.1016/S0140-6736(20)32226-1.

Comment in
    Lancet. 2020 Oct 17;396(10258):1129-1130. doi: 10.1016/S0140-6736(20)32141-3.

BACKGROUND: In an era of shifting global agendas and expanded emphasis on
non-communicable diseases and injuries along with communicable diseases, sound
evidence on trends by cause at the national level is essential.
METHODS: GBD estimates incidence, prevalence, mortality.
FUNDING: Bill & Melinda Gates Foundation.

Copyright © 2020 The Author(s). Published by Elsevier Ltd. This is an Open
Access article under the CC BY 4.0 license. Published by Elsevier Ltd.. All
rights reserved.

DOI: 10.1016/S0140-6736(20)30925-9
PMCID: PMC7567026
PMID: 33069326 [Indexed for MEDLINE]

Conflict of interest statement: S Afzal reports personal fees. J Ärnlöv reports
personal fees.


5. Rev Prat. 2006 Feb 28;56(4):361-4.

[Diabetes insipidus: diagnosis and treatment].

[Article in French]

Chanson P(1), Salenave S.

Author information:
(1)Service d'endocrinologie et des maladies de la reproduction, CHU Bicêtre,
94275 Le Kremlin-Bicêtre. philippe.chanson@bct.ap-hop-paris.fr

Diabetes insipidus is caused by an absence of antidiuretic hormone.

PMID: 16634449 [Indexed for MEDLINE]


6. JAMA. 2010 Jun 9;303(22):2248-9; author reply 2249-50. doi:
10.1001/jama.2010.728.

Perioperative mortality and long-term survival in live kidney donors.

Friedman AL, Peters TG, Ratner LE.

Comment on
    JAMA. 2010 Mar 10;303(10):959-66. doi: 10.1001/jama.2010.237.

DOI: 10.1001/jama.2010.728
PMID: 20530772 [Indexed for MEDLINE]


7. bioRxiv [Preprint]. 2024 Oct 21:2024.10.17.618926. doi:
10.1101/2024.10.17.618926.

Expression-Driven Genetic Dependency Reveals Targets for Precision Medicine.

Elmas A(1), Layden HM(2), Huang KL(1).

Author information:
(1)Department of Genetics and Genomic Sciences, Icahn School of Medicine at Mount
Sinai, New York, NY, USA.
(2)Vanderbilt University.

Update in
    Blood. 2025 Jan 1;1(1):1. doi: 10.1182/blood.1.

Cancer cells are heterogeneous, each harboring distinct molecular aberrations.

DOI: 10.1101/2024.10.17.618926
PMCID: PMC11526913
PMID: 39484404


8. Acute Kidney Injury.

Goyal A(1), Daneshpajouhnejad P(2), Hashmi MF(3), Bashir K(4).

In: StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; 2025 Jan–.
2023 Nov 25.

Author information:
(1)Sarasota Memorial Hospital
(2)Johns Hopkins University
(3)National Health Science Academy
(4)Mount Sinai

Acute kidney injury (AKI), previously called acute renal failure, denotes a sudden
and often reversible reduction in kidney function.

Copyright © 2025, StatPearls Publishing LLC.

PMID: 28722925

Conflict of interest statement: Disclosure: Amandeep Goyal declares no relevant
financial relationships with ineligible companies.
"""
MANY_READ = [
    "Human evolution. What's for dinner? Researchers seek our ancestors' answers | Gibbons, A. | 2009 | 1478-9",
    "Ribosomal protein … life span | Selman, C.; Tullet, J. M.; Gems, D.; Withers, D. J. | 2009 | 140-4",
    "A Novel Coronavirus from Patients with Pneumonia in China, 2019 | Zhu, N.; … Research Team | 2020 | 727-733",
    "Global burden of 369 diseases … Study 2019 | GBD 2019 Diseases and Injuries Collaborators | 2020 | 1204-1222",
    "[Diabetes insipidus: diagnosis and treatment] | Chanson, P.; Salenave, S. | 2006 | 361-4",
    "Perioperative mortality and long-term survival in live kidney donors | Friedman, A. L.; Peters, T. G.; Ratner, L. E. | 2010 | 2248-9",
    "Expression-Driven Genetic Dependency … Medicine | Elmas, A.; Layden, H. M.; Huang, K. L. | 2024 | 2024.10.17.618926",
    "Acute Kidney Injury | Goyal, A.; Daneshpajouhnejad, P.; Hashmi, M. F.; Bashir, K. | 2023 | None",
]
_MIDDLES = re.compile(
    r"(?<=Zhu, N\.;).*?(?= Research)|(?<=369 diseases).*?(?= Study)|(?<=Dependency).*?(?= Medicine)|(?<=protein) S6.*?(?= life)"
)


def shortened(paper: str) -> str:
    return _MIDDLES.sub(" …", paper)


def test_comments_languages_bodies_books_and_preprints() -> None:
    assert [shortened(one) for one in told(MANY)] == MANY_READ
    cat = pc.parse(MANY)
    assert [paper.venue for paper in cat] == [
        *("Science", "Science", "N Engl J Med", "Lancet", "Rev Prat", "JAMA", "bioRxiv [Preprint]", "StatPearls [Internet]")
    ]
    assert [(paper.abstract or "")[:11] for paper in cat] == [
        *("", "Caloric res", "In December", "BACKGROUND:", "Diabetes in", "", "Cancer cell", "Acute kidne")
    ]
    assert cat[2].authors[-1].literal == "China Novel Coronavirus Investigating and Research Team"
    assert [(paper.abstract or "")[-9:] for paper in cat][2:4] == ["n, China.", "undation."], "and no word of the copyright"
    assert [key for paper in cat for key in paper.extra if key in ("related", "collaborators", "language")] == [
        *("related", "collaborators", "related", "collaborators", "related", "language", "related", "related")
    ]


def test_the_language_may_stand_behind_the_authors() -> None:
    text = MANY.replace("[Article in French]\n\n", "").replace("Salenave S.\n", "Salenave S.\n\n[Article in French]\n")
    assert [shortened(one) for one in told(text)] == MANY_READ


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


def test_an_address_may_go_on_behind_a_full_stop() -> None:
    text = (
        "1. Gene. 2016 Jan 15;576(1):466-75. doi: 10.1016/j.gene.2015.10.061.\n\nSleeper agents in cells.\n\nTong MK(1), Perez E(2).\n\n"
        "Author information: \n(1)School of Medicine, Johns Hopkins University, Baltimore, Maryland, USA.\n"
        "Electronic address: name@example.org.\n(2)Tsinghua University, Beijing 100084, China.\n\nWe show it.\n\nPMID: 26528\n"
    )
    paper = pc.parse(text)[0]
    assert paper.abstract == "We show it."
    assert "Electronic address" in paper.extra["affiliation"]
    glued = pc.parse(text.replace("\n\n", "\n"))[0]
    assert glued.abstract == "We show it."
