"""Lists with nothing between their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names import parse_names
from papercat.names.unparted import unparted

LISTS = [
    # blanks within the names, none between them
    ("Przyklenk K.Kloner R. A.", ["Przyklenk, K.", "Kloner, R. A."]),
    ("Tan A.Schulze A.O'Donnell C. P.Davis P. G.", ["Tan, A.", "Schulze, A.", "O'Donnell, C. P.", "Davis, P. G."]),
    ("Kennedy D. N.Lange N.Caviness Jr V. S.", ["Kennedy, D. N.", "Lange, N.", "Caviness, V. S., Jr"]),
    # no blank at all
    ("JimenezF.NicoliniH.", ["Jimenez, F.", "Nicolini, H."]),
    ("GardenD.L.KempN.BashirZ.I.", ["Garden, D.L.", "Kemp, N.", "Bashir, Z.I."]),
    ("BaleT.L.", ["Bale, T.L."]),
    ("WuY.OhJ.KuS.M.", ["Wu, Y.", "Oh, J.", "Ku, S.M."]),
    ("van KammenD.P.de la TorreJ.C.", ["van Kammen, D.P.", "de la Torre, J.C."]),
    ("MarchJ.G.Shapira-LishchinskyO.Te'eniD.", ["March, J.G.", "Shapira-Lishchinsky, O.", "Te'eni, D."]),
    ("KulikG.I.Korol'V.I.IvanovYu.A.", ["Kulik, G.I.", "Korol', V.I.", "Ivanov, Yu.A."]),
    ("WeissG.B.HURWITZL.", ["Weiss, G.B.", "HURWITZ, L."]),
    ("SchmidtH.Jr.MoakS.J.SniderT.G.III", ["Schmidt, H., Jr.", "Moak, S.J.", "Snider, T.G., III"]),
    # some blanks
    ("JimenezF. Nicolini H.", ["Jimenez, F.", "Nicolini, H."]),
    ("JimenezF. NicoliniH.", ["Jimenez, F.", "Nicolini, H."]),
    # not only people, the end cut off, a stop too many
    (
        "Saykin A. J.Shen L.Yao X.Alzheimer's Disease Neuroimaging Initiative",
        ["Saykin, A. J.", "Shen, L.", "Yao, X.", "= Alzheimer's Disease Neuroimaging Initiative"],
    ),
    ("HuangS.M.BisognoT.TrevisaniM.DiMarzoV", ["Huang, S.M.", "Bisogno, T.", "Trevisani, M.", "DiMarzo, V"]),
    ("CunnionR.E..RobertsW.C.", ["Cunnion, R.E.", "Roberts, W.C."]),
    ("VygotskyL.S.Łukasiewicz J.ŽižekS.", ["Vygotsky, L.S.", "Łukasiewicz, J.", "Žižek, S."]),
]
OTHERS = [
    "Ashish Vaswani",
    "Hubert L.Dreyfus",
    "Hubert L.Dreyfus Stuart E.Dreyfus",
    "J.Smith",
    "J. K.Rowling",
    "G.E.Hinton",
    "Hinton G.E.",
    "Tan A., Schulze A.",
    "Tan A.; Schulze A.",
    "Tan A. and Schulze A.",
    "Tan A. Schulze A.",
    "VanElzakker M. B.",
    "McDonald A.",
    "Przyklenk K",
    "Martin Luther King Jr.",
    "Samuel L. Jackson Jr.",
    "U.S.A.",
    "I.E.E.E.",
    "IEEE.",
    "Apple Inc.Google Inc.",
    "St.John",
    "Ph.D.",
    "et al.",
    ".",
    "",
    "Donald E. Knuth Edsger W. Dijkstra C. A. R. Hoare",
    "Donald E.Knuth Edsger W.Dijkstra Charles A.Hoare Alan M.Turing",
    "J.-P. Serre",
    "Nature Publ.Group",
    "Inst.of Physics",
    "ABRAHAM LINCOLN",
    "P.A.M.Dirac",
    "Andy SmithTom Weber",
]


def written(text: str) -> list[str]:
    return [
        f"= {name.literal}"
        if name.literal
        else ", ".join(filter(None, [" ".join(filter(None, [name.particle, name.family])), name.given, name.suffix]))
        for name in parse_names(text).names
    ]


@pytest.mark.parametrize(("text", "names"), LISTS, ids=[text for text, _ in LISTS])
def test_names_are_parted_where_an_initial_ends(text: str, names: list[str]) -> None:
    assert written(text) == names


@pytest.mark.parametrize("text", OTHERS)
def test_other_lists_are_left_alone(text: str) -> None:
    assert unparted(text) == ()


def test_a_list_is_told_from_its_words_and_et_al_is_kept() -> None:
    found = parse_names("Przyklenk K.Kloner R. A. et al.")
    assert (len(found.names), found.others, found.notes, found.order) == (2, "et al.", ("nothing stands between the names",), "block")


FAMILIES = st.sampled_from("Przyklenk Kloner O'Donnell Wu Li Łukasiewicz Papadopoulou-Daifotis MacDonald Åström".split())
INITIALS = st.lists(st.sampled_from("ADFKMNRSŽ"), min_size=1, max_size=3).map(lambda letters: "".join(f"{letter}." for letter in letters))


@given(st.lists(st.tuples(FAMILIES, INITIALS), min_size=2, max_size=12), st.sampled_from([("", ""), ("", " "), (" ", "")]))
def test_what_was_put_together_is_taken_apart(names: list[tuple[str, str]], blanks: tuple[str, str]) -> None:
    within, between = blanks
    found = unparted(between.join(f"{family}{within}{initials}" for family, initials in names))
    assert [(name.family, name.given) for name in found] == names


@given(st.text(alphabet="aBé.' -Jr") | st.text())
def test_nothing_is_lost_whatever_the_text(text: str) -> None:
    found = unparted(text)
    letters = sorted(char for name in found for part in name[:5] if part for char in part if char.isalpha())
    assert not found or letters == sorted(char for char in text if char.isalpha())


def test_long_lists_take_no_longer_than_their_length() -> None:
    assert len(unparted("WuY." * 20_000)) == 20_000
    for hostile in ("a" * 100_000 + "A.", "A." * 50_000 + "aa", "aA" * 50_000 + ".", "aB. " * 25_000 + "!", "a. " * 30_000 + "aB."):
        unparted(hostile)
