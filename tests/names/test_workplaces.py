"""Places of work, and the countries where they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names.countries import is_country
from papercat.names.workplaces import kind_of_word, placeness

# Places as affiliations name them, in the languages of the table.
PLACES = (
    "Purdue University",
    "The University of Edinburgh",
    "Mila – Quebec AI Institute",
    "Department of Computer Science and Engineering",
    "Dept. of Comput. Sci., Hamburg Univ., Germany",
    "School of Informatics, University of Edinburgh, 10 Crichton Street, Edinburgh EH8 9AB, UK",
    "Department of Neurology, Emory University School of Medicine, Atlanta, GA (D.C.H.).",
    "Dana-Farber Cancer Institute, Boston, Massachusetts, USA. Electronic address: name@example.org.",
    "Novartis Pharma AG, Basel, Switzerland",
    "Adobe Systems, Inc.",
    "Ludwig-Maximilians-Universität München",
    "Institut für Maschinelle Sprachverarbeitung",
    "Universitätsklinikum Hamburg-Eppendorf",
    "École polytechnique fédérale de Lausanne, Suisse",
    "Université de Montpellier",
    "CNRS - UMR 7313, Marseille, France",
    "Universidad Politécnica de Madrid",
    "Facultad de Ingeniería, Universidad de Buenos Aires",
    "Universidade Federal do Rio Grande do Sul",
    "Dipartimento di Informatica, Università degli Studi di Milano",
    "Katholieke Universiteit Leuven",
    "Københavns Universitet",
    "Kungliga Tekniska högskolan",
    "Helsingin yliopisto",
    "Univerzita Karlova v Praze",
    "Uniwersytet Jagielloński w Krakowie",
    "Sveučilište u Zagrebu",
    "Budapesti Műszaki és Gazdaságtudományi Egyetem",
    "Boğaziçi Üniversitesi",
    "Казанский федеральный университет",
    "Институт языкознания РАН",
    "Εθνικό Μετσόβιο Πολυτεχνείο",
    "جامعة القاهرة",
    "دانشگاه تهران",
    "清华大学",
    "東京大学大学院情報理工学系研究科",
    "한국과학기술원",
)
# Titles of papers and of talks, venues, people, and prose, which have the same words.
OTHERS = (
    "",
    "University",
    "Attention Is All You Need",
    "University Rankings as Seen by Students",
    "How a University Teaches",
    "The University of Edinburgh's Submissions to the WMT19 News Translation Task",
    "Tencent AI Lab - Shanghai Jiao Tong University Low-Resource Translation System for the WMT22 Translation Task",
    "Exploring the Research Landscape of Pakistan: A Data-driven Analysis of Scopus Indexed Scholarly Output",
    "Air Pollution and Hospital Admissions in Beijing, China",
    "The Institute for Advanced Study: a history",
    "Oxford University Press",
    "Proceedings of the National Academy of Sciences",
    "PhD thesis, California Institute of Technology",
    "Dai Dai",
    "Wei Chu, Rufeng Dai",
    "The Department of Physics hosts colloquia every semester",
    "秋田大学における造岩鉱物化学組成分析",
    "Institute for",
)


@pytest.mark.parametrize("text", PLACES)
def test_places_of_work_are_told(text: str) -> None:
    assert placeness(text) > 0


@pytest.mark.parametrize("text", [text for text in OTHERS if text != "University"])
def test_what_has_their_words_is_none(text: str) -> None:
    assert placeness(text) <= 0


@pytest.mark.parametrize("text", ["Eastman Kodak Co", "Reserve Bank of Zimbabwe", "Google", "National Research Council Canada"])
@pytest.mark.xfail(reason="places that no word tells, or one that titles have as well", strict=True)
def test_places_without_a_word_of_places_are_not_told(text: str) -> None:
    assert placeness(text) > 0


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("UNIVERSITY", "institution"),
        ("Ecole", "unit"),
        ("Universitätsbibliothek", "abroad"),
        ("universitet", "small"),
        ("university", ""),
        ("Labor", ""),
        ("", ""),
        ("\ud800", ""),
    ],
)
def test_kinds_of_words(word: str, kind: str) -> None:
    assert kind_of_word(word) == kind


@pytest.mark.parametrize(
    "name",
    ["USA", "u.s.a.", " United  Kingdom", "P.R. China", "Deutschland", "ESPAÑA", "Côte d'Ivoire", "Nouvelle-Calédonie", "대한민국", "中国"],
)
def test_countries(name: str) -> None:
    assert is_country(name)


@pytest.mark.parametrize("name", ["", "California", "Paris", "Chinas", "a", "\ud800", "CA"])
def test_what_is_no_country(name: str) -> None:
    assert not is_country(name)


@given(st.text(), st.sampled_from(PLACES))
def test_any_text_is_weighed(text: str, place: str) -> None:
    for one in (text, f"{place}{text}", f"{text} {place}"):
        assert isinstance(placeness(one), float)
        assert placeness(f"  {one} ") == placeness(one) or len(one) > 290
        is_country(one)
