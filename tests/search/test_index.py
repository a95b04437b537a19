"""Finding papers by what a person types."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Paper
from papercat.models import FrozenMap
from papercat.search.hit import texts_of
from papercat.text.fold import fold

SYCOPHANCY = "Towards Understanding Sycophancy in Language Models"
SLEEPER = "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training"
CONSTITUTIONAL = "Constitutional AI: Harmlessness from AI Feedback"
QUERIES: list[tuple[str, str]] = [
    ("sycophancy", SYCOPHANCY),
    ("SYCOPHANCY", SYCOPHANCY),
    ("sicophancy", SYCOPHANCY),
    ("sycophansy", SYCOPHANCY),
    ("sycoph", SYCOPHANCY),
    ("understanding sycophancy language", SYCOPHANCY),
    ("sycophancy, understanding!", SYCOPHANCY),
    ("Sleeper Agents", SLEEPER),
    ("hubinger deceptive", SLEEPER),
    ("evan hubinger 'sleeper'", SLEEPER),
    ("constitutional harmlesness bai", CONSTITUTIONAL),
    ("lukosiute perez", "Discovering Language Model Behaviors with Model-Written Evaluations"),
    ("Lukošiūtė Perez", "Discovering Language Model Behaviors with Model-Written Evaluations"),
    ("2212.09251", "Discovering Language Model Behaviors with Model-Written Evaluations"),
    ("arXiv:2212.09251", "Discovering Language Model Behaviors with Model-Written Evaluations"),
    ("imitation game", "Beyond the Imitation Game: Quantifying and extrapolating the capabilities of language models"),
    ("discrim-eval", "Evaluating and Mitigating Discrimination in Language Model Decisions"),
]
NOTHING = ["", " ", "!?", ".*", "\\", "(", "[", "zzzzqqqq", "ڪ" * 3, "\x00", "\ud800", "a" * 50]


@pytest.mark.parametrize(("query", "title"), QUERIES, ids=[query for query, _ in QUERIES])
def test_the_right_paper_comes_first(one: pc.Catalog, query: str, title: str) -> None:
    assert one.find(query)[0].paper.title == title


@pytest.mark.parametrize("query", NOTHING, ids=ascii)
def test_a_query_that_says_nothing_finds_nothing(one: pc.Catalog, query: str) -> None:
    assert one.find(query) == []


@pytest.mark.parametrize("query", ["sycophancy.*", "(sycophancy", "sycophancy[", "sycophancy\\", "sycophancy+?", "^sycophancy$"])
def test_regex_characters_mean_nothing(one: pc.Catalog, query: str) -> None:
    assert one.find(query) == one.find("sycophancy")


def test_an_untitled_paper_is_found_by_its_abstract(one: pc.Catalog) -> None:
    assert one.find("mesa-optimization")[0].paper.arxiv == "1906.01820"
    assert one.find("monosemanticity toy")[0].paper.arxiv == "2211.09169"
    assert one.find("2019")[0].paper.arxiv == "1906.01820"


def test_a_hit_says_what_matched_where(one: pc.Catalog) -> None:
    hit = one.find("bai constitutionl")[0]
    assert hit.matched == {"bai": "authors", "constitutionl": "title"}
    assert 0 < hit.score < 1


def test_a_paper_with_all_words_comes_before_one_with_some() -> None:
    papers = [Paper(title="Sycophancy"), Paper(abstract="Human feedback may also encourage sycophancy.")]
    assert Catalog(papers).find("sycophancy human feedback")[0].paper == papers[1]
    assert Catalog(papers).find("sycophancy")[0].paper == papers[0]


def test_a_title_counts_more_than_an_abstract() -> None:
    papers = [Paper(title="Sleeper Agents", abstract="On sycophancy."), Paper(title="Sycophancy", abstract="On sleeper agents.")]
    assert [hit.paper for hit in Catalog(papers).find("sycophancy")] == papers[::-1]


def test_an_exact_word_counts_more_than_its_beginning_and_that_more_than_a_typo() -> None:
    papers = [Paper(title=title) for title in ("Agents", "Agentship", "Agentz")]
    assert Catalog(papers).find("agents")[0].paper.title == "Agents"
    scores = [Catalog([paper]).find("agents")[0].score for paper in papers]
    assert scores[0] > scores[1] > scores[2] > 0


@pytest.mark.parametrize("field", ["comment", "venue", "abstract"])
def test_every_field_is_searched(field: str) -> None:
    paper = Paper(**{field: "Neural networks"})  # type: ignore[arg-type]
    assert Catalog([paper]).find("neural")[0].matched == {"neural": field}


@pytest.mark.parametrize("query", ["10.1109/cbms.2019.00091", "https://doi.org/10.1109/CBMS.2019.00091"])
def test_a_doi_is_found_in_any_spelling(query: str) -> None:
    papers = [Paper(doi="10.1109/cbms.2019.00091"), Paper(doi="10.1109/other.2018.00092")]
    assert Catalog(papers).find(query)[0].paper == papers[0]


def test_a_very_long_query_is_answered(one: pc.Catalog) -> None:
    assert one.find("sycophancy " * 20_000)[0].paper.title == SYCOPHANCY
    assert one.find("sycophancy" * 20_000) == []
    (hit,) = one.find(f"{one[3].abstract} " * 100, limit=1)
    assert 20 < len(hit.matched) <= 64


def test_the_limit_is_kept(one: pc.Catalog) -> None:
    assert len(one.find("language", limit=3)) == 3
    assert len(one.find("language models")) == 10
    assert one.find("language", limit=0) == []
    assert one.find("language", limit=1) == one.find("language", limit=100)[:1]


def test_no_papers_no_hits() -> None:
    assert Catalog().find("sycophancy") == []
    assert Catalog([Paper()]).find("sycophancy") == []


@given(st.text(max_size=60))
def test_any_query_is_answered_with_ranked_hits(one: pc.Catalog, query: str) -> None:
    hits = one.find(query, limit=100)
    assert all(above.score >= below.score for above, below in pairwise(hits))
    assert len({id(hit.paper) for hit in hits}) == len(hits)
    assert all(0 < hit.score <= 1 and hit.matched and hit.paper in one for hit in hits)


@given(st.lists(st.sampled_from(["sleeper", "agents", "sycophancy", "ai", "perez", "2022"]), min_size=1, max_size=4, unique=True))
def test_the_order_of_words_does_not_matter(one: pc.Catalog, words: list[str]) -> None:
    hits, backwards = one.find(" ".join(words)), one.find(" ".join(words[::-1]))
    assert [hit.paper for hit in hits] == [hit.paper for hit in backwards]
    assert [hit.matched for hit in hits] == [hit.matched for hit in backwards]


@given(st.lists(st.from_type(Paper), max_size=4))
def test_any_paper_can_be_searched_for(papers: list[Paper]) -> None:
    for paper in papers:
        if paper.arxiv:
            assert paper.arxiv in {hit.paper.arxiv for hit in Catalog(papers).find(paper.arxiv)}


def test_the_best_hit_does_not_hang_on_the_order_of_papers() -> None:
    papers = [Paper(title=title, authors=(Author(family="Perez"),)) for title in (SYCOPHANCY, SLEEPER, CONSTITUTIONAL)]
    for order in (papers, papers[::-1]):
        assert Catalog(order).find("perez sleeper")[0].paper.title == SLEEPER


# -- ids and citations

VASWANI = Paper(
    title="Attention Is All You Need",
    authors=(Author(family="Vaswani", given="Ashish"), Author(family="Shazeer", given="Noam")),
    year=2017,
    arxiv="1706.03762",
    venue="Advances in Neural Information Processing Systems",
)
JAIN = Paper(
    title="Attention is not Explanation",
    authors=(Author(family="Jain", given="Sarthak"), Author(family="Wallace", given="Byron C.")),
    year=2019,
    doi="10.18653/v1/n19-1357",
    url="https://aclanthology.org/N19-1357/",
)
DEVLIN = Paper(
    title="BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
    authors=(Author(family="Devlin", given="Jacob"), Author(family="Chang", given="Ming-Wei")),
    year=2019,
    doi="10.48550/arxiv.1810.04805",
    venue="NAACL",
)
WRIGHT = Paper(
    title="Deep Learning",
    authors=(Author(family="LeCun", given="Yann"), Author(family="Bengio", given="Yoshua"), Author(family="Hinton", given="Geoffrey")),
    year=2015,
    venue="Nature",
    extra=FrozenMap({"PMID": "26017442"}),
)
FOUR = Catalog([VASWANI, JAIN, DEVLIN, WRIGHT])
PASTED: list[tuple[str, Paper]] = [
    ("1706.03762", VASWANI),
    ("arXiv:1706.03762v5 [cs.CL]", VASWANI),
    ("https://arxiv.org/pdf/1810.04805.pdf", DEVLIN),
    ("doi:10.18653/V1/N19-1357", JAIN),
    ("https://www.aclweb.org/anthology/N19-1357.pdf", JAIN),
    ("PMID: 26017442", WRIGHT),
    ("26017442", WRIGHT),
    ("A. Vaswani, N. Shazeer, N. Parmar, et al., \u201cAttention is all you need,\u201d in Proc. NeurIPS, 2017, pp. 5998-6008.", VASWANI),
    ("Jain, S., & Wallace, B. C. (2019). Attention is not Explanation. In Proceedings of NAACL-HLT 2019 (pp. 3543\u20133556).", JAIN),
    ("[7] J. Devlin, M.-W. Chang, K. Lee, and K. Toutanova. Bert: Pre-training of deep bidirectional transformers.", DEVLIN),
    ("LeCun Y, Bengio Y, Hinton G. Deep learning. Nature. 2015;521(7553):436-44.", WRIGHT),
    ("lecun 2015", WRIGHT),
    ("hinton nature", WRIGHT),
    ("devlin naacl", DEVLIN),
    ("jain attention", JAIN),
    ("shazeer 2017 attention", VASWANI),
    ("wallace explanatoin", JAIN),
]


@pytest.mark.parametrize(("query", "paper"), PASTED, ids=[query[:40] for query, _ in PASTED])
def test_ids_and_whole_citations_find_their_paper(query: str, paper: Paper) -> None:
    assert FOUR.find(query)[0].paper is paper
    assert Catalog(FOUR[::-1]).find(query)[0].paper is paper


def test_a_hit_by_id_says_so_and_is_sure() -> None:
    hit = FOUR.find("see https://arxiv.org/abs/1706.03762 and the rest")[0]
    assert (hit.score, hit.matched) == (1.0, {"1706.03762": "arxiv"})


def test_the_year_decides_between_equal_titles() -> None:
    old, new = (Paper(title="Preface to the Proceedings", year=year) for year in (1998, 2004))
    for order in ([old, new], [new, old]):
        assert Catalog(order).find("Preface to the Proceedings 2004")[0].paper is new
        assert Catalog(order).find("preface proceedings 1998")[0].paper is old


def test_a_name_that_is_nearly_a_word_of_a_title_is_a_name() -> None:
    haskell, askell = Paper(title="Haskell in Practice"), Paper(title="On Alignment", authors=(Author(family="Askell", given="Amanda"),))
    assert Catalog([haskell, askell]).find("askell")[0].paper is askell
    assert Catalog([haskell]).find("askell")[0].paper is haskell


# -- hits


def test_hits_are_a_sequence() -> None:
    hits = FOUR.find("attention")
    assert [hit.paper for hit in hits] == [VASWANI, JAIN]
    assert (len(hits), hits[-1], hits[0:1], hits[::-1]) == (2, [*hits][1], [hits[0]], [*hits][::-1])
    assert (hits[0] in hits, hits.index(hits[1]), bool(hits), bool(FOUR.find("zzzzqq"))) == (True, 1, True, False)
    assert hits == list(hits) == FOUR.find("attention", limit=None)
    assert pickle.loads(pickle.dumps(hits)) == hits  # noqa: S301  our own
    with pytest.raises(IndexError):
        hits[2]


def test_hits_can_be_shown() -> None:
    text = Catalog([Paper(title="<script>alert(1)</script> attention")]).find("attention")._repr_html_()
    assert "<script>" not in text
    assert "attention in title" in text


@pytest.mark.parametrize("limit", [-1, -10])
def test_a_negative_limit_is_refused(limit: int) -> None:
    with pytest.raises(ValueError, match=f"limit is {limit}"):
        FOUR.find("attention", limit)


@pytest.mark.parametrize("query", [None, 7, b"attention", ["attention"], FOUR[0]])
def test_what_is_no_text_is_refused(query: object) -> None:
    with pytest.raises(TypeError, match="a query is a text"):
        FOUR.find(query)  # type: ignore[arg-type]


MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "unit",
    ["a", "a ", "attention ", "10.1/", "1706.03762 ", "(", "[a-z]*", "\u5b66\u4e60", "\ud800", "\x00", "e\u0301", "9", " "],
    ids=ascii,
)
def test_a_megabyte_is_answered(unit: str) -> None:
    hits = FOUR.find((unit * MEGABYTE)[:MEGABYTE], limit=None)
    assert len(hits) <= len(FOUR)


@pytest.mark.parametrize("title", ["深度学习综述", "Глубокое обучение", "Βαθιά μάθηση", "تعلم عميق", "딥 러닝"])
def test_other_scripts_are_found(title: str) -> None:
    papers = [*FOUR, Paper(title=title), Paper(title=f"{title} 2")]
    assert Catalog(papers).find(title)[0].paper is papers[4]


# -- the slow and obvious way

WORDS = "attention deep learning language bert devlin vaswani 2019 2017 nature naacl attenton lerning transf zzzz".split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True), st.permutations(list(FOUR)))
def test_every_paper_that_has_a_word_is_found(words: list[str], papers: list[Paper]) -> None:
    hits = Catalog(papers).find(" ".join(words), limit=None)
    known = {word for paper in papers for _, text in texts_of(paper) for word in fold(text).split()}
    for paper in papers:
        own = {word for _, text in texts_of(paper) for word in fold(text).split()}
        if own & set(words):
            assert paper in [hit.paper for hit in hits]
    for hit in hits:
        fields = dict(texts_of(hit.paper))
        assert hit.matched
        assert all(word not in known or word in fold(fields[name]).split() for word, name in hit.matched.items())


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True), st.integers(0, 5))
def test_a_limit_cuts_and_changes_nothing_else(words: list[str], limit: int) -> None:
    every = FOUR.find(" ".join(words), limit=None)
    assert FOUR.find(" ".join(words), limit) == every[:limit]


# -- words written apart or together

APART = "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding"
TOGETHER = "Unsupervised Cross-lingual Representation Learning with Multimodal Pretraining"
MORAL = "The Capacity for Moral Self-Correction in Large Language Models"
OTHERS = ("Training Compute-Optimal Large Language Models", "A Neural Knowledge Language Model")
SHELF = Catalog([*(Paper(title=title) for title in (APART, TOGETHER, MORAL, *OTHERS)), Paper(title="On pre and post editing", year=2012)])


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("bert pretraining", APART),
        ("bidirectional pretraining", APART),
        ("selfcorrection", MORAL),
        ("selfcorrection capacity", MORAL),
        ("crosslingual representation", TOGETHER),
        ("multi modal", TOGETHER),
        ("pre training multi modal", TOGETHER),
        ("multi-modal representation", TOGETHER),
        ("computeoptimal", OTHERS[0]),
    ],
)
def test_words_may_be_written_apart_or_together(query: str, title: str) -> None:
    assert SHELF.find(query)[0].paper.title == title


def test_a_word_that_is_there_is_not_parted() -> None:
    hit = SHELF.find("multimodal")[0]
    assert (hit.paper.title, hit.matched) == (TOGETHER, {"multimodal": "title"})


@pytest.mark.parametrize("query", ["largemodels", "languagelarge", "selfselfself", "pretra", "xy" * 30])
def test_words_that_do_not_stand_together_are_none(query: str) -> None:
    assert not [hit for hit in SHELF.find(query) if len(hit.matched) > 1]


def test_the_parts_are_what_matched() -> None:
    assert SHELF.find("selfcorrection")[0].matched == {"self": "title", "correction": "title"}


@pytest.mark.parametrize("query", ["Perez et al., 2022", "perez et al 2022", "Perez, et al. (2022)"])
def test_et_al_is_no_word(query: str) -> None:
    perez = Paper(title="Red Teaming Language Models", authors=(Author(family="Perez", given="Ethan"),), year=2022)
    al = Paper(title="Et in Arcadia ego: al fresco", year=1947)
    hits = Catalog([al, perez]).find(query)
    assert hits[0].paper is perez
    assert hits[0].score > 0.7
    assert len(hits) == 1


def test_et_al_alone_is_looked_for() -> None:
    assert Catalog([Paper(title="Reply to Smith et al.")]).find("et al.")[0].matched == {"et": "title", "al": "title"}
