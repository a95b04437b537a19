"""What the lines of a page are before anyone asks what they say: furniture, list numbers, wraps."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.readers.layout import Layout, ends_sentence, find_furniture, lay_out
from papercat.text.document import Document
from papercat.text.lines import split_lines

AI = (
    "As AI systems become more capable, we would like to enlist their help to supervise other AIs. We experiment with methods for "
    "training a harmless AI assistant through self-improvement, without any human labels identifying harmful outputs. The only "
    "human oversight is provided through a list of rules or principles, and so we refer to the method as ‘Constitutional AI’."
)


def page(text: str) -> Layout:
    return lay_out(Document("page.txt", text))


def furniture(text: str) -> list[str]:
    return [text[start:end] for start, end in page(text).furniture]


NUMBERS: list[tuple[str, str, list[str]]] = [
    ("a number and a dot", "1. A\n2. B\n3. C", ["A", "B", "C"]),
    ("from zero", "0. A\n1. B", ["A", "B"]),
    ("in brackets", "[1] A\n[2] B", ["A", "B"]),
    ("in parentheses", "(1) A\n(2) B", ["A", "B"]),
    ("one parenthesis", "1) A\n2) B", ["A", "B"]),
    ("lines between", "1. A\nx\ny\n2. B\nz", ["A", "x", "y", "B", "z"]),
    ("up to hundreds", "\n".join(f"{i}. A" for i in range(1, 120)), ["A"] * 119),
]
NO_NUMBERS: list[tuple[str, str]] = [
    ("one alone", "1. Hidden Markov models\nare popular"),
    ("not from one", "7. A\n8. B"),
    ("not in order", "1. A\n3. B"),
    ("no blank behind", "1.A\n2.B"),
    ("years", "2021. A\n2022. B"),
    ("decimals", "1.5 A\n2.5 B"),
    ("numbers alone are no list", "A 1.\nB 2."),
]


@pytest.mark.parametrize(("text", "rows"), [pytest.param(*case[1:], id=case[0]) for case in NUMBERS])
def test_list_numbers_that_count_up_are_taken_off(text: str, rows: list[str]) -> None:
    found = page(text).rows
    assert [row.text for row in found] == rows
    for row in found:
        assert text[row.place.start : row.place.end] == row.text
        assert row.number is None or row.number.end == row.place.start


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NO_NUMBERS])
def test_other_numbers_are_text(text: str) -> None:
    assert not any(row.number for row in page(text).rows)


@pytest.mark.xfail(strict=True, reason="a number that counts on from the list's is taken for its next, whatever it stands in")
def test_a_number_within_an_abstract_does_not_break_the_list() -> None:
    rows = page("1. A\nWe do\n2. things\n2. B\n3. C").rows
    assert [row.text for row in rows if row.number] == ["A", "B", "C"]


FURNITURE: list[tuple[str, str, list[str]]] = [
    ("a page number before a page break", "A\n12\n\fB", ["12"]),
    ("a page number among blank lines", "A\n\n\n12\n\n\nB", ["12"]),
    ("a title that is a number", "A\n1984\nB", []),
    ("between dashes", "A\n- 12 -\nB", ["- 12 -"]),
    ("page n", "A\nPage 3\nB", ["Page 3"]),
    ("n of m", "A\nPage 3 of 12\nB", ["Page 3 of 12"]),
    ("n/m", "A\n3/12\nB", ["3/12"]),
    ("a running head", "A\nB\nHead 1\n1\n\fC\nD\nHead 2\n2\n\fE\nF", ["Head 1", "1", "Head 2", "2"]),
    ("a proceedings' foot", "A\nB\nProceedings of ACL 2020\n7\nC", ["Proceedings of ACL 2020", "7"]),
    ("what a browser prints below", "A\nhttps://arxiv.org/list/cs/new   2/4\nB", ["https://arxiv.org/list/cs/new   2/4"]),
    ("and above", "A\n1\n\f12/03/2026, 10:41   arXiv\nB", ["1", "12/03/2026, 10:41   arXiv"]),
    ("an address", "A\nhttps://arxiv.org/list/cs/new\nB", []),
    ("when somebody wrote", "A\n12/03/2026, 10:41\nB", []),
    ("none", "A\nB\nC", []),
    ("a year in a line", "A 2020\nB", []),
    ("a long number", "A\n12345\nB", []),
    ("a repeated line away from numbers", "A\nEditorial\nB\nEditorial\nC", []),
    ("an id", "A\n2212.09251\nB", []),
]


@pytest.mark.parametrize(("text", "lines"), [pytest.param(*case[1:], id=case[0]) for case in FURNITURE])
def test_page_numbers_and_running_heads_are_furniture(text: str, lines: list[str]) -> None:
    assert furniture(text) == lines
    assert [row.text for row in page(text).rows] == [line.text for line in split_lines(text) if line.text not in lines]


def test_one_blank_line_sets_a_page_number_off() -> None:
    assert furniture("A\n\n12\n\nB") == ["12"]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_wrapped_text_is_known_by_its_full_lines(width: int) -> None:
    layout = page(textwrap.fill(f"{AI} {AI}", width))
    assert layout.is_wrapped
    assert all(row.wrapped for row in layout.rows[1:])


def test_paragraphs_begin_where_there_was_room() -> None:
    text = f"{textwrap.fill(AI, 60)}\nA short line\n{textwrap.fill(AI, 60)}"
    rows = page(text).rows
    assert [row.text for row in rows if not row.wrapped] == [rows[0].text, "A short line", rows[0].text]


@pytest.mark.parametrize("text", [AI, f"{AI}\n" * 10, "A\nB\nC\nD\nE\nF\nG", "Constitutional AI\n" * 3], ids=range(4))
def test_what_was_not_wrapped_is_not_taken_for_it(text: str) -> None:
    layout = page(text)
    assert not layout.is_wrapped
    assert not any(row.wrapped for row in layout.rows)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"], ids=ascii)
def test_blank_lines_are_seen_with_any_break(newline: str) -> None:
    rows = page(newline.join(["A", "B", "", "C", " ", "", "D"])).rows
    assert [row.after_blank for row in rows] == [False, False, True, True]


ENDS = ("so.", "so!", "so?", "so…", "so.”", "so.)", "so.’", "so.»", "so。", 'so."', "$x.$")
OPEN = ("", "so", "so,", "so;", "so:", "so.1", "e.g. so", "so…and", "5.3")


@pytest.mark.parametrize("text", ENDS)
def test_a_sentence_ends(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", OPEN)
def test_a_sentence_goes_on(text: str) -> None:
    assert not ends_sentence(text)


def test_the_dumps_are_not_wrapped_and_have_no_furniture(raw: Path) -> None:
    for name in ("askell-listing.txt", "abstracts-with-ids.txt"):
        layout = page((raw / name).read_text(encoding="utf-8"))
        assert (layout.is_wrapped, layout.furniture) == (False, [])
        assert not any(row.number for row in layout.rows)


@given(text=st.text(st.sampled_from("12. []()-ab\n\r\u2028\f \t")) | st.text())
def test_every_character_is_in_a_row_a_number_furniture_or_blank(text: str) -> None:
    layout = page(text)
    numbers = [row.number for row in layout.rows if row.number]
    places = sorted([*(row.place for row in layout.rows), *numbers, *layout.furniture])
    taken = [place for start, end in places for place in range(start, end)]
    assert len(taken) == len(set(taken))
    assert not "".join(char for place, char in enumerate(text) if place not in set(taken)).strip()


MAIL = """From: Reading group <group@example.org>
To: me@example.org
Subject: Re: papers for the reading group
Date: Mon, 3 Apr 2023 10:11:12 +0200

Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training
https://arxiv.org/abs/2401.05566

--
The reading group
Institut für Informatik
"""


def test_what_surrounds_a_mail_is_not_of_its_text() -> None:
    assert [MAIL[slice(*place)].split(maxsplit=1)[0] for place in find_furniture(MAIL)] == [
        "From:",
        "To:",
        "Subject:",
        "Date:",
        "--",
        "The",
        "Institut",
    ]


@pytest.mark.parametrize(
    "text",
    [
        MAIL.replace("group@", "group ").replace("Subject", "About"),
        MAIL.replace("Subject", "Topic"),
        "\n" + "Title: A\n" + MAIL,
        "Date: 2020\n",
    ],
)
def test_other_labels_are_no_header_of_a_mail(text: str) -> None:
    assert find_furniture(text) == []
