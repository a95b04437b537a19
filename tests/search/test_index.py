"""Finding papers by what a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Paper

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
