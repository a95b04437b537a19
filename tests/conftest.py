"""What several tests share: the user's dumps, read once, and arbitrary papers."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

import papercat as pc
from papercat.models import FrozenMap, Variant

# The same examples in each run, so that a failure is the change's and not the day's; a search for new ones is
# `pytest --hypothesis-profile=search`.
_PHASES = (Phase.explicit, Phase.generate, Phase.shrink)
settings.register_profile(
    "house", deadline=None, derandomize=True, max_examples=60, phases=_PHASES, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

RAW = Path(__file__).parents[1] / "data" / "raw"


@pytest.fixture(scope="session")
def raw() -> Path:
    """Name the folder of the user's dumps."""
    return RAW


@pytest.fixture(scope="session")
def seeds() -> pc.Catalog:
    """Read the user's dumps."""
    return pc.read(RAW)


@pytest.fixture(scope="session")
def one(seeds: pc.Catalog) -> pc.Catalog:
    """Join the two dumps."""
    return seeds.dedup()


def _is_seen(text: str) -> bool:
    return any(unicodedata.category(char)[0] not in "CZ" for char in text)


# One line with something in it, in NFC, as models accept; heavy in what TeX, BibTeX and HTML stumble over.
_LINES = (
    st.text(
        st.one_of(st.sampled_from(" \\{}$&%#_~^\"'@,=<>-éßŁ中and"), st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"])),
        min_size=1,
        max_size=40,
    )
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(_is_seen)
)
_MAYBE = st.none() | _LINES
# ORCID's own example, Josiah Carberry; Laure Haak; Sukumar Natarajan
_ORCIDS = st.sampled_from([None, None, "0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0001-5831-1678"])
_PEOPLE = st.builds(
    pc.Author,
    family=_LINES,
    given=_MAYBE,
    particle=st.sampled_from([None, "van der", "de la"]),
    suffix=st.sampled_from([None, "Jr."]),
    orcid=_ORCIDS,
)
_AUTHORS = _PEOPLE | st.builds(pc.Author, literal=_LINES, orcid=_ORCIDS)
_ARXIV = st.sampled_from(["2212.09251", "0704.0001", "1412.0007", "1501.00001", "hep-th/9711200", "math.GT/0309136"])
_DOIS = st.sampled_from(
    [
        "10.1109/cbms.2019.00091",
        "10.1016/s0140-6736(05)17705-4",
        "10.1214/10-sts328",
        "10.1002/(sici)1097-0258(19980815)17:15<1661::aid>3.0.co;2-2",
    ]
)
_SOURCES = st.builds(
    pc.Source,
    name=st.just("page.txt"),
    line=st.integers(1, 9),
    start=st.integers(0, 99),
    end=st.integers(100, 199),
    field=st.just("title"),
)
_EXTRA = st.dictionaries(st.sampled_from(["key", "school", "arxiv-version", "institution"]), _LINES, max_size=2).map(FrozenMap)
_TYPES = st.sampled_from(
    [
        None,
        "article",
        "book",
        "inproceedings",
        "incollection",
        "phdthesis",
        "mastersthesis",
        "techreport",
        "misc",
        "online",
    ]
)
_PAPERS = st.builds(
    pc.Paper,
    title=_MAYBE,
    authors=st.lists(_AUTHORS, max_size=3).map(tuple),
    abstract=_MAYBE,
    arxiv=st.none() | _ARXIV,
    doi=st.none() | _DOIS,
    year=st.none() | st.integers(1450, 2100),
    month=st.none() | st.integers(1, 12),
    venue=_MAYBE,
    volume=_MAYBE,
    issue=_MAYBE,
    pages=_MAYBE,
    publisher=_MAYBE,
    url=_MAYBE,
    comment=_MAYBE,
    keywords=st.lists(_LINES, max_size=2).map(tuple),
    type=_TYPES,
    extra=_EXTRA,
    inferred=st.sampled_from([(), ("year", "month")]),
    variants=st.lists(st.builds(Variant, field=st.just("title"), value=_LINES), max_size=1).map(tuple),
    sources=st.lists(_SOURCES, max_size=2).map(tuple),
)
st.register_type_strategy(pc.Author, _AUTHORS)
st.register_type_strategy(pc.Paper, _PAPERS)
