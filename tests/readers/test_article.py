"""One paper as text: pages of publishers and archives, and first pages out of PDFs."""

from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import article
from papercat.readers.article.citation import cite
from papercat.readers.article.lines import kind_of
from papercat.readers.page.venues import BEFORE_DATE, CITED
from papercat.text.document import Document


class Page(NamedTuple):
    text: str
    title: str
    families: str
    ends: str
    fields: dict[str, object]


PROTEINS = (
    "Proteins are essential to life, and understanding their structure can facilitate a mechanistic understanding of their function. "
    "Through an enormous experimental effort1,2,3,4, the structures of around 100,000 unique proteins have been determined5."
)
VACCINE = (
    "Severe acute respiratory syndrome coronavirus 2 (SARS-CoV-2) infection and the resulting coronavirus disease 2019 (Covid-19) have "
    "afflicted tens of millions of people in a worldwide pandemic. Safe and effective vaccines are needed urgently."
)
PAGES = {
    "a PDF with an address below each name": Page(
        "Attention Is All You Need\n\nAshish Vaswani∗\nGoogle Brain\navaswani@google.com\nNoam Shazeer∗\nGoogle Brain\nnoam@google.com\n"
        "Niki Parmar∗\nGoogle Research\nnikip@google.com\n\nAbstract\n\nThe dominant sequence transduction models are based on complex "
        "recurrent or\nconvolutional neural networks that include an encoder and a decoder. The best\nperforming models also connect the "
        "encoder and decoder through an attention\nmechanism.\n\n1 Introduction\n\nRecurrent neural networks, long short-term "
        "memory [13]\n",
        "Attention Is All You Need",
        "Vaswani Shazeer Parmar",
        "attention mechanism.",
        {"venue": None},
    ),
    "a PDF with names side by side": Page(
        "BERT: Pre-training of Deep Bidirectional Transformers for\nLanguage Understanding\n\nJacob Devlin Ming-Wei Chang Kenton Lee "
        "Kristina Toutanova\nGoogle AI Language\n{jacobdevlin,mingweichang,kentonl,kristout}@google.com\n\nAbstract\nWe introduce a new "
        "language representation model called BERT, which stands for\nBidirectional Encoder Representations from Transformers. Unlike "
        "recent language repre-\nsentation models, BERT is designed to pre-train deep bidirectional representations.\n\n1\nIntroduction\n"
        "Language model pre-training has been shown to be effective.\n",
        "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
        "Devlin Chang Lee Toutanova",
        "bidirectional representations.",
        {},
    ),
    "a PDF with a running head": Page(
        "IEEE TRANSACTIONS ON PATTERN ANALYSIS AND MACHINE INTELLIGENCE, VOL. 39, NO. 6, JUNE 2017\n1137\n\nFaster R-CNN: Towards "
        "Real-Time "
        "Object\nDetection with Region Proposal Networks\nShaoqing Ren, Kaiming He, Ross Girshick, and Jian "
        "Sun\n\nAbstract—State-of-the-art "
        "object detection networks depend on region proposal algorithms to hypothesize object locations. Advances\nlike SPPnet [1] "
        "and Fast "
        "R-CNN [2] have reduced the running time of these detection networks.\nIndex Terms—Object detection, region proposal\n\n"
        "1 INTRODUCTION\nRECENT advances in object detection are driven by the success of region proposal methods.\n",
        "Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks",
        "Ren He Girshick Sun",
        "detection networks.",
        {"year": 2017, "volume": "39", "issue": "6"},
    ),
    "arXiv's stamp above the title": Page(
        "arXiv:2212.08073v1 [cs.CL] 15 Dec 2022\nConstitutional AI: Harmlessness from AI Feedback\nYuntao Bai∗, Saurav Kadavath, "
        "Sandipan "
        "Kundu, Amanda Askell, Jackson Kernion,\nAndy Jones, Anna Chen, Anna Goldie\nAnthropic\nAbstract\nAs AI systems become more "
        "capable, "
        "we would like to enlist their help to supervise\nother AIs. We experiment with methods for training a harmless AI assistant.\n"
        "∗ Correspondence to: yuntao@anthropic.com\n1 Introduction\nWe would like to train AI systems that remain helpful.\n",
        "Constitutional AI: Harmlessness from AI Feedback",
        "Bai Kadavath Kundu Askell Kernion Jones Chen Goldie",
        "harmless AI assistant.",
        {"arxiv": "2212.08073"},
    ),
    "Nature": Page(
        "Article\nOpen access\nPublished: 15 July 2021\nHighly accurate protein structure prediction with AlphaFold\nJohn Jumper, "
        "Richard "
        "Evans, Alexander Pritzel, Tim Green, … Demis Hassabis \nNature volume 596, pages 583–589 (2021)Cite this article\n\n1.9m "
        "Accesses\n"
        f"17k Citations\n3628 Altmetric\nMetrics details\n\nAbstract\n{PROTEINS}\n\nSimilar content being viewed by others\n",
        "Highly accurate protein structure prediction with AlphaFold",
        "Jumper Evans Pritzel Green Hassabis",
        "have been determined5.",
        {"year": 2021, "venue": "Nature", "volume": "596", "pages": "583–589"},
    ),
    "PubMed": Page(
        "N Engl J Med\n. 2020 Dec 31;383(27):2603-2615. doi: 10.1056/NEJMoa2034577. Epub 2020 Dec 10.\nSafety and Efficacy of the "
        "BNT162b2 "
        "mRNA Covid-19 Vaccine\nFernando P Polack 1, Stephen J Thomas 1, Nicholas Kitchin 1, Judith Absalon 1, Alejandra Gurtman 1; "
        "C4591001 "
        "Clinical Trial Group\nAffiliations\nPMID: 33301246 PMCID: PMC7745181 DOI: 10.1056/NEJMoa2034577\nFree PMC article\nAbstract\n"
        f"Background: {VACCINE}\n\nCopyright © 2020 Massachusetts Medical Society.\n",
        "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine",
        "Polack Thomas Kitchin Absalon Gurtman C4591001",
        "needed urgently.",
        {"year": 2020, "venue": "N Engl J Med", "volume": "383", "issue": "27", "doi": "10.1056/nejmoa2034577"},
    ),
    "PubMed Central, an abstract with headings": Page(
        "Skip to main content\nNIHPA Author Manuscripts logoLink to NIHPA Author Manuscripts\n. Author manuscript; available in "
        "PMC: 2016 Oct "
        "1.\nPublished in final edited form as: J Biomed Inform. 2015 Sep 10;57:436–445. doi: 10.1016/j.jbi.2015.09.003\n\nAutomatically "
        "finding relevant citations for clinical guideline development\n\nDuy Duc An Bui 1,2, Siddhartha Jonnalagadda 2, Guilherme "
        "Del Fiol "
        "1\nPMCID: PMC4786461  NIHMSID: NIHMS727034  PMID: 26363352\n\nAbstract\n\nObjective\n\nLiterature database search is a "
        "crucial step "
        "in the development of clinical practice guidelines and systematic reviews.\n\nMethods\n\nWe developed a citation retrieval "
        "system "
        "composed of query expansion and citation ranking methods.\n\nKeywords: information retrieval\n\n1. Introduction\n\nThe "
        "growth.\n",
        "Automatically finding relevant citations for clinical guideline development",
        "Bui Jonnalagadda Del",
        "citation ranking methods.",
        {"venue": "J Biomed Inform", "year": 2015, "volume": "57", "pages": "436–445"},
    ),
    "ScienceDirect": Page(
        "ScienceDirect\nNeurocomputing\nVolume 187, 26 April 2016, Pages 27-48\nNeurocomputing\nDeep learning for visual "
        "understanding: A "
        "review\nAuthor links open overlay panel\nYanming Guo a c, Yu Liu a, Ard Oerlemans b, Songyang Lao c, Song Wu a, Michael S. "
        "Lew a\n"
        "Show more\nAdd to Mendeley\nShare\nCite\nhttps://doi.org/10.1016/j.neucom.2015.09.116\nGet rights and content\nAbstract\nDeep "
        "learning algorithms are a subset of the machine learning algorithms, which aim at discovering multiple levels of distributed "
        "representations.\n\nIntroduction\nDeep learning is a subfield of machine learning.\n",
        "Deep learning for visual understanding: A review",
        "Guo Liu Oerlemans Lao Wu Lew",
        "distributed representations.",
        {"venue": "Neurocomputing", "volume": "187", "pages": "27-48", "year": 2016, "doi": "10.1016/j.neucom.2015.09.116"},
    ),
    "Springer": Page(
        "Home  Machine Learning  Article\nSupport-vector networks\nPublished: September 1995\nVolume 20, pages 273–297, "
        "(1995)\nCite this "
        "article\nDownload PDF\nMachine Learning\nAims and scope\nSubmit manuscript\nCorinna Cortes & Vladimir Vapnik \n74k Accesses\n"
        "Abstract\nThe support-vector network is a new learning machine for two-group classification problems. The machine conceptually "
        "implements the following idea: input vectors are non-linearly mapped to a very high-dimension feature space.\n\nArticle PDF\n",
        "Support-vector networks",
        "Cortes Vapnik",
        "feature space.",
        {"venue": "Machine Learning", "volume": "20", "pages": "273–297", "year": 1995},
    ),
    "bioRxiv": Page(
        "New Results\nHighly multiplexed spatial mapping of microbial communities\n View ORCID ProfileHao Shi,  View ORCID "
        "ProfileQiaojuan "
        "Shi,  View ORCID ProfileBenjamin Grodner\ndoi: https://doi.org/10.1101/678672\nNow published in Nature doi: "
        "10.1038/s41586-020-2983-4\nAbstractFull TextInfo/HistoryMetrics Preview PDF\nAbstract\nMapping the complex biogeography of "
        "microbial "
        "communities in situ with high taxonomic and spatial resolution poses a major challenge.\n\nCompeting Interest Statement\nThe "
        "authors have declared no competing interest.\n",
        "Highly multiplexed spatial mapping of microbial communities",
        "Shi Shi Grodner",
        "major challenge.",
        {"doi": "10.1101/678672"},
    ),
    "PLOS, an abstract and a summary": Page(
        "Open Access\nPeer-reviewed\nEssay\nWhy Most Published Research Findings Are False\nJohn P. A. Ioannidis \nPublished: August 30, "
        "2005\nhttps://doi.org/10.1371/journal.pmed.0020124\nArticle\nAuthors\nMetrics\nComments\nMedia "
        "Coverage\nAbstract\nSummary\nThere is "
        "increasing concern that most current published research findings are false. The probability that a research claim is true "
        "may depend "
        "on study power and bias.\n\nCitation: Ioannidis JPA (2005) Why Most Published Research Findings Are False. PLoS Med 2(8): "
        "e124.\n",
        "Why Most Published Research Findings Are False",
        "Ioannidis",
        "power and bias.",
        {"year": 2005, "doi": "10.1371/journal.pmed.0020124"},
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_one_paper_is_read(name: str) -> None:
    page = PAGES[name]
    cat = pc.parse(page.text)
    (paper,) = cat
    assert cat.inputs[0].format == "article"
    assert paper.title == page.title
    assert [(author.family or author.literal or "").split()[0] for author in paper.authors] == page.families.split()
    assert paper.abstract is not None
    assert paper.abstract.endswith(page.ends)
    assert {field: getattr(paper, field) for field in page.fields} == page.fields


@pytest.mark.parametrize("name", PAGES)
def test_every_character_is_accounted_for(name: str) -> None:
    cat = pc.parse(PAGES[name].text)
    assert sum(span.end - span.start for span in cat.receipt()) == len(PAGES[name].text)
    assert not [issue for issue in cat.issues if issue.code == "text-unread"]


def test_what_a_paper_cites_is_read_too() -> None:
    text = PAGES["a PDF with names side by side"].text + (
        "References\n\nYoshua Bengio, Réjean Ducharme, Pascal Vincent, and Christian Jauvin. 2003. A neural probabilistic language "
        "model. "
        "Journal of Machine Learning Research, 3:1137–1155.\n\nDiederik P. Kingma and Jimmy Ba. 2014. Adam: A method for stochastic "
        "optimization. arXiv preprint arXiv:1412.6980.\n\nTomas Mikolov, Kai Chen, Greg Corrado, and Jeffrey Dean. 2013. Efficient "
        "estimation "
        "of word representations in vector space. arXiv preprint arXiv:1301.3781.\n"
    )
    titles = [paper.title for paper in pc.parse(text)]
    assert titles[0] == PAGES["a PDF with names side by side"].title
    assert titles[1:] == [
        "A neural probabilistic language model",
        "Adam: A method for stochastic optimization",
        "Efficient estimation of word representations in vector space",
    ]


def test_the_text_is_left_out_and_told() -> None:
    (told,) = [issue for issue in pc.parse(PAGES["ScienceDirect"].text).issues if issue.code == "full-text"]
    assert told.raw.startswith("Introduction\nDeep learning is a subfield")


def test_authors_left_out_of_the_middle_are_told() -> None:
    assert "authors-cut" in {issue.code for issue in pc.parse(PAGES["Nature"].text).issues}


LISTS = {
    "several abstracts": "\n\n".join(PAGES[name].text for name in ("Nature", "ScienceDirect")),
    "no abstract": "Support-vector networks\nCorinna Cortes & Vladimir Vapnik\nMachine Learning 20, 1995\n",
    "no title above": f"Abstract\n{PROTEINS}\n",
    "prose": f"{PROTEINS}\n\n{VACCINE}\n\nSummary\n{PROTEINS}\n",
    "two papers above": "Sleeper Agents\nEvan Hubinger, Carson Denison\nConstitutional AI\nYuntao Bai, Saurav "
    "Kadavath\nAbstract\n{PROTEINS}\n",
    "notes of a meeting": f"Reading group\nEvan Hubinger, Meg Tong\n\nSummary\n{PROTEINS}\n",
    "the page of a program": f"# papercat\n\nA library for messy metadata\n\n## Summary\n\n{PROTEINS}\n",
    "an abstract of a few words": "Support-vector networks\nCorinna Cortes & Vladimir Vapnik\nAbstract\nNone.\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_no_single_paper(name: str) -> None:
    assert article.sniff(Document(name, LISTS[name])) == 0.0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Department of Statistics, University of Munich, Germany", "place"),
        ("University Rankings as Seen by Students and Their Families", "text"),
        ("Novartis Pharma AG, Basel, Switzerland", "place"),
        ("zoo Development Team", "names"),
        ("Journal of Statistical Software", "venue"),
        ("12,862 citation 24,120 Downloads", "furniture"),
        ("8 February 2016", "value"),
        ("Aceptado: 01-04-2020", "value"),
        ("Why Most Published Research Findings Are False", "text"),
    ],
)
def test_kinds_of_lines(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("August 2010, Volume 36, Issue 3.", {"volume": "36", "issue": "3"}),
        (
            "Journal of Statistical Software 2016;70(10):1–35.",
            {"venue": "Journal of Statistical Software", "year": "2016", "pages": "1–35"},
        ),
        ("Pages 1929 - 1958", {"pages": "1929 - 1958"}),
        ("Advances in Neural Information Processing Systems", {"venue": "Advances in Neural Information Processing Systems"}),
    ],
)
def test_citations_of_a_page(text: str, parts: dict[str, str]) -> None:
    found = {role: text[start:end] for role, start, end in cite(text)}
    assert {role: found.get(role) for role in parts} == parts


PIECES = [
    "Abstract",
    "ABSTRACT: ",
    "1 Introduction",
    "Keywords: a, b",
    "Evan Hubinger, Meg Tong",
    PROTEINS,
    "References",
    "\n",
    " ",
    "a@b.org",
    "…",
    "\0",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=12).map("\n".join))
def test_it_is_total_and_loses_nothing(text: str) -> None:
    document = Document("a.txt", text)
    assert 0.0 <= article.sniff(document) <= 1.0
    cat = pc.parse(text, format="article")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)


@pytest.mark.parametrize(
    "piece", ["Abstract\n", "(" * 9 + "\n", "Abstract. a b c d\n", "Evan Hubinger, Meg Tong\n", "1 ", "volume 1, ", "Published: 2020\n"]
)
def test_a_long_text_is_read(piece: str) -> None:
    text = f"Support-vector networks\nCorinna Cortes\n{piece * 20_000}\nAbstract\n{PROTEINS}"
    assert article.sniff(Document("a.txt", text)) >= 0.0


@given(
    st.lists(
        st.sampled_from(("Nature", "J Am Soc", ".", ". ", ";", " ", "\n", "2020", "1987", " Jan", " 5", "12", "(3)", ":45-67")), max_size=12
    ).map("".join)
)
@example("Nature. 2020 Jan 5;12(3):45-67. doi: 10.1038/x. Epub 2019 Dec 1.")
@example("J Neurosci. Suppl.\n1987;7:1.")
def test_nothing_is_cited_without_a_date_behind_a_full_stop(text: str) -> None:
    assert not CITED.search(text) or BEFORE_DATE.search(text)
