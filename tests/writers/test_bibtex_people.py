"""Names are written so that bibtex, biber and papercat cut them as they are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import Author
from papercat.names import parse_bibtex_list
from papercat.writers.bibtex.people import people, person
from papercat.writers.bibtex.spelling import speller
from papercat.writers.bibtex.titles import CLOSE, OPEN

NAMES = [
    (Author(family="hooks", given="bell"), "{hooks}, bell"),
    (Author(family="al-Khwārizmī", given="Muḥammad"), "{al-Khwārizmī}, Muḥammad"),
    (Author(family="Żyła-Hoppe", given="Marzena"), "{Żyła-Hoppe}, Marzena"),
    (Author(family="Ortega y Gasset", given="José"), "{Ortega y Gasset}, José"),
    (Author(family="Souza e Silva", particle="de", given="Rául"), "de {Souza e Silva}, Rául"),
    (Author(family="Alembert", particle="d'", given="Jean"), "d'Alembert, Jean"),
    (Author(family="Hooft", particle="'t", given="Gerard"), "'t Hooft, Gerard"),
    (Author(family="And", given="Metin"), "{And}, Metin"),
    (Author(family="Smith", given="And"), "Smith, {And}"),
    (Author(family="King", suffix="Jr.", given="Martin Luther"), "King, Jr., Martin Luther"),
    (Author(family="A, B", given="C, D"), "{A, B}, {C, D}"),
    (Author(literal="{curly} & Sons"), r"{\{curly\} \& Sons}"),
    (Author(family="Foo", given=r"\write18"), r"Foo, \textbackslash{}write18"),
    (Author(family="$x", given="y$"), r"{\$x}, y\$"),
]


@pytest.mark.parametrize(("author", "written"), NAMES, ids=[str(author) for author, _ in NAMES])
def test_a_name_is_written(author: Author, written: str) -> None:
    spell = speller("unicode").text
    assert people([author], spell) == written
    perez = Author(family="Perez", given="Ethan")
    assert people([perez, author, perez], spell) == f"Perez, Ethan and {written} and Perez, Ethan"


def test_many_names_are_cut_where_it_is_asked() -> None:
    crowd = [Author(family=f"N{'a' * number}", given="A") for number in range(1, 6)]
    assert people(crowd, str, 2) == "Na, A and Naa, A and others"
    assert people(crowd, str, 5) == people(crowd, str)


NAME = (
    st.text("aAbÉŁé王 .'-and,{", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(lambda text: text.strip(" .,'-{"))
)


@given(st.lists(st.builds(Author, family=NAME, given=NAME | st.none()), max_size=5))
def test_names_at_a_glance_are_those_written_with_care(authors: list[Author]) -> None:
    slow = " and ".join(person(author) for author in authors).replace(OPEN, "{").replace(CLOSE, "}")
    assert people(authors, str) == slow


LETTERS = st.text("aAbÉŁé王 and", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(st.builds(Author, family=LETTERS, given=LETTERS), min_size=1, max_size=4))
def test_names_come_back(authors: list[Author]) -> None:
    found = parse_bibtex_list(people(authors, str)).names
    plain = [tuple((part or "").replace("{", "").replace("}", "") for part in name[:2]) for name in found]
    assert plain == [(author.family, author.given) for author in authors]
