"""Formatted references: whatever the style and the layout, each part is found, and nothing is lost or made up."""

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import papercat as pc
from papercat import Paper
from papercat.readers import choose
from papercat.readers.layout import lay_out
from papercat.readers.references import parse_reference, read_reference, sniff
from papercat.readers.references.likeness import _SURE, _like, is_reference
from papercat.readers.references.splitting import pieces
from papercat.text.document import Document, Place

# Three real papers; what the styles below say of them.
Fields = tuple[str, tuple[str, ...], int, str, str]
FIELDS: list[Fields] = [
    ("Deep learning", ("LeCun", "Bengio", "Hinton"), 2015, "Nature", "521"),
    ("A mathematical theory of communication", ("Shannon",), 1948, "Bell System Technical Journal", "27"),
    ("Long short-term memory", ("Hochreiter", "Schmidhuber"), 1997, "Neural Computation", "9"),
]
STYLES: dict[str, tuple[str, str, str]] = {
    "APA": (
        "LeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep learning. Nature, 521(7553), 436–444. https://doi.org/10.1038/nature14539",
        "Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal, 27(3), 379–423.",
        "Hochreiter, S., & Schmidhuber, J. (1997). Long short-term memory. Neural Computation, 9(8), 1735–1780.",
    ),
    "ACM": (
        "Yann LeCun, Yoshua Bengio, and Geoffrey Hinton. 2015. Deep learning. Nature 521, 7553 (May 2015), 436–444.",
        "Claude E. Shannon. 1948. A mathematical theory of communication. Bell System Technical Journal 27, 3 (July 1948), 379–423.",
        "Sepp Hochreiter and Jürgen Schmidhuber. 1997. Long short-term memory. Neural Computation 9, 8 (Nov. 1997), 1735–1780.",
    ),
    "Vancouver": (
        "LeCun Y, Bengio Y, Hinton G. Deep learning. Nature. 2015;521(7553):436-44.",
        "Shannon CE. A mathematical theory of communication. Bell System Technical Journal. 1948;27(3):379-423.",
        "Hochreiter S, Schmidhuber J. Long short-term memory. Neural Computation. 1997;9(8):1735-80.",
    ),
    "IEEE": (
        "Y. LeCun, Y. Bengio, and G. Hinton, “Deep learning,” Nature, vol. 521, no. 7553, pp. 436–444, May 2015.",
        "C. E. Shannon, “A mathematical theory of communication,” Bell System Technical Journal, vol. 27, no. 3, pp. 379–423, Jul. 1948.",
        "S. Hochreiter and J. Schmidhuber, “Long short-term memory,” Neural Computation, vol. 9, no. 8, pp. 1735–1780, 1997.",
    ),
    "MLA": (
        "LeCun, Yann, Yoshua Bengio, and Geoffrey Hinton. “Deep learning.” Nature, vol. 521, no. 7553, 2015, pp. 436–44.",
        "Shannon, Claude E. “A mathematical theory of communication.” Bell System Technical Journal, vol. 27, no. 3, 1948, pp. 379–423.",
        "Hochreiter, Sepp, and Jürgen Schmidhuber. “Long short-term memory.” Neural Computation, vol. 9, no. 8, 1997, pp. 1735–80.",
    ),
    "Chicago, notes and bibliography": (
        "LeCun, Yann, Yoshua Bengio, and Geoffrey Hinton. “Deep learning.” Nature 521, no. 7553 (2015): 436–44.",
        "Shannon, Claude E. “A mathematical theory of communication.” Bell System Technical Journal 27, no. 3 (1948): 379–423.",
        "Hochreiter, Sepp, and Jürgen Schmidhuber. “Long short-term memory.” Neural Computation 9, no. 8 (1997): 1735–80.",
    ),
    "Chicago, author and date": (
        "LeCun, Yann, Yoshua Bengio, and Geoffrey Hinton. 2015. “Deep learning.” Nature 521 (7553): 436–44.",
        "Shannon, Claude E. 1948. “A mathematical theory of communication.” Bell System Technical Journal 27 (3): 379–423.",
        "Hochreiter, Sepp, and Jürgen Schmidhuber. 1997. “Long short-term memory.” Neural Computation 9 (8): 1735–80.",
    ),
    "Harvard": (
        "LeCun, Y., Bengio, Y. and Hinton, G. (2015) ‘Deep learning’, Nature, 521(7553), pp. 436–444.",
        "Shannon, C.E. (1948) ‘A mathematical theory of communication’, Bell System Technical Journal, 27(3), pp. 379–423.",
        "Hochreiter, S. and Schmidhuber, J. (1997) ‘Long short-term memory’, Neural Computation, 9(8), pp. 1735–1780.",
    ),
    "Springer": (
        "LeCun, Y., Bengio, Y., Hinton, G.: Deep learning. Nature 521(7553), 436–444 (2015)",
        "Shannon, C.E.: A mathematical theory of communication. Bell System Technical Journal 27(3), 379–423 (1948)",
        "Hochreiter, S., Schmidhuber, J.: Long short-term memory. Neural Computation 9(8), 1735–1780 (1997)",
    ),
    "Nature": (
        "LeCun, Y., Bengio, Y. & Hinton, G. Deep learning. Nature 521, 436–444 (2015).",
        "Shannon, C. E. A mathematical theory of communication. Bell System Technical Journal 27, 379–423 (1948).",
        "Hochreiter, S. & Schmidhuber, J. Long short-term memory. Neural Computation 9, 1735–1780 (1997).",
    ),
    "AMS": (
        "Y. LeCun, Y. Bengio, and G. Hinton, Deep learning, Nature 521 (2015), no. 7553, 436–444.",
        "C. E. Shannon, A mathematical theory of communication, Bell System Technical Journal 27 (1948), no. 3, 379–423.",
        "S. Hochreiter and J. Schmidhuber, Long short-term memory, Neural Computation 9 (1997), no. 8, 1735–1780.",
    ),
    "Elsevier": (
        "Y. LeCun, Y. Bengio, G. Hinton, Deep learning, Nature 521 (2015) 436–444.",
        "C.E. Shannon, A mathematical theory of communication, Bell System Technical Journal 27 (1948) 379–423.",
        "S. Hochreiter, J. Schmidhuber, Long short-term memory, Neural Computation 9 (1997) 1735–1780.",
    ),
    "ISO 690": (
        "LECUN, Yann, BENGIO, Yoshua et HINTON, Geoffrey. Deep learning. Nature. 2015, vol. 521, no. 7553, p. 436–444.",
        "SHANNON, Claude E. A mathematical theory of communication. Bell System Technical Journal. 1948, vol. 27, no. 3, p. 379–423.",
        "HOCHREITER, Sepp et SCHMIDHUBER, Jürgen. Long short-term memory. Neural Computation. 1997, vol. 9, no. 8, p. 1735–1780.",
    ),
    "ACL": (
        "Yann LeCun, Yoshua Bengio, and Geoffrey Hinton. 2015. Deep learning. Nature, 521(7553):436–444.",
        "Claude E. Shannon. 1948. A mathematical theory of communication. Bell System Technical Journal, 27(3):379–423.",
        "Sepp Hochreiter and Jürgen Schmidhuber. 1997. Long short-term memory. Neural Computation, 9(8):1735–1780.",
    ),
    "GOST": (
        "LeCun Y., Bengio Y., Hinton G. Deep learning // Nature. – 2015. – Vol. 521. – No. 7553. – P. 436–444.",
        "Shannon C. E. A mathematical theory of communication // Bell System Technical Journal. – 1948. – Vol. 27. – No. 3. – P. 379–423.",
        "Hochreiter S., Schmidhuber J. Long short-term memory // Neural Computation. – 1997. – Vol. 9. – No. 8. – P. 1735–1780.",
    ),
}


def fields(paper: Paper) -> Fields:
    families = tuple((author.family or author.literal or "").title().replace("Lecun", "LeCun") for author in paper.authors)
    return (paper.title or "", families, paper.year or 0, paper.venue or "", paper.volume or "")


def read(text: str) -> list[Fields]:
    """Read a text, and see that it is known and accounted for."""
    cat = pc.parse(text)
    assert cat.inputs[0].format == "references"
    assert not cat.receipt().unread
    return [fields(paper) for paper in cat]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_tells_the_same(style: str) -> None:
    assert read("\n".join(STYLES[style])) == FIELDS


def filled(texts: tuple[str, ...], width: int = 60, indent: str = "") -> list[str]:
    return [textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False) for text in texts]


Layout = Callable[[tuple[str, ...]], str]
LAYOUTS: dict[str, Layout] = {
    "a blank line between": "\n\n".join,
    "wrapped, a blank line between": lambda texts: "\n\n".join(filled(texts)),
    "wrapped, hanging": lambda texts: "\n".join(filled(texts, indent="    ")),
    "wrapped, hanging, tab": lambda texts: "\n".join(filled(texts, indent="\t")),
    "wrapped and nothing else": lambda texts: "\n".join(filled(texts)),
    "numbered [1]": lambda texts: "\n".join(filled(tuple(f"[{i}] {text}" for i, text in enumerate(texts, 1)))),
    "numbered 1.": lambda texts: "\n".join(filled(tuple(f"{i}. {text}" for i, text in enumerate(texts, 1)), indent="   ")),
    "numbered (1)": lambda texts: "\n".join(f"({i}) {text}" for i, text in enumerate(texts, 1)),
    "numbered 23": lambda texts: "\n".join(f"[{i}] {text}" for i, text in enumerate(texts, 23)),
    "counted down": lambda texts: "\n".join(f"[{i}] {text}" for i, text in zip((3, 2, 1), texts, strict=True)),
    "numbered twice": lambda texts: "\n".join(f"{i}. [{i}] {text}" for i, text in enumerate(texts, 1)),
    "labels": lambda texts: "\n".join(f"[{text[:3]}+{i}] {text}" for i, text in enumerate(texts, 10)),
    "bullets": lambda texts: "\n".join(f"• {text}" for text in texts),
    "one paragraph, numbered": lambda texts: " ".join(f"[{i}] {text}" for i, text in enumerate(texts, 1)),
    "glued, numbered": lambda texts: "".join(f"[{i}] {text}" for i, text in enumerate(texts, 1)),
    "CRLF": lambda texts: "\r\n".join(texts) + "\r\n",
    "CR": "\r".join,
    "a page number in between": lambda texts: "\n".join([*filled(texts[:2]), "\f", "- 12 -", *filled(texts[2:])]),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("style", ["APA", "ACM", "Vancouver", "IEEE", "Springer", "MLA"])
def test_every_layout_tells_the_same(style: str, layout: str) -> None:
    assert read(LAYOUTS[layout](STYLES[style])) == FIELDS


def test_references_that_are_glued_are_cut_and_it_is_told() -> None:
    first, second, third = STYLES["Vancouver"]
    cat = pc.parse(f"1. {first}\n2. {second}3. {third}")
    assert [fields(paper) for paper in cat] == FIELDS
    assert [issue.code for issue in cat.issues] == ["records-glued"]


def test_a_heading_is_kept_as_one() -> None:
    cat = pc.parse("\n".join(["References", *STYLES["APA"]]))
    assert [fields(paper) for paper in cat] == FIELDS
    assert [(issue.code, issue.raw) for issue in cat.issues] == [("heading", "References")]


def test_a_style_that_no_manual_has_is_found_from_the_list() -> None:
    rows = [
        "Y. LeCun, Y. Bengio, G. Hinton — Deep learning — Nature — 2015",
        "C. Shannon — A mathematical theory of communication — Bell System Technical Journal — 1948",
        "S. Hochreiter, J. Schmidhuber — Long short-term memory — Neural Computation — 1997",
    ]
    assert [row[:4] for row in read("\n".join(rows))] == [row[:4] for row in FIELDS]


ONE: list[tuple[str, str, dict[str, object]]] = [
    (
        "a book",
        "Manning, C. D., & Schütze, H. (1999). Foundations of statistical natural language processing. Cambridge, MA: MIT Press.",
        {"title": "Foundations of statistical natural language processing", "year": 1999, "publisher": "MIT Press"},
    ),
    (
        "proceedings",
        (
            "Jacob Devlin, Ming-Wei Chang, Kenton Lee, and Kristina Toutanova. 2019. BERT: Pre-training of deep bidirectional "
            "transformers for language understanding. In Proceedings of the 2019 Conference of the North American Chapter of the "
            "Association for Computational Linguistics, pages 4171–4186, Minneapolis, Minnesota. Association for Computational Linguistics."
        ),
        {
            "title": "BERT: Pre-training of deep bidirectional transformers for language understanding",
            "venue": "Proceedings of the 2019 Conference of the North American Chapter of the Association for Computational Linguistics",
            "pages": "4171–4186",
            "year": 2019,
        },
    ),
    (
        "a preprint",
        "Hubinger E, Denison C, Mu J, et al. Sleeper Agents. arXiv preprint arXiv:2401.05566. 2024.",
        {"title": "Sleeper Agents", "arxiv": "2401.05566", "year": 2024},
    ),
    (
        "an id alone for the year",
        "Hubinger, E., Denison, C. Sleeper Agents: Training Deceptive LLMs. arXiv:2401.05566.",
        {"title": "Sleeper Agents: Training Deceptive LLMs", "arxiv": "2401.05566", "year": None},
    ),
    (
        "no title",
        "Abbott B. P., Abbott R., 2016, Phys. Rev. Lett., 116, 061102",
        {"title": None, "year": 2016, "volume": "116"},
    ),
    (
        "a question",
        "Koolen C, van Cranenburgh A. Do books have gender? Digital Scholarship in the Humanities. 2018;33(1):1-20.",
        {"title": "Do books have gender?", "venue": "Digital Scholarship in the Humanities"},
    ),
    (
        "French",
        "BOURDIEU, Pierre. La distinction : critique sociale du jugement. Paris : Éditions de Minuit, 1979. 670 p.",
        {"title": "La distinction : critique sociale du jugement", "year": 1979, "publisher": "Éditions de Minuit"},
    ),
    (
        "German",
        "Luhmann, Niklas: Soziale Systeme. Grundriß einer allgemeinen Theorie. Frankfurt am Main: Suhrkamp, 1984.",
        {"year": 1984, "publisher": "Suhrkamp"},
    ),
    (
        "Russian",
        "Колмогоров А. Н. Три подхода к понятию «количество информации» // Проблемы передачи информации. – 1965. – Т. 1. – С. 3–11.",
        {"venue": "Проблемы передачи информации", "year": 1965, "volume": "1"},
    ),
    (
        "Chinese",
        "周志华. 机器学习[M]. 北京: 清华大学出版社, 2016.",
        {"title": "机器学习", "year": 2016},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in ONE])
def test_one_reference(text: str, expected: dict[str, object]) -> None:
    paper = parse_reference(text)
    assert paper
    assert {name: getattr(paper, name) for name in expected} == expected


def test_et_al_is_told() -> None:
    found = list(read_reference(document := Document("r", ONE[2][1]), Place(0, len(document.text))))
    assert isinstance(found[0], Paper)
    assert [author.family for author in found[0].authors] == ["Hubinger", "Denison", "Mu"]
    assert "authors-cut" in [issue.code for issue in found[1:] if isinstance(issue, pc.Issue)]


def test_initials_have_stops_in_a_list_and_stay_as_printed_alone() -> None:
    in_list = pc.parse("\n".join(STYLES["Vancouver"]))[1].authors[0]
    alone = parse_reference(STYLES["Vancouver"][1])
    assert alone
    assert (in_list.given, alone.authors[0].given) == ("C. E.", "CE")


def test_what_has_no_field_is_kept() -> None:
    text = "Miranda, E. In Y. Bozorgnia (Ed.), Earthquake Engineering. 2nd edition. Boca Raton, FL: CRC Press, 2004."
    paper = parse_reference(text)
    assert paper
    kept = " ".join([paper.title or "", paper.venue or "", paper.publisher or "", *paper.extra.values()])
    assert all(word in kept for word in ("Bozorgnia", "Earthquake", "2nd edition", "Boca Raton"))


def test_dashes_stand_for_the_names_before() -> None:
    cat = pc.parse(
        "Arendt, Hannah. The Human Condition. Chicago: University of Chicago Press, 1958.\n———. On Revolution. New York: Viking, 1963."
    )
    assert [author.family for author in cat[1].authors] == ["Arendt"]


PROSE = [
    "What a day!",
    "We test in 2024 whether the attacks of 2019 still work, and find that they do not.",
    "Recently Burger et al. (2012) and Xie et al. (2012) proposed to use an autoencoder. They showed that it can denoise images.",
    "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training",
    "Hubinger, Evan, Denison, Carson, Mu, Jesse, Lambert, Mike",
    "Constitutional AI\nBai, Yuntao, Kadavath, Saurav\nAs AI systems become more capable, we would like to enlist their help.",
    "TY  - JOUR\nAU  - Hubinger, Evan\nTI  - Sleeper Agents\nPY  - 2024\nER  - ",
    "@article{a, title = {Sleeper Agents}, year = {2024}, author = {Hubinger, Evan}}",
    '[{"title": "Sleeper Agents", "year": 2024, "authors": [{"family": "Hubinger", "given": "Evan"}]}]',
    'Title,Authors,Year,Journal,DOI,Pages\n"Deep learning","LeCun Y, Bengio Y",2015,"Nature",10.1038/nature14539,436-444',
    "[c2]\t\nSepp Hochreiter, Jürgen Schmidhuber:\nLSTM. Neural Computation 1997: 1-9\n[c1]\t\nYann LeCun:\nA. 1998: 1-9",
    "",
]


@pytest.mark.parametrize("text", PROSE)
def test_what_is_none_is_not_taken_for_references(text: str) -> None:
    assert sniff(Document("a.txt", text)) == 0.0


@pytest.mark.parametrize("style", STYLES)
def test_lists_are_known_and_single_references_too(style: str) -> None:
    assert choose(Document("r.txt", "\n".join(STYLES[style]))) == "references"
    assert {choose(Document("r.txt", text)) for text in STYLES[style]} == {"references"}


@pytest.mark.parametrize("style", ["APA", "IEEE"])
def test_cut_anywhere_everything_is_accounted_for(style: str) -> None:
    text = "\n".join(f"[{i}] {row}" for i, row in enumerate(STYLES[style], 1))
    for end in range(0, len(text), 3):
        cat = pc.parse(text[:end], format="references")
        assert not cat.receipt().unread
        years = [paper.year for paper in cat if paper.year]
        assert all(str(year) in text[:end] for year in years)


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from([*STYLES["APA"], "[1] ", "\n", " In ", "(2015)", "\x00", "\ud800", "“", "et al."]), max_size=8).map("".join)
)
def test_any_text_is_read_and_none_is_lost(text: str) -> None:
    cat = pc.parse(text, format="references")
    assert not cat.receipt().unread
    parse_reference(text)


PEREZ = "Perez, E., Ringer, S., & Lukošiūtė, K. (2022). Discovering Language Model Behaviors. Findings of ACL, 12(3), 1–20."
AFTER = "(2023). Towards Understanding Sycophancy in Language Models. Proceedings of ICLR, 12(3), 21–40."
HUBINGER = "Hubinger, E. (2019). Risks from Learned Optimization. Journal of Artificial Intelligence, 1(2), 3–40."
THREE = ["Perez", "Ringer", "Lukošiūtė"]


@pytest.mark.parametrize(
    ("mark", "families", "codes"),
    [
        ("———.", THREE, ["field-inherited"]),
        ("---.", THREE, ["field-inherited"]),
        ("______.", THREE, ["field-inherited"]),
        ("\u2e3b.", THREE, ["field-inherited"]),
        ("—, —, & —", THREE, ["field-inherited"]),
        ("—, & —", [], ["authors-cut"]),  # two of three: nobody can know which
        ("Perez, E.", ["Perez"], []),
    ],
)
def test_a_dash_stands_for_the_authors_above(mark: str, families: list[str], codes: list[str]) -> None:
    cat = pc.parse("\n\n".join([PEREZ, f"{mark} {AFTER}", HUBINGER]), format="references")
    assert [author.family for author in cat[1].authors] == families
    assert cat[1].title == "Towards Understanding Sycophancy in Language Models"
    assert [issue.code for issue in cat.issues] == codes
    assert cat[1].inferred == (("authors",) if "field-inherited" in codes else ())
    assert not any(set(text) & set("—_\u2e3b") for text in cat[1].extra.values())
    assert [author.family for author in cat[2].authors] == ["Hubinger"]


def test_a_dash_at_the_head_of_a_list_stands_for_nobody_who_is_known() -> None:
    cat = pc.parse("\n\n".join([f"———. {AFTER}", PEREZ, f"———. {AFTER}", f"———. {AFTER}"]), format="references")
    assert [len(paper.authors) for paper in cat] == [0, 3, 3, 3]
    assert [issue.code for issue in cat.issues] == ["authors-cut", "field-inherited", "field-inherited"]


@pytest.mark.parametrize("mark", ["-", "—", "– ", "-- ", "*"])
def test_a_bullet_is_no_author(mark: str) -> None:
    cat = pc.parse("\n\n".join(f"{mark} {one}" for one in (PEREZ, HUBINGER)), format="references")
    assert not [issue for issue in cat.issues if issue.code in ("field-inherited", "authors-cut")]


NUMBERED = [
    "[1] T. Brown et al., “Language models are few-shot learners,” in NeurIPS, 2020, pp. 1877–1901.",
    "[2] A. Vaswani et al., “Attention is all you need,” in NeurIPS, 2017, pp. 5998–6008.",
]
ALONE = "Hochreiter, S., & Schmidhuber, J. (1997). Long short-term memory. Neural Computation, 9(8), 1735–1780."


@pytest.mark.parametrize("place", [1, 2])
def test_a_reference_without_a_number_is_no_part_of_the_numbered_one_above(place: int) -> None:
    cat = pc.parse("\n".join([*NUMBERED[:place], ALONE, *NUMBERED[place:]]))
    found = {paper.title: (paper.authors[0].family, paper.year) for paper in cat}
    assert found == {
        "Language models are few-shot learners": ("Brown", 2020),
        "Attention is all you need": ("Vaswani", 2017),
        "Long short-term memory": ("Hochreiter", 1997),
    }


def test_a_heading_between_numbered_references_is_one() -> None:
    cat = pc.parse("\n".join([NUMBERED[0], "Conference papers", NUMBERED[1]]))
    assert [issue.raw for issue in cat.issues if issue.code == "heading"] == ["Conference papers"]
    assert [dict(paper.extra) for paper in cat] == [{}, {}]


def test_a_numbered_reference_goes_on_where_its_line_looks_like_a_name() -> None:
    lines = [
        "[1] Gazdar, G., Klein, E., Pullum, G., and Sag, I. (1985). Generalized Phrase Structure Grammar.",
        "Cambridge, MA: Harvard University Press.",
        "[2] Chomsky, N. (1957). Syntactic Structures. Mouton.",
    ]
    assert [paper.authors[0].family for paper in pc.parse("\n".join(lines))] == ["Gazdar", "Chomsky"]


CURRICULUM = """Education
Ph.D. in Computer Science, ETH Zürich, 2009

Journal articles

[J2] Alexey Sorokin. “Improved grammatical error correction by ranking elementary edits”. Physical Review E 39(3), 2022.

[J1] Laura Costa and Rosa Miró-Roig. “Stability of Syzygy Bundles”. Journal of Algebra 47(3), 2009. doi:10.1016/j.jpaa.2009.10.009

Conference papers (peer-reviewed)

[C1] Mitchell Stern, Daniel Fried and Dan Klein. “Effective Inference for Generative Neural Parsing”. In: Proceedings of EMNLP, 2017. [oral]
"""


def test_the_papers_of_a_curriculum_have_marks_for_their_kinds() -> None:
    cat = pc.parse(CURRICULUM)
    assert [(paper.title, paper.year, len(paper.authors)) for paper in cat] == [
        ("Improved grammatical error correction by ranking elementary edits", 2022, 1),
        ("Stability of Syzygy Bundles", 2009, 2),
        ("Effective Inference for Generative Neural Parsing", 2017, 3),
    ]
    assert not cat.receipt().unread


@pytest.mark.parametrize(
    "line", ["Ph.D. in Computer Science, ETH Zürich, 2009", "M.Sc. in Physics, TU Wien, 2004", "Master of Science in Law, Yale, 1999"]
)
def test_a_degree_is_no_reference(line: str) -> None:
    titles = [paper.title for paper in pc.parse(CURRICULUM.replace("Ph.D. in Computer Science, ETH Zürich, 2009", line))]
    assert len(titles) == 3


def test_a_page_that_is_a_year_is_the_year_where_nothing_else_is() -> None:
    text = "Sorokin, A. Improved error correction. Physical Review E 39(3), {}."
    assert [pc.parse(text.format(end))[0].year for end in ("2022", "12-20, 2022")] == [2022, 2022]


CITED = (
    'Vaswani, Ashish, et al. "Attention is all you need." Advances in neural information processing systems 30 (2017).',
    (
        "Vaswani, A., Shazeer, N., Parmar, N., & Uszkoreit, J. (2017). Attention is all you need. Advances in neural information "
        "processing systems, 30."
    ),
    (
        'Vaswani, Ashish, Noam Shazeer, Niki Parmar, and Jakob Uszkoreit. "Attention is all you need." Advances in neural information '
        "processing systems 30 (2017)."
    ),
    "Vaswani A, Shazeer N, Parmar N, Uszkoreit J. Attention is all you need. Advances in neural information processing systems. 2017;30.",
)


@pytest.mark.parametrize("behind", ["\t", ": ", "\n", "  "])
def test_the_names_of_styles_are_no_authors(behind: str) -> None:
    text = "\n".join(f"{style}{behind}{cited}" for style, cited in zip(("MLA", "APA", "Chicago", "Vancouver"), CITED, strict=True))
    cat = pc.parse(text)
    assert [paper.title for paper in cat] == ["Attention is all you need"] * 4
    assert [paper.authors[0].family for paper in cat] == ["Vaswani"] * 4
    (one,) = cat.dedup()
    assert [author.given for author in one.authors] == ["Ashish", "Noam", "Niki", "Jakob"]


DOUBTFUL = (
    "Deep learning. LeCun, Bengio, Hinton. Nature",
    "Shannon: A mathematical theory of communication. Bell System Technical Journal 27",
    "Humans are capable of strategically deceptive behavior: behaving helpfully in most situations.",
    "Long short-term memory, Neural Computation, with Hochreiter, S., & Schmidhuber, J.",
    "Education: Ph.D. in Physics, University of California, Berkeley, 1978",
    STYLES["APA"][0],
)


@given(st.lists(st.sampled_from(DOUBTFUL), min_size=1, max_size=9))
def test_pieces_are_looked_at_no_longer_than_the_share_can_be_enough(lines: list[str]) -> None:
    page = Document("r.txt", "\n\n".join(lines))
    found = pieces(page, lay_out(page))
    share = sum(is_reference(page, piece) for piece in found) / len(found)
    assert _like(page, found) == (share if share > _SURE else 0.0)


DEVLIN = (
    "Devlin, J., Chang, M.-W., Lee, K., & Toutanova, K. (2019). BERT: Pre-training of deep bidirectional transformers. "
    "NAACL-HLT, 4171–4186."
)
BROWN = "Brown, T., Mann, B., & Ryder, N. (2020). Language models are few-shot learners. NeurIPS 33, 1877–1901."


@pytest.mark.parametrize("lead", ["Also these:", "And one that I have not read yet:", "From the mail of Tuesday:"])
def test_words_with_a_colon_above_a_reference_are_none_of_its_title(lead: str) -> None:
    cat = pc.parse(f"{lead}\n{DEVLIN}\n{lead}\n{BROWN}\n", format="references")
    assert [paper.title for paper in cat] == [
        "BERT: Pre-training of deep bidirectional transformers",
        "Language models are few-shot learners",
    ]
    assert [issue.raw for issue in cat.issues if issue.code == "heading"] == [lead, lead]


def test_a_title_that_was_broken_behind_a_colon_stays_whole() -> None:
    text = f"{BROWN}\n{DEVLIN}\n".replace("BERT: ", "BERT:\n")
    assert pc.parse(text, format="references")[1].title == "BERT: Pre-training of deep bidirectional transformers"


def test_the_penalties_of_natbib_say_nothing() -> None:
    text = (
        '\\begin{thebibliography}{1}\n\\bibitem[Hochreiter(1997)]{lstm}\nSepp Hochreiter and J{\\"u}rgen Schmidhuber.\n'
        "\\newblock Long short-term memory.\n\\newblock \\emph{Neural computation}, 9\\penalty0 (8):\\penalty0 1735--1780, 1997.\n"
        "\\end{thebibliography}\n"
    )
    (paper,) = pc.parse(text)
    assert (paper.venue, paper.volume, paper.issue, paper.pages) == ("Neural computation", "9", "8", "1735--1780")
