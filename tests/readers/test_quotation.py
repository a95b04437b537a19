"""Mail that was passed on: what it quotes is read as if the signs were not there."""

from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.quotation import without_quotes
from papercat.text.document import Document

RIS = "TY  - JOUR\nTI  - Sleeper Agents\nAU  - Hubinger, Evan\nPY  - 2024\nER  - \n"
LISTED = "Sleeper Agents\nEvan Hubinger, Carson Denison\nNeurIPS 2024\n\nConstitutional AI\nYuntao Bai, Meg Tong\nNeurIPS 2022\n"


def quoted(text: str, sign: str = "> ") -> str:
    return "".join(f"{sign}{line}\n" for line in text.splitlines())


def test_what_a_mail_quotes_is_read_as_it_was() -> None:
    for text in (RIS, LISTED):
        for sign in ("> ", ">", ">> ", "> > "):
            plain, passed_on = pc.parse(text), pc.parse(quoted(text, sign))
            assert [(one.title, one.authors, one.year) for one in passed_on] == [(one.title, one.authors, one.year) for one in plain]
            assert not passed_on.receipt().unread


def test_lines_keep_their_numbers() -> None:
    assert pc.parse(quoted(RIS))[0].sources[0].line == pc.parse(RIS)[0].sources[0].line


def test_a_quotation_among_other_lines_stays() -> None:
    page = "# Papers\n\n> A note of mine\n\n[Sleeper Agents](https://arxiv.org/abs/2401.05566)\nEvan Hubinger\n"
    assert without_quotes(Document("a", page)).text == page


@given(st.text(alphabet="> \t\r\nab\u00a0"))
def test_every_character_keeps_its_place(text: str) -> None:
    shown = without_quotes(Document("a", text)).text
    assert len(shown) == len(text)
    assert [sign for sign in shown if sign in "ab"] == [sign for sign in text if sign in "ab"]
