"""Headers of many exporters and languages; types; and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.readers.record import ROLES
from papercat.readers.table import labels
from papercat.readers.table.columns import is_header
from papercat.readers.table.labels import FAMILY, FULL_NAMES, GIVEN, NAME, NOTES, read_label, read_labels, read_type


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Title", "title"), ("PAPER_TITLE", "title"), ("Document Title", "title"), ("\ufeffTitle*", "title"), ("?Title", "title"),
        ("Titel", "title"), ("Titre de l'article", "title"), ("Título", "title"), ("Titolo", "title"), ("Tytuł", "title"),
        ("Название", "title"), ("标题", "title"), ("題名", "title"), ("제목", "title"), ("Title (English)", "title"), ("dc.title", "title"),
        ("Author(s)", "authors"), ("Author/s", "authors"), ("Autor:innen", "authors"), ("著者", "authors"), ("Autores", "authors"),
        ("Author full names", FULL_NAMES), ("First Author", "short-author"), ("Surname", FAMILY), ("Vorname", GIVEN), ("Name", NAME),
        ("Lead Authors", "authors"),
        ("Abstract Note", "abstract"), ("Zusammenfassung", "abstract"), ("Résumé", "abstract"), ("摘要", "abstract"),
        ("PubYear", "year"), ("Publication Year", "year"), ("Erscheinungsjahr", "year"), ("Año", "year"), ("год", "year"), ("年份", "year"),
        ("Source title", "venue"), ("Journal/Book", "venue"), ("Zeitschrift", "venue"), ("期刊", "venue"),
        ("عنوان البحث", "title"), ("اسم التدريسي", "authors"), ("المجلة", "venue"), ("سنة النشر", "year"), ("نویسندگان", "authors"),
        ("DOI", "doi"), ("Item DOI", "doi"), ("arXiv ID", "arxiv"), ("eprint", "arxiv"), ("Page start", "first-page"),
        ("EndPage", "last-page"),
        ("Art. No.", "pages"), ("Author Keywords", "keywords"), ("Schlagwörter", "keywords"), ("Extra", NOTES), ("Item Type", "type"),
        # nobody knows these, and what they hold is kept under them
        ("Authors with affiliations", ""), ("Authors (Raw Affiliation)", ""), ("Author(s) ID", ""), ("Author count", ""), ("Title2", ""),
        ("TL;DR", ""), ("a|b", ""), ("Cited by", ""), ("PMID", ""), ("ISSN", ""), ("", ""), ("x" * 500, ""), ("Year 2000", ""),
    ],
)  # fmt: skip
def test_labels(label: str, role: str) -> None:
    assert read_label(label).role == role


def test_columns_that_are_counted() -> None:
    assert [read_label(text).number for text in ("Author 1", "author_12", "Author 2 Last Name", "Author")] == [1, 12, 2, None]


def test_the_tags_of_web_of_science_count_only_among_themselves() -> None:
    assert [label.role for label in read_labels(["AU", "TI", "AB", "UT"])] == ["authors", "title", "abstract", ""]
    assert [label.role for label in read_labels(["AU", "City", "Price", "UT"])] == ["", "", "", ""]


@pytest.mark.parametrize(
    ("texts", "is_one"),
    [
        (["Authors", "Title", "EID"], True),
        (["Titel", "Jahr"], True),
        (["Title", "Owner", "Price"], False),
        (["Year", "Volume", "Pages"], False),
        (["Title"], False),
        (["Title", "Title", "Title", "Year"], False),
        (["Abstract", "We show that language models that are trained to be helpful can be made harmful by a few examples.", "Year"], False),
    ],
)
def test_headers(texts: list[str], is_one: bool) -> None:  # noqa: FBT001
    assert is_header(texts) == is_one


def test_every_role_is_known() -> None:
    own = {FULL_NAMES, GIVEN, FAMILY, NAME, NOTES}
    assert {label.role for label in labels._labels().values()} <= ROLES | own  # noqa: SLF001  the table is what is tested


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Article", ("article", 0)),
        ("Conference Publication", ("inproceedings", 0)),
        ("Review", ("article", 1)),
        ("Buchkapitel", ("incollection", 0)),
    ],
)
def test_types(text: str, kind: tuple[str, int]) -> None:
    assert tuple(read_type(text)[:2]) == kind
    assert not read_type("Long").role


@given(st.text())
def test_any_text_is_a_label_or_none(text: str) -> None:
    assert read_label(text).role in ROLES | {FULL_NAMES, GIVEN, FAMILY, NAME, NOTES, ""}
