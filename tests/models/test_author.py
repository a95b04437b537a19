"""What a name can be, and how it is written."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from papercat import Author

PARTS = ("family", "given", "particle", "suffix", "literal", "orcid")
GOOD: list[tuple[dict[str, str], str, str]] = [
    ({"family": "Perez", "given": "Ethan"}, "Ethan Perez", "Perez, Ethan"),
    ({"family": "Shyamolima"}, "Shyamolima", "Shyamolima"),
    ({"family": "Beethoven", "given": "Ludwig", "particle": "van"}, "Ludwig van Beethoven", "van Beethoven, Ludwig"),
    ({"family": "King", "given": "Martin Luther", "suffix": "Jr."}, "Martin Luther King Jr.", "King, Jr., Martin Luther"),
    ({"family": "Lukošiūtė", "given": "Kamilė"}, "Kamilė Lukošiūtė", "Lukošiūtė, Kamilė"),
    ({"literal": "ATLAS Collaboration"}, "ATLAS Collaboration", "ATLAS Collaboration"),
    ({"literal": "Barnes and Noble, Inc."}, "Barnes and Noble, Inc.", "Barnes and Noble, Inc."),
    ({"family": "Null", "given": "Jan"}, "Jan Null", "Null, Jan"),
    ({"family": "O'Hara", "given": "Clare"}, "Clare O'Hara", "O'Hara, Clare"),
    ({"family": "王", "given": "伟"}, "伟 王", "王, 伟"),
]
BAD: list[tuple[str, dict[str, Any]]] = [
    ("nothing at all", {}),
    ("no family", {"given": "Ethan"}),
    ("a suffix alone", {"suffix": "Jr."}),
    ("family and literal", {"family": "Perez", "literal": "Perez, Ethan"}),
    ("literal with a given name", {"literal": "OpenAI", "given": "Sam"}),
    ("literal with a particle", {"literal": "OpenAI", "particle": "van"}),
    ("literal with a suffix", {"literal": "OpenAI", "suffix": "Inc."}),
    ("empty family", {"family": ""}),
    ("blank family", {"family": " \u00a0"}),
    ("blank given", {"family": "Perez", "given": " "}),
    ("empty literal", {"literal": ""}),
    ("blank particle", {"family": "Perez", "particle": " "}),
    ("line break", {"family": "Perez\nRinger"}),
    ("tab", {"family": "Perez", "given": "Ethan\t"}),
    ("null character", {"family": "Perez\x00"}),
    ("control character of the upper half", {"family": "Å\x85berg"}),
    ("decomposed family", {"family": "Lukos\u030ciu\u0304te\u0307"}),
    ("decomposed given", {"family": "Lukošiūtė", "given": "Kamile\u0307"}),
    ("decomposed literal", {"literal": "Socie\u0301te\u0301 ge\u0301ne\u0301rale"}),
    ("Angstrom sign, which NFC replaces", {"family": "\u212bberg"}),
    ("lone surrogate", {"family": "Perez\ud800"}),
    ("not text", {"family": 7}),
    ("an iD with a wrong check sign", {"family": "Carberry", "orcid": "0000-0002-1825-0098"}),
    ("an iD outside ORCID's blocks, of an institution", {"family": "Carberry", "orcid": "0000-0001-2103-2683"}),
    ("an iD as an address", {"family": "Carberry", "orcid": "https://orcid.org/0000-0002-1825-0097"}),
    ("an iD without dashes", {"family": "Carberry", "orcid": "0000000218250097"}),
    ("an iD with a small check sign", {"family": "Carberry", "orcid": "0000-0002-1694-233x"}),
    ("an iD and a line break", {"family": "Carberry", "orcid": "0000-0002-1825-0097\n"}),
    ("an empty iD", {"family": "Carberry", "orcid": ""}),
    ("an iD alone", {"orcid": "0000-0002-1825-0097"}),
]


@pytest.mark.parametrize(("parts", "natural", "inverted"), GOOD, ids=[natural for _, natural, _ in GOOD])
def test_a_name_is_written_in_both_orders(parts: dict[str, str], natural: str, inverted: str) -> None:
    author = Author(**parts)
    assert (str(author), author.inverted) == (natural, inverted)


@pytest.mark.parametrize("parts", [parts for _, parts in BAD], ids=[name for name, _ in BAD])
def test_what_cannot_be_a_name_is_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Author(**parts)


def test_a_part_that_there_is_not_is_refused() -> None:
    with pytest.raises((TypeError, ValidationError)):
        Author(family="Perez", middle="E.")  # type: ignore[call-arg]


@given(st.from_type(Author))
def test_a_name_says_nothing_of_what_it_lacks(author: Author) -> None:
    for text in (str(author), author.inverted):
        assert text == text.strip()
        assert ("None" in text) == ("None" in f"{author.family or author.literal}{author.given or ''}")
        assert (author.family or author.literal or "") in text


@given(st.from_type(Author))
def test_equal_names_are_equal(author: Author) -> None:
    twin = Author(**{name: getattr(author, name) for name in PARTS})
    assert twin == author
    assert hash(twin) == hash(author)
    assert len({twin, author}) == 1


@given(st.from_type(Author))
def test_an_author_is_what_it_shows(author: Author) -> None:
    assert eval(repr(author), {"Author": Author}) == author  # noqa: S307  its own text
    assert ("orcid" in repr(author)) == (author.orcid is not None)


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "0000-0002-1694-233X", "0009-0000-0000-0009"])
@pytest.mark.parametrize("name", [{"family": "Carberry", "given": "Josiah"}, {"literal": "Mausam"}], ids=["name", "literal"])
def test_an_id_is_a_part_of_an_author_and_none_of_the_name(name: dict[str, str], orcid: str) -> None:
    author, plain = Author(**name, orcid=orcid), Author(**name)
    assert author.orcid == orcid
    assert (str(author), author.inverted) == (str(plain), plain.inverted)
    # two records of one paper that differ in an iD are two: a set of them must not lose the one that says more
    assert author != plain
    assert len({author, plain}) == 2
    assert author.bare == plain
    assert hash(author.bare) == hash(plain)
    assert plain.bare is plain
