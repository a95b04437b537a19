"""Lists of ids: what people keep of papers that they mean to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.text.document import Document

LISTS: list[tuple[str, list[str]]] = [
    ("10.1038/nature14539", ["10.1038/nature14539"]),
    ("10.1038/NATURE14539\r\n10.1145/3442188.3445922\r\n", ["10.1038/nature14539", "10.1145/3442188.3445922"]),
    ("https://doi.org/10.1038/nature14539\n\n\nhttps://arxiv.org/abs/2212.09251v2\n", ["10.1038/nature14539", "2212.09251"]),
    ("- [ ] https://arxiv.org/pdf/1706.03762.pdf\n- [x] arXiv:hep-th/9711200\n", ["1706.03762", "hep-th/9711200"]),
    ("1. doi:10.1038/nature14539\n2) 2212.09251\n[3] PMID: 31986264\n", ["10.1038/nature14539", "2212.09251", "31986264"]),
    ('"10.1038/nature14539",\n"10.1145/3442188.3445922"\n', ["10.1038/nature14539", "10.1145/3442188.3445922"]),
    (
        "<https://doi.org/10.1038/nature14539>\n* https://aclanthology.org/2023.findings-acl.847/\n",
        ["10.1038/nature14539", "2023.findings-acl.847"],
    ),
    ("DOI\n10.1038/nature14539\n", ["10.1038/nature14539"]),
    ("# to read\n2212.09251, 1706.03762\nhttps://distill.pub/2017/feature-visualization\n", ["2212.09251", "1706.03762"]),
    ("\ufeff2212.09251\n", ["2212.09251"]),
]
NO_LISTS = [
    "31986264\n31978945\n",
    "3.14159\n2.71828\n",
    "https://www.example.org/\nhttps://www.example.org/make/\n",
    "0000-0002-1825-0097\n",
    "We test a hypothesis.\narXiv:2302.00805As language models scale, they develop.\narXiv:2212.09251\n",
    "DOI\n",
    "",
]


def ids(cat: pc.Catalog) -> list[str]:
    return [
        paper.doi or paper.arxiv or next(iter(value for name, value in paper.extra.items() if name != "arxiv-version")) for paper in cat
    ]


@pytest.mark.parametrize(("text", "expected"), LISTS, ids=[text[:20] for text, _ in LISTS])
def test_every_id_is_a_paper(text: str, expected: list[str]) -> None:
    cat = pc.parse(text)
    assert ([one.format for one in cat.inputs], ids(cat)) == (["ids"], expected)
    assert not any(issue.kind == "refused" for issue in cat.issues)


@pytest.mark.parametrize("text", NO_LISTS, ids=[text[:20] or "nothing" for text in NO_LISTS])
def test_what_is_no_list_of_ids(text: str) -> None:
    assert choose(Document("a.txt", text)) != "ids"


def test_what_stands_between_is_kept_and_the_address_with_the_paper() -> None:
    cat = pc.parse("# to read\nhttps://aclanthology.org/2023.findings-acl.847/\n2212.09251\nhttps://doi.org/10.1038/nature14539\n")
    assert [issue.raw for issue in cat.issues if issue.code == "text-unread"] == ["# to read"]
    assert [paper.url for paper in cat] == ["https://aclanthology.org/2023.findings-acl.847/", None, None]
    assert [str(paper.source_of()) for paper in cat] == ["text:2", "text:3", "text:4"]
    assert (cat[1].year, cat[1].month, cat[1].inferred) == (2022, 12, ("year", "month"))


def test_a_long_list_is_known_by_whole_lines() -> None:
    cat = pc.parse("\n".join(f"https://arxiv.org/abs/2212.{number:05}" for number in range(1, 2_000)))
    assert ([one.format for one in cat.inputs], len(cat)) == (["ids"], 1_999)


def test_an_id_alone_joins_its_paper() -> None:
    cat = pc.parse("2212.09251\n") + pc.parse("@misc{p22, title={Discovering Language Model Behaviors}, eprint={2212.09251}}")
    assert [paper.title for paper in cat.dedup()] == ["Discovering Language Model Behaviors"]


@given(
    st.lists(st.sampled_from(["10.1038/nature14539", "2212.09251v2", "PMID: 31986264", "-", "a", ",", " ", "\n", "\r\n", "[1]", "\x00"]))
)
def test_every_character_is_accounted_for(pieces: list[str]) -> None:
    text = "".join(pieces)
    cat = pc.parse(text, format="ids")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)
    assert all(paper.arxiv or paper.doi or paper.extra for paper in cat)


def test_long_lines_take_linear_time() -> None:
    text = "10.1000/" + "a" * 50_000 + "\n" + "2212.09251 " * 3_000 + "\n" + "[1] " * 5_000 + "\n" + "- " * 5_000
    assert len(pc.parse(text, format="ids")) == 3_000


NOTES = [
    ('Excited to share "Sleeper Agents: Training Deceptive LLMs"! https://arxiv.org/abs/2401.05566', ["2401.05566"]),
    ("See 10.1038/nature14539 and arXiv:1706.03762; the first is better (10.1038/nature14539).", ["10.1038/nature14539", "1706.03762"]),
    ("This repository has the code of our [paper](https://arxiv.org/abs/2005.14165).\n\nUsage: python run.py\n", ["2005.14165"]),
]


@pytest.mark.parametrize(("text", "ids"), NOTES)
def test_a_note_tells_of_the_paper_that_it_names(text: str, ids: list[str]) -> None:
    cat = pc.parse(text)
    assert [paper.doi or paper.arxiv for paper in cat] == ids
    assert {issue.code for issue in cat.issues} <= {"text-unread", "year-inferred"}
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "I read two papers on attention last week, both of 2017.\n",
        "import torch\n\n# after 10.1038/nature14539\nmodel = torch.nn.Linear(1, 1)\n",
        '{"note": "see 10.1038/nature14539"}',
        "Attention is all you need. " * 60 + "10.1038/nature14539",
        "call PMID or 31986264 or 978-3-16-148410-0\n",
    ],
)
def test_what_is_no_note_of_a_paper(text: str) -> None:
    assert choose(Document("a.txt", text)) != "ids"
