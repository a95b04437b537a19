"""A publication page as text: every line finds its kind, whatever is missing, odd or in between."""

import textwrap
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.listing import sniff
from papercat.text.document import Document

# The first lines of two real records, shortened.
AI = (
    "Constitutional AI: Harmlessness from AI Feedback",
    "Bai, Yuntao, Kadavath, Saurav, Kundu, Sandipan, Askell, Amanda",
    (
        "As AI systems become more capable, we would like to enlist their help to supervise other AIs. We experiment with methods for "
        "training a harmless AI assistant through self-improvement, without any human labels identifying harmful outputs."
    ),
)
SLEEPER = (
    "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training",
    "Hubinger, Evan, Denison, Carson, Mu, Jesse, Lambert, Mike",
    (
        "Humans are capable of strategically deceptive behavior: behaving helpfully in most situations, but then behaving very "
        "differently in order to pursue alternative objectives when given the opportunity. Could we detect it and remove it?"
    ),
)
SYCOPHANCY = (
    "Towards Understanding Sycophancy in Language Models",
    "Sharma, Mrinank, Tong, Meg, Korbak, Tomasz, Duvenaud, David",
    (
        "Human feedback is commonly utilized to finetune AI assistants. But human feedback may also encourage model responses that "
        "match user beliefs over truthful ones, a behaviour known as sycophancy."
    ),
)
PAGE = (*AI, *SLEEPER, *SYCOPHANCY)
Record = tuple[str | None, str | None, str | None]


def records(text: str | bytes, reader: str | None = None) -> list[Record]:
    """Read a text, and give each paper as title, names and abstract, as they stood."""
    cat = pc.parse(text, format=reader)
    assert cat.inputs[0].format == "listing"
    return [(one.title, ", ".join(author.inverted for author in one.authors) or None, one.abstract) for one in cat]


def codes(text: str) -> list[str]:
    return [issue.code for issue in pc.parse(text).issues]


ALL: list[Record] = [AI, SLEEPER, SYCOPHANCY]
BREAKS = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\v", "\n\n", "")
SAME: list[tuple[str, str | bytes]] = [
    ("line by line", "\n".join(PAGE)),
    ("a line break at the end", "\n".join(PAGE) + "\n"),
    ("blank lines between fields", "\n\n".join(PAGE)),
    ("blank lines between records", "\n\n".join(["\n".join(AI), "\n".join(SLEEPER), "\n".join(SYCOPHANCY)])),
    ("many blank lines", "\n \n\t\n\n".join(PAGE)),
    ("blanks at the ends of lines", " \n ".join(PAGE)),
    ("CRLF", "\r\n".join(PAGE)),
    ("CR", "\r".join(PAGE)),
    ("all kinds of breaks", "".join(chain.from_iterable(zip(PAGE, BREAKS, strict=True)))),
    ("UTF-8 with a mark", "\n".join(PAGE).encode("utf-8-sig")),
    ("UTF-16 with a mark", "\n".join(PAGE).encode("utf-16")),
    ("UTF-16 little without a mark", "\n".join(PAGE).encode("utf-16-le")),
    ("UTF-16 big without a mark", "\n".join(PAGE).encode("utf-16-be")),
    ("a mark in a string", "\ufeff" + "\n".join(PAGE)),
    ("numbered", "\n".join(f"{i // 3 + 1}. {line}" if i % 3 == 0 else line for i, line in enumerate(PAGE))),
    ("numbered in brackets", "\n".join(f"[{i // 3 + 1}] {line}" if i % 3 == 0 else line for i, line in enumerate(PAGE))),
    ("wrapped at 100", "\n".join(textwrap.fill(line, 100, break_on_hyphens=False) for line in PAGE)),
    ("wrapped at 72", "\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in PAGE)),
    ("wrapped at 40", "\n".join(textwrap.fill(line, 40, break_on_hyphens=False) for line in PAGE)),
    ("wrapped, blank lines between fields", "\n\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in PAGE)),
    ("page numbers between", "\n".join([*AI, "- 2 -", *SLEEPER, "- 3 -", *SYCOPHANCY])),
    ("a comma behind the names", "\n".join([*AI[:2], *AI[2:], SLEEPER[0], SLEEPER[1] + ",", SLEEPER[2], *SYCOPHANCY])),
    ("a zero-width space in the lines", "\n".join("\u200b" + line for line in PAGE)),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in SAME])
def test_records_are_read_however_the_lines_come(text: str | bytes) -> None:
    assert records(text) == ALL


ABSENT: list[tuple[str, tuple[str, ...], list[Record]]] = [
    ("the first abstract", (*AI[:2], *SLEEPER), [(*AI[:2], None), SLEEPER]),
    ("the last abstract", (*AI, *SLEEPER[:2]), [AI, (*SLEEPER[:2], None)]),
    ("every abstract", (*AI[:2], *SLEEPER[:2]), [(*AI[:2], None), (*SLEEPER[:2], None)]),
    ("the first names", (AI[0], AI[2], *SLEEPER), [(AI[0], None, AI[2]), SLEEPER]),
    ("the first title", (*AI[1:], *SLEEPER), [(None, *AI[1:]), SLEEPER]),
    ("a title in the middle", (*AI, *SLEEPER[1:], *SYCOPHANCY), [AI, (None, *SLEEPER[1:]), SYCOPHANCY]),
    ("all but one record", AI, [AI]),
    ("all but a title and names", AI[:2], [(*AI[:2], None)]),
]


@pytest.mark.parametrize(("lines", "expected"), [pytest.param(*case[1:], id=case[0]) for case in ABSENT])
def test_what_is_absent_is_absent(lines: tuple[str, ...], expected: list[Record]) -> None:
    assert records("\n".join(lines), "listing") == expected


def test_a_record_without_names_in_the_middle_is_a_record() -> None:
    lines = (*AI, SLEEPER[0], SLEEPER[2], *SYCOPHANCY)
    assert records("\n".join(lines)) == [AI, (SLEEPER[0], None, SLEEPER[2]), SYCOPHANCY]


@pytest.mark.parametrize("heading", ["Askell, Amanda", "Amanda Askell", "Publications", "Selected Publications"])
def test_a_heading_is_kept_as_an_issue(heading: str) -> None:
    text = "\n".join([heading, *PAGE])
    assert records(text) == ALL
    (issue,) = pc.parse(text).issues
    assert (issue.code, issue.raw, issue.source and issue.source.line) == ("heading", heading, 1)


def test_two_pages_in_one_file_have_two_headings() -> None:
    text = "\n".join(["Askell, Amanda", *AI, *SLEEPER, "Perez, Ethan", *SYCOPHANCY])
    assert records(text) == ALL
    assert codes(text) == ["heading", "heading"]


def test_a_person_of_one_name_line_is_author_or_heading_by_its_place() -> None:
    text = "\n".join(["Askell, Amanda", AI[0], "Askell, Amanda", AI[2]])
    assert records(text) == [(AI[0], "Askell, Amanda", AI[2])]
    assert codes(text) == ["heading"]


TITLES = (
    "Cats, Dogs, Birds, Fish",
    "Space, Time, and Gravity",
    "Einstein, Podolsky, Rosen, Bell",
    "Attention Is All You Need",
    "Why?",
    "GPT-4",
    "BERT: Pre-training of Deep Bidirectional Transformers",
    "Is it so? We think so.",
    "“Why Should I Trust You?”: Explaining the Predictions of Any Classifier",
    "On the Dangers of Stochastic Parrots: Can Language Models Be Too Big? 🦜",
    "1984",
    "e-SNLI",
    "La disparition",
    "大型语言模型综述",
)


@pytest.mark.parametrize("title", TITLES)
def test_titles_of_any_kind_are_titles(title: str) -> None:
    assert records("\n".join([*AI, title, *SLEEPER[1:], *SYCOPHANCY])) == [AI, (title, *SLEEPER[1:]), SYCOPHANCY]


NULLS = ["given-name-missing", "given-name-missing", "neighbours-without-given-names"]
NAMES: list[tuple[str, list[str], list[str]]] = [
    ("Bai, Yuntao", ["Bai, Yuntao"], []),
    ("O'Hara, Clare, Hatfield-Dodds, Zac", ["O'Hara, Clare", "Hatfield-Dodds, Zac"], []),
    ("Bowman, Samuel R., Liao, Thomas I.", ["Bowman, Samuel R.", "Liao, Thomas I."], []),
    ("van der Maaten, Laurens, Hinton, Geoffrey", ["van der Maaten, Laurens", "Hinton, Geoffrey"], []),
    ("Aad, Georges, ATLAS Collaboration, Abbott, Brad", ["Aad, Georges", "ATLAS Collaboration", "Abbott, Brad"], []),
    ("Anthropic Team, Bai, Yuntao", ["Anthropic Team", "Bai, Yuntao"], []),
    ("King, Martin L., Jr., Tong, Meg", ["King, Jr., Martin L.", "Tong, Meg"], []),
    ("Mausam, null, Garima, null, Bai, Yuntao", ["Mausam", "Garima", "Bai, Yuntao"], NULLS),
    ("Lukošiūtė, Kamilė, Showk, Sheer El", ["Lukošiūtė, Kamilė", "Showk, Sheer El"], []),
    ("王, 伟, 李, 娜", ["王, 伟", "李, 娜"], []),
]


@pytest.mark.parametrize(("line", "names", "issues"), NAMES, ids=[line for line, _, _ in NAMES])
def test_names_are_read(line: str, names: list[str], issues: list[str]) -> None:
    cat = pc.parse("\n".join([*AI, SLEEPER[0], line, SLEEPER[2], *SYCOPHANCY]))
    assert [author.inverted for author in cat[1].authors] == names
    assert sorted(issue.code for issue in cat.issues) == sorted(issues)


def test_an_odd_name_is_placed_by_the_names_of_the_page() -> None:
    # Bai, Yuntao and Kadavath, Saurav stand in pairs in another record
    cat = pc.parse("\n".join([*AI, SLEEPER[0], "Bai, Yuntao, Mausam, Kadavath, Saurav", *SLEEPER[2:]]))
    assert [author.inverted for author in cat[1].authors] == ["Bai, Yuntao", "Mausam", "Kadavath, Saurav"]
    assert [issue.code for issue in cat.issues] == ["name-unpaired"]


@pytest.mark.xfail(strict=True, reason="nothing tells which of three parts behind the suffix is the odd one; the last is taken")
def test_a_suffix_is_no_family_name() -> None:
    (paper,) = pc.parse("\n".join([AI[0], "King, Martin L., Jr., Mausam, Tong, Meg", AI[2]]))
    assert [author.inverted for author in paper.authors] == ["King, Jr., Martin L.", "Mausam", "Tong, Meg"]


@pytest.mark.xfail(strict=True, reason="nothing in this list alone tells which of five parts is the odd one")
def test_an_odd_name_alone_is_placed() -> None:
    (paper,) = pc.parse("\n".join([AI[0], "Bai, Yuntao, Mausam, Kadavath, Saurav", AI[2]]))
    assert [author.inverted for author in paper.authors] == ["Bai, Yuntao", "Mausam", "Kadavath, Saurav"]


ABSTRACTS = (
    "A short note",
    "We show that P, Q, R, and S hold.",
    "No abstract available.",
    "Abstract: we show nothing.",
    "我们提出了一种新的方法。",
    "Nous montrons que l’été est “déjà” là, et bien plus encore, dans toutes les langues.",
    "See https://example.org/a,b,c for code.",
)


@pytest.mark.parametrize("abstract", ABSTRACTS)
def test_abstracts_of_any_kind_are_abstracts(abstract: str) -> None:
    assert records("\n".join([*AI, *SLEEPER[:2], abstract, *SYCOPHANCY])) == [AI, (*SLEEPER[:2], abstract), SYCOPHANCY]


def test_an_abstract_of_two_paragraphs_is_one_field() -> None:
    first, second = SLEEPER[2].split(". ", 1)
    assert records("\n".join([*AI, *SLEEPER[:2], first + ".", second, *SYCOPHANCY])) == ALL


def test_tex_and_entities_are_read_in_every_field() -> None:
    names = r"Mindermann, S{\"o}ren, Ga&scaron;i&#263;, Milica"
    text = "\n".join([*AI, r"Schr{\"o}dinger &amp; 5\%", names, r"We use $\alpha\_1$ &lt; 2. " + SLEEPER[2]])
    abstract = r"We use $\alpha\_1$ < 2. " + SLEEPER[2]
    assert records(text)[1] == ("Schrödinger & 5%", "Mindermann, Sören, Gašić, Milica", abstract)


def test_a_title_glued_to_the_abstract_before_is_cut_off() -> None:
    text = "\n".join([AI[0], AI[1], AI[2] + SLEEPER[0], *SLEEPER[1:]])
    assert records(text) == [AI, SLEEPER]
    assert codes(text) == ["records-glued"]


def test_lines_and_places_are_known() -> None:
    text = "\n".join(["Askell, Amanda", *PAGE])
    for paper in pc.parse(text):
        for source in paper.sources:
            assert text[source.start : source.end] in PAGE
            assert text.split("\n")[source.line - 1] == text[source.start : source.end]


# -- is it a listing at all?


@pytest.mark.parametrize("size", [1, 2, 3])
def test_more_records_make_it_surer(size: int) -> None:
    assert 0.3 <= sniff(Document("a", "\n".join(PAGE[: 3 * size]))) <= 0.8


PROSE = (
    "",
    "What a day!",
    "We show that it is so.\nIt is, indeed, so.\n",
    "Dear Amanda,\n\nthank you, Yuntao, and all the others.\n\nBest,\nEthan",
    "one two three\nfour five six\n",
    "def f(x, y):\n    return x, y\n",
    "name,year,title\nBai,2022,Constitutional AI\n",
    SLEEPER[2],
    "\n".join([SLEEPER[2], AI[2]]),
)


@pytest.mark.parametrize("text", PROSE, ids=range(len(PROSE)))
def test_prose_is_no_listing(text: str) -> None:
    assert choose(Document("a", text)) != "listing"


# -- any order and number of records


@given(order=st.lists(st.sampled_from(ALL), min_size=1, max_size=8), heading=st.booleans(), crlf=st.booleans(), blank=st.booleans())
def test_records_come_back_in_order(order: list[tuple[str, str, str]], heading: bool, crlf: bool, blank: bool) -> None:  # noqa: FBT001  Hypothesis gives them by name
    lines = [*(["Askell, Amanda"] if heading else []), *chain.from_iterable(order)]
    newline = ("\r\n" if crlf else "\n") * (2 if blank else 1)
    assert records(newline.join(lines), "listing") == order


@given(lines=st.lists(st.sampled_from([*PAGE, "", "12", "Publications", "Askell, Amanda", "and", "1. A", "A, B"]), max_size=12))
def test_any_order_of_lines_loses_nothing(lines: list[str]) -> None:
    cat = pc.parse("\n".join(lines), format="listing")
    kept = [*(str(paper.to_dict()) for paper in cat), *(issue.raw for issue in cat.issues)]
    for line in lines:
        words = [word.strip(",.?:") for word in line.split()]
        assert all(any(word in text for text in kept) for word in words)
