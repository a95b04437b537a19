"""PubMed's lists of results as they are pasted, mailed and saved, and Europe PMC's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.tagged.results import is_results

ALPHAFOLD = """Highly accurate protein structure prediction with AlphaFold.
Jumper J, Evans R, Pritzel A, Green T, Figurnov M, Ronneberger O, et al.
Nature. 2021 Aug;596(7873):583-589. doi: 10.1038/s41586-021-03819-2. Epub 2021 Jul 15.
PMID: 34265844     Free PMC article.
"""
CANCER = """Cancer statistics, 2020.
Siegel RL, Miller KD, Jemal A.
CA Cancer J Clin. 2020 Jan;70(1):7-30. doi: 10.3322/caac.21590. Epub 2020 Jan 8.
PMID: 31912902     Free article.
"""
LIMMA = """limma powers differential expression analyses for RNA-sequencing and microarray studies.
Ritchie ME, Phipson B, Wu D, Hu Y, Law CW, Shi W, Smyth GK.
Nucleic Acids Res. 2015 Apr 20;43(7):e47. doi: 10.1093/nar/gkv007. Epub 2015 Jan 20.
PMID: 25605792     Free PMC article.
"""
TITLES = {
    ALPHAFOLD: "Highly accurate protein structure prediction with AlphaFold",
    CANCER: "Cancer statistics, 2020",
    LIMMA: "limma powers differential expression analyses for RNA-sequencing and microarray studies",
}
SNIPPETS = {
    ALPHAFOLD: "Proteins are essential to life, and understanding their structure can facilitate a mechanistic understanding. ...\n",
    CANCER: "Each year, the American Cancer Society estimates the numbers of new cancer cases and deaths that will occur …\n",
    LIMMA: "",
}
HEADS = {
    "none": "",
    "number": "{n}\n",
    "buttons": "{n}\n Cite\nShare\n",
    "one line": "{n}\nCite Share\n\n",
    "check box": "Select item {pmid}\n{n}.\n",
    "cite": "Cite\n",
    "blank": "\n",
}
FEET = {"none": "", "similar": "Similar articles\n", "old": "Free PMC Article\nSimilar articles\n"}


def read(text: str) -> pc.Catalog:
    """Read a text that must be known as tagged."""
    cat = pc.parse(text)
    assert [one.format for one in cat.inputs] == ["tagged"]
    return cat


@pytest.mark.parametrize("records", [(ALPHAFOLD,), (CANCER,), (ALPHAFOLD, CANCER), (CANCER, ALPHAFOLD, LIMMA)])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("has_snippets", [0, 1])
def test_all_that_stands_around_a_record(records: tuple[str, ...], head: str, foot: str, has_snippets: int) -> None:
    cat = read(
        "".join(
            HEADS[head].format(n=n, pmid=record.split("PMID: ")[1][:8]) + record + FEET[foot] + (SNIPPETS[record] if has_snippets else "")
            for n, record in enumerate(records, 1)
        )
    )
    assert [paper.title for paper in cat] == [TITLES[record] for record in records]
    assert [paper.extra["pmid"] for paper in cat] == [record.split("PMID: ")[1][:8] for record in records]
    assert all(paper.doi and paper.volume and paper.issue and paper.pages and paper.authors for paper in cat)
    assert [paper.extra.get("snippet", "")[:9] for paper in cat] == [SNIPPETS[one][:9] if has_snippets else "" for one in records]
    assert not any(issue.code in ("text-unread", "block-kept") for issue in cat.issues)


# As "Similar articles" and "Cited by" are copied from a page of PubMed, without the blank behind the number.
KIDNEYS = """Comment in
Kidney donation and risk of ESRD--reply.
Muzaale AD, Massie AB, Segev DL.
JAMA. 2014 Jul 2;312(1):93-4. doi: 10.1001/jama.2014.5524.
PMID: 25058226 No abstract available.
Counseling potential donors to the risk of ESRD after kidney donation: glass half-full or half-empty?
Allegretti AS, Yeung MY, Riella LV.
Am J Transplant. 2014 Oct;14(10):2434-5. doi: 10.1111/ajt.12861. Epub 2014 Aug 28.
PMID: 25167951 No abstract available.
Similar articles
Mid- and Long-Term Health Risks in Living Kidney Donors: A Systematic Review and Meta-analysis.
O'Keeffe LM, Ramond A, Oliver-Williams C, Willeit P, Paige E, Trotter P, Evans J, Wadström J, Nicholson M, Di Angelantonio E.
Ann Intern Med. 2018 Feb 20;168(4):276-284. doi: 10.7326/M17-1235. Epub 2018 Jan 30.
PMID: 29379948
See all similar articles
Cited by
Living Donor Kidney Transplantation: Improving Education Outside of Transplant Centers about Live Donor Transplantation.
Waterman AD, Morgievich M, LaPointe Rudow D; American Society of Transplantation.
Clin J Am Soc Nephrol. 2015 Sep 4;10(9):1659-69. doi: 10.2215/CJN.00950115. Epub 2015 Jun 26.
PMID: 26116651Free PMC article.
Renal transplantation in 2016.
Barry JM.
Indian J Urol. 2016 Jul-Sep;32(3):175-7. doi: 10.4103/0970-1591.185099.
PMID: 27555673Free PMC article.No abstract available.
Perioperative mortality and long-term survival in live kidney donors.
Friedman AL, Peters TG, Ratner LE.
JAMA. 2010 Jun 9;303(22):2248-9; author reply 2249-50. doi: 10.1001/jama.2010.728.
PMID: 20530772 No abstract available.
Why should we implement living donation in renal transplantation?
Tarantino A.
Clin Nephrol. 2000 Apr;53(4):suppl 55-63.
PMID: 10809438Review.
"""


def test_similar_articles() -> None:
    cat = read(KIDNEYS)
    assert [(paper.title or "")[:19] for paper in cat] == [
        "Kidney donation and",
        "Counseling potentia",
        "Mid- and Long-Term ",
        "Living Donor Kidney",
        "Renal transplantati",
        "Perioperative morta",
        "Why should we imple",
    ]
    assert [paper.authors[-1].family or paper.authors[-1].literal for paper in cat] == [
        *("Segev", "Riella", "Di Angelantonio", "American Society of Transplantation", "Barry", "Ratner", "Tarantino")
    ]
    assert [paper.pages for paper in cat] == ["93-4", "2434-5", "276-284", "1659-69", "175-7", "2248-9", "suppl 55-63"]
    assert (cat[6].extra["kind"], cat[4].extra["access"], cat[4].extra["access-2"]) == (
        "Review",
        "Free PMC article",
        "No abstract available",
    )
    assert (cat[0].title, cat[6].title[-1:] if cat[6].title else "") == ("Kidney donation and risk of ESRD--reply", "?")


BODY = """Global burden of 369 diseases and injuries in 204 countries and territories, 1990-2019.
GBD 2019 Diseases and Injuries Collaborators.
Lancet. 2020 Oct 17;396(10258):1204-1222. doi: 10.1016/S0140-6736(20)30925-9.
PMID: 33069326 Free PMC article.
"""
BOOK = """Acute Kidney Injury.
Goyal A, Daneshpajouhnejad P, Hashmi MF, Bashir K.
2023 Nov 25. In: StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; 2025 Jan–.
PMID: 28722925 Free Books & Documents.
"""
PREPRINT = """Expression-Driven Genetic Dependency Reveals Targets for Precision Medicine.
Elmas A, Layden HM, Ellis JD, Bartlett LN, Zhao X, Kawabata-Iwakawa R, Obinata H, Hiebert SW, Huang KL.
bioRxiv [Preprint]. 2024 Oct 21:2024.10.17.618926. doi: 10.1101/2024.10.17.618926. Online ahead of print.
PMID: 39484404 Free PMC article. Preprint.
"""
EUROPE = """Cancer statistics, 2020
Siegel RL, Miller KD, Jemal A
CA Cancer J Clin, 70(1):7-30, 08 Jan 2020
Cited by: 9000 articles | PMID: 31912902
Free full text in Europe PMC
"""
OLD = """Select item 25605792
2.
limma powers differential expression analyses for RNA-sequencing and microarray studies.
Ritchie ME, Phipson B, Wu D, Hu Y, Law CW, Shi W, Smyth GK.
Nucleic Acids Res. 2015 Apr 20;43(7):e47. doi: 10.1093/nar/gkv007. Epub 2015 Jan 20.
PMID:
 25605792
 [PubMed - indexed for MEDLINE]
Free PMC Article
"""
WRAPPED = """Highly accurate protein structure prediction with
AlphaFold.
Jumper J, Evans R, Pritzel A, Green T, Figurnov M, Ronneberger O,
Tunyasuvunakool K, Bates R.
Nature. 2021 Aug;596(7873):583-589. doi: 10.1038/s41586-021-03819-2.
Epub 2021 Jul 15.
PMID: 34265844
"""


@pytest.mark.parametrize(
    ("text", "title", "authors", "where"),
    [
        (BODY, "Global burden of 369", ("GBD 2019 Diseases and Injuries Collaborators", 1), ("Lancet", 2020, "1204-1222")),
        (BOOK, "Acute Kidney Injury", ("Goyal, A.", 4), ("StatPearls [Internet]", 2023, None)),
        (PREPRINT, "Expression-Driven Ge", ("Elmas, A.", 9), ("bioRxiv [Preprint]", 2024, "2024.10.17.618926")),
        (EUROPE, "Cancer statistics, 2", ("Siegel, R. L.", 3), ("CA Cancer J Clin", 2020, "7-30")),
        (OLD, "limma powers differe", ("Ritchie, M. E.", 7), ("Nucleic Acids Res", 2015, "e47")),
        (WRAPPED, "Highly accurate prot", ("Jumper, J.", 8), ("Nature", 2021, "583-589")),
    ],
)
def test_kinds_of_records(text: str, title: str, authors: tuple[str, int], where: tuple[str, int, str | None]) -> None:
    for one in (text, CANCER + text, text + CANCER):
        paper = next(paper for paper in read(one) if str(paper.title).startswith(title))
        assert (paper.authors[0].inverted, len(paper.authors)) == authors
        assert (paper.venue, paper.year, paper.pages) == where


SUMMARY = """1: Jumper J, Evans R, Pritzel A, et al. Highly accurate protein structure
prediction with AlphaFold. Nature. 2021 Aug;596(7873):583-589. doi:
10.1038/s41586-021-03819-2. Epub 2021 Jul 15. PMID: 34265844; PMCID: PMC8371605.

2: Siegel RL, Miller KD, Jemal A. Cancer statistics, 2020. CA Cancer J Clin.
2020 Jan;70(1):7-30. doi: 10.3322/caac.21590. Epub 2020 Jan 8. PMID: 31912902.
"""


@pytest.mark.parametrize(
    "text", [SUMMARY, SUMMARY.replace("1: ", "").replace("2: ", ""), SUMMARY.replace("\n\n", "\n"), SUMMARY[: SUMMARY.index("2: ")]]
)
def test_summaries(text: str) -> None:
    cat = read(text)
    assert [paper.title for paper in cat] == ["Highly accurate protein structure prediction with AlphaFold", "Cancer statistics, 2020"][
        : len(cat)
    ]
    assert (len(cat), len(cat[0].authors), cat[0].doi) == (text.count("PMID"), 3, "10.1038/s41586-021-03819-2")
    assert {key: cat[0].extra[key] for key in ("pmid", "pmcid", "status")} == {
        "pmid": "34265844",
        "pmcid": "PMC8371605",
        "status": "Epub 2021 Jul 15",
    }
    assert not any(issue.code == "text-unread" for issue in cat.issues)


# Of each kind one: a body behind the people, a language, a reply, a body alone, an erratum, a preprint, no authors, a book.
MANY = """1: Zhu N, Zhang D, Wang W, Li X, Yang B, Song J, Zhao X, Huang B, Shi W, Lu R,
Niu P, Zhan F, Ma X, Wang D, Xu W, Wu G, Gao GF, Tan W; China Novel Coronavirus
Investigating and Research Team. A Novel Coronavirus from Patients with
Pneumonia in China, 2019. N Engl J Med. 2020 Feb 20;382(8):727-733. doi:
10.1056/NEJMoa2001017. Epub 2020 Jan 24. PMID: 31978945; PMCID: PMC7092803.

2: Chanson P, Salenave S. [Diabetes insipidus: diagnosis and treatment]. Rev
Prat. 2006 Feb 28;56(4):361-4. French. PMID: 16634449.

3: Friedman AL, Peters TG, Ratner LE. Perioperative mortality and long-term
survival in live kidney donors. JAMA. 2010 Jun 9;303(22):2248-9; author reply
2249-50. doi: 10.1001/jama.2010.728. PMID: 20530772.

4: GBD 2019 Diseases and Injuries Collaborators. Global burden of 369 diseases.
Lancet. 2020 Oct
17;396(10258):1204-1222. doi: 10.1016/S0140-6736(20)30925-9. Erratum in: Lancet.
2020 Nov 14;396(10262):1562. doi: 10.1016/S0140-6736(20)32226-1. PMID: 33069326;
PMCID: PMC7567026.

5: Elmas A, Layden HM, Ellis JD, Huang KL. Expression-Driven Genetic Dependency
Reveals Targets for Precision Medicine. bioRxiv [Preprint]. 2024 Oct
21:2024.10.17.618926. doi: 10.1101/2024.10.17.618926. PMID: 39484404; PMCID:
PMC11526913.

6: Correction to: Lancet Haematol 2018; 5: e540-e546. Lancet Haematol. 2019
Jan;6(1):e9. doi: 10.1016/S2352-3026(18)30214-X. Epub 2018 Dec 12. PMID:
30553855.

7: Goyal A, Daneshpajouhnejad P, Hashmi MF, Bashir K. Acute Kidney Injury. 2023
Nov 25. In: StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing;
2025 Jan–. PMID: 28722925.
"""


@pytest.mark.parametrize(
    ("old", "new", "year"),
    [
        ("Nature. 2021 Aug;596(7873):583-589. doi: 10.1038/s41586-021-03819-2. Epub 2021 Jul 15.", "Nature. Epub 2021 Jul 15.", None),
        ("2021 Aug;596(7873):583-589. doi: 10.1038/s41586-021-03819-2. Epub 2021 Jul 15.", "", None),
        ("Highly accurate protein structure prediction with AlphaFold.", "What does it mean? Is it so?", 2021),
    ],
    ids=["online only", "no date", "questions"],
)
def test_summaries_lacking_something(old: str, new: str, year: int | None) -> None:
    cat = read(" ".join(SUMMARY.split()).replace(" 2: ", "\n\n2: ").replace(old, new))
    assert [(paper.venue, len(paper.authors)) for paper in cat] == [("Nature", 3), ("CA Cancer J Clin", 3)]
    assert (cat[0].year, cat[0].title) == (
        year,
        new[:-1] + "?" if "?" in new else "Highly accurate protein structure prediction with AlphaFold",
    )


def test_summaries_of_every_kind() -> None:
    cat = read(MANY)
    assert [f"{paper.title} | {paper.authors[-1].inverted if paper.authors else None}" for paper in cat] == [
        "A Novel Coronavirus from Patients with Pneumonia in China, 2019 | China Novel Coronavirus Investigating and Research Team",
        "[Diabetes insipidus: diagnosis and treatment] | Salenave, S.",
        "Perioperative mortality and long-term survival in live kidney donors | Ratner, L. E.",
        "Global burden of 369 diseases | GBD 2019 Diseases and Injuries Collaborators",
        "Expression-Driven Genetic Dependency Reveals Targets for Precision Medicine | Huang, K. L.",
        "Correction to: Lancet Haematol 2018; 5: e540-e546 | None",
        "Acute Kidney Injury | Bashir, K.",
    ]
    assert [f"{paper.venue} {paper.year} {paper.pages} {paper.doi}" for paper in cat] == [
        "N Engl J Med 2020 727-733 10.1056/nejmoa2001017",
        "Rev Prat 2006 361-4 None",
        "JAMA 2010 2248-9 10.1001/jama.2010.728",
        "Lancet 2020 1204-1222 10.1016/s0140-6736(20)30925-9",
        "bioRxiv [Preprint] 2024 2024.10.17.618926 10.1101/2024.10.17.618926",
        "Lancet Haematol 2019 e9 10.1016/s2352-3026(18)30214-x",
        "StatPearls [Internet] 2023 None None",
    ]
    assert (cat[1].extra["language"], cat[3].extra["related"][:10], len(cat[0].authors)) == ("French", "Erratum in", 19)


# The format "Abstract" of the site, as it is pasted: the name of the journal is a button of its own.
SHOWN = """Select item 34265844
1
Cite
Share
Nature

. 2021 Aug;596(7873):583-589. doi: 10.1038/s41586-021-03819-2. Epub 2021 Jul 15.
Highly accurate protein structure prediction with AlphaFold
John Jumper #  1 , Richard Evans #  2 , Alexander Pritzel #  2 , Tim Green #  2 , Demis Hassabis #  3
Affiliations expand
PMID: 34265844 PMCID: PMC8371605 DOI: 10.1038/s41586-021-03819-2
Free PMC article
Abstract
Proteins are essential to life, and their structure can help. The structures of 100,000 were determined5.

© 2021. The Author(s).

PubMed Disclaimer

Conflict of interest statement
J.J., R.E., A. Pritzel, T.G., M.F., O.R., R.B., A.B., S.A.A.K., D.R. and A.W.S. have filed non-provisional patent applications.

Select item 31978945
2
Cite
Share
N Engl J Med

. 2020 Feb 20;382(8):727-733. doi: 10.1056/NEJMoa2001017. Epub 2020 Jan 24.
A Novel Coronavirus from Patients with Pneumonia in China, 2019
Na Zhu  1 , Dingyu Zhang  1 , Wenling Wang  1 , George F Gao  1 , Wenjie Tan  1 ; China Novel Coronavirus Investigating and Research Team
Affiliations expand
PMID: 31978945 PMCID: PMC7092803 DOI: 10.1056/NEJMoa2001017
Free PMC article
Abstract
In December 2019, a cluster of patients with pneumonia of unknown cause was linked to a seafood wholesale market in Wuhan, China.

Copyright © 2020 Massachusetts Medical Society.

PubMed Disclaimer
Comment in
Another Decade, Another Coronavirus.
Perlman S. N Engl J Med. 2020 Feb 20;382(8):760-762. doi: 10.1056/NEJMe2001126. Epub 2020 Jan 24. PMID: 31978944

Select item 20530772
3
Cite
Share
Comment
JAMA

. 2010 Jun 9;303(22):2248-9; author reply 2249-50. doi: 10.1001/jama.2010.728.
Perioperative mortality and long-term survival in live kidney donors
Amy L Friedman, Thomas G Peters, Lloyd E Ratner
PMID: 20530772 DOI: 10.1001/jama.2010.728
No abstract available
"""


@pytest.mark.parametrize("text", [SHOWN, SHOWN.replace("\n\n. 20", ". 20"), SHOWN.replace("\n\n", "\n"), SHOWN[SHOWN.index("Nature") :]])
def test_records_with_their_abstracts_as_the_site_shows_them(text: str) -> None:
    cat = read(text)
    assert [f"{(paper.title or '')[-20:]} | {paper.authors[0].inverted} | {paper.authors[-1].inverted}" for paper in cat] == [
        "ction with AlphaFold | Jumper, John | Hassabis, Demis",
        "monia in China, 2019 | Zhu, Na | China Novel Coronavirus Investigating and Research Team",
        "n live kidney donors | Friedman, Amy L | Ratner, Lloyd E",
    ]
    assert [f"{paper.venue} {paper.year} {paper.volume} {paper.pages} {paper.doi}" for paper in cat] == [
        "Nature 2021 596 583-589 10.1038/s41586-021-03819-2",
        "N Engl J Med 2020 382 727-733 10.1056/nejmoa2001017",
        "JAMA 2010 303 2248-9 10.1001/jama.2010.728",
    ]
    assert [(paper.abstract or "")[:8] + (paper.abstract or "")[-8:] for paper in cat] == ["Proteinsrmined5.", "In Decem, China.", ""]
    assert [sorted(paper.extra) for paper in cat] == [
        ["access", "conflict of interest", "copyright", "date", "pmcid", "pmid", "status"],
        ["access", "copyright", "date", "pmcid", "pmid", "related", "status"],
        ["access", "date", "pmid"],
    ]
    assert not cat.receipt().unread


def test_unfolded_addresses_and_keywords_have_their_fields() -> None:
    text = SHOWN.replace("Affiliations expand\n", "Affiliations collapse\nAffiliations\n1 DeepMind, London, UK.\n2 Seoul.\n", 1)
    paper = read(text.replace("\n© 2021", "\nKeywords: proteins; folding.\n\n© 2021"))[0]
    assert (paper.extra["affiliation"], paper.keywords) == ("1 DeepMind, London, UK. 2 Seoul.", ("proteins", "folding"))


ARTICLE = (
    "Abstract\n"
    + "Risk of end-stage renal disease (ESRD) in kidney donors has been compared with risk faced by the general population. " * 40
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PMID: 34265844\nPMID: 31912902\n",
        "A paper of ours, PMID: 34265844, is read. It says more than that.",
        f"JAMA. 2014 Feb 12;311(6):579-86.\n{ARTICLE}\nSimilar articles\n{ALPHAFOLD}",
        "1. Gene. 2016 Jan 15;576(1):466-75.\n\nA title.\n\nTong M(1).\n\nPMID: 26528\n",
        "Siegel RL, Miller KD. Cancer statistics, 2020. CA Cancer J Clin. 70, 7–30 (2020). PMID: 31912902.",
        "Miller K. A paper without an id. Nature. 2019.\n\nSiegel RL. Cancer statistics. CA Cancer J Clin. 2020;70(1):7. PMID: 31912902.",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert not is_results(text)


@given(
    st.lists(
        st.sampled_from([*ALPHAFOLD.split("\n"), *CANCER.split("\n"), *SUMMARY.split("\n"), "", "1", "Cite", "\0", "\ud800"]), max_size=14
    )
)
def test_total(lines: list[str]) -> None:
    text = "\n".join(lines)
    for paper in pc.parse(text, format="tagged" if is_results(text) else None):
        assert paper.title or paper.extra or paper.doi


LEMONCELLO = """Phase I evaluation of the television assisted prompting system for home exercises among stroke survivors.
Lemoncello R, Sohlberg MM, Fickas S, Albin R, Harn BE.
{}
PMID: 21506691
"""


@pytest.mark.parametrize(
    ("source", "venue", "year", "pages"),
    [
        (
            "Disability and rehabilitation. Assistive technology. 2011;6(5):440-52.",
            "Disability and rehabilitation. Assistive technology",
            2011,
            "440-52",
        ),
        (
            "Disability and rehabilitation. Assistive\ntechnology. 2011;6(5):440-52.",
            "Disability and rehabilitation. Assistive technology",
            2011,
            "440-52",
        ),
        ("2011 Mar 8. Epub 2011 Mar 2.", None, 2011, None),
        ("Disabil Rehabil Assist Technol..", "Disabil Rehabil Assist Technol", None, None),
        ("Disabil Rehabil Assist Technol. doi: 10.3109/17483107.2010.537428.", "Disabil Rehabil Assist Technol", None, None),
    ],
)
def test_what_stands_between_names_and_ids_is_the_source(source: str, venue: str | None, year: int | None, pages: str | None) -> None:
    _, paper = read(CANCER + LEMONCELLO.format(source))
    assert ((paper.title or "")[:18], len(paper.authors)) == ("Phase I evaluation", 5)
    assert (paper.venue, paper.year, paper.pages) == (venue, year, pages)


def test_a_list_of_names_ends_with_its_full_stop() -> None:
    names = "Lemoncello R, Sohlberg MM; American Heart\nAssociation.\nStroke. 2011;6(5):440-52."
    _, paper = read(CANCER + LEMONCELLO.replace("Lemoncello R, Sohlberg MM, Fickas S, Albin R, Harn BE.\n{}", names))
    assert [author.family or author.literal for author in paper.authors] == ["Lemoncello", "Sohlberg", "American Heart Association"]
    assert paper.venue == "Stroke"


@pytest.mark.parametrize("form", ["{}. ", "[{}] "])
def test_numbers_before_titles(form: str) -> None:
    records = (ALPHAFOLD, CANCER, LIMMA)
    assert [paper.title for paper in read("\n".join(form.format(n) + one for n, one in enumerate(records, 1)))] == [
        *map(TITLES.get, records)
    ]
    (paper,) = read(form.format(7) + CANCER)  # one number alone may be part of a title
    assert (paper.title or "").startswith(form.format(7))


def test_what_a_browser_prints_around_a_page_is_no_line_of_a_record() -> None:
    printed = "\n\n1\n\nhttps://pubmed.ncbi.nlm.nih.gov/?term=cancer   1/4\n\n"
    cat = read(ALPHAFOLD + CANCER.replace(".\nSiegel", f".{printed}Siegel"))
    assert [(paper.title, len(paper.authors)) for paper in cat] == [(TITLES[ALPHAFOLD], 6), (TITLES[CANCER], 3)]
    assert {issue.raw for issue in cat.issues if issue.code == "page-furniture"} == {"1", printed.split("\n")[4]}
