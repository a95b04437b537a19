"""What is quick in making a view gives what the slow and obvious way gives."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from papercat.dedup import kinds, places, titles, view
from papercat.text.fold import fold, fold_last, fold_once, to_ascii

# Each way to match a pattern of kinds by itself: `authors response` at the end, `vol 85 pg 553 2010` anywhere.
LETTERS = "abcdefghijklmnopqrstuvwxyz 0123456789"
ENDS = st.sampled_from(["", "insulin "]), st.sampled_from(["", " insulin"])
TITLES = st.one_of([st.from_regex(pattern, alphabet=LETTERS) for _, pattern in kinds.KINDS])


def slow_kind(title: str) -> str:
    folded = re.sub(r" [12]$", "", fold(title))
    return next((kind for kind, pattern in kinds.KINDS if pattern.search(folded)), "")


@settings(max_examples=1000)
@given(ENDS[0], TITLES, ENDS[1])
def test_no_kind_is_overlooked(before: str, title: str, after: str) -> None:
    title = before + title + after
    assume(fold(title) != "re")  # of nothing
    assert kinds.kind_of_title(title) == slow_kind(title)


@pytest.mark.parametrize(
    "title",
    [
        "Insulin in children: authors' response",
        "Discovery of insulin (vol 85, pg 553, 2010)",
        "Proinsulin, pp. 120 US$ 30",
        "Retraction notice: insulin",
        "Re: insulin",
        "Correction of myopia in children",
        "Response to stress in rats",
        "Insulin and its replacement",
    ],
)
def test_kinds_of_real_titles(title: str) -> None:
    assert kinds.kind_of_title(title) == slow_kind(title)


@given(st.text(alphabet="0123456789-", max_size=14))
def test_pages_of_digits(pages: str) -> None:
    # a blank before them is no fast way
    assert places.pages_of(pages) == places.pages_of(f" {pages}")


@pytest.mark.parametrize("pages", ["1-2", "0012-18", "12-12", "123-31", "1-2-3", "12-", "-5", "٣-٤", "²-³", "000-0", "123456789-1", "5"])
def test_pages_as_they_are_met(pages: str) -> None:
    assert places.pages_of(pages) == places.pages_of(f" {pages}")


@given(
    st.lists(st.sampled_from("editorial editor s notes comments book review reviews from the editors 7".split()), max_size=8).map(" ".join)
)
def test_columns(title: str) -> None:
    whole = re.compile(f"{titles.COLUMN.pattern}|{titles.COLUMN_END.pattern}")
    assert titles.without_column(title) == whole.sub("", title)


@given(st.text() | st.text(alphabet="aZ9 .-İKéß模\ud800", max_size=30))
def test_a_text_is_folded_as_letter_by_letter(text: str) -> None:
    slow = "".join(char.lower() if char.isalnum() else " " for char in to_ascii(text))
    assert fold(text) == fold_once(text) == fold_last(text) == " ".join(slow.split())


@given(st.text(alphabet="aZ9 .-<>İKéß模", min_size=0, max_size=200))
def test_an_abstract_is_reduced_as_letter_by_letter(text: str) -> None:
    plain = re.sub(r"</?[A-Za-z]{1,6}/?>", "", text)
    letters = "".join(char for char in plain.lower() if char.isascii() and char.isalnum())
    if len(letters) < len(plain) // 2:
        letters = fold(plain).replace(" ", "")
    head, tail, _ = view.ends(text)
    assert (head, tail) == ((letters[:60], letters[-60:]) if len(letters) >= 80 else ("", ""))
