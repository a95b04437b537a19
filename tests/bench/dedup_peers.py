"""Other programs that find duplicates, run as their documentation does: bib-dedupe 0.11 and Splink 5.

Each is given records as a table in the words of BibTeX (ID, the place of the record, ENTRYTYPE, title, author, abstract, journal,
booktitle, doi, volume, number, pages, year; "" is not known), and gives CPU seconds and a label for each record.
"""

import importlib.util
import resource
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import TypeAlias

Row: TypeAlias = Mapping[str, str]
Peer: TypeAlias = Callable[[Sequence[Row]], tuple[float, list[object]]]
FIELDS = "title author abstract journal booktitle doi volume number pages year".split()


def installed() -> dict[str, Peer]:
    """Give the programs that are installed."""
    return {name: peer for name, module, peer in PEERS if importlib.util.find_spec(module)}


def as_row(place: int, /, **known: str | None) -> Row:
    """Write a record as a row of the table."""
    return {"ID": str(place), "ENTRYTYPE": "article", **dict.fromkeys(FIELDS, ""), **{name: text or "" for name, text in known.items()}}


def bib_dedupe(rows: Sequence[Row]) -> tuple[float, list[object]]:
    """Run bib-dedupe on one core; pairs that it calls maybe are not joined."""
    bib, groups_of = import_module("bib_dedupe.bib_dedupe"), import_module("bib_dedupe.cluster").get_connected_components
    table = import_module("pandas").DataFrame(rows)
    start = cpu()
    blocked = bib.block(bib.prep(table, verbosity_level=0, cpu=1), verbosity_level=0, cpu=1)
    groups = groups_of(bib.match(blocked, verbosity_level=0, cpu=1))
    took = cpu() - start
    labels: list[object] = list(range(len(rows)))
    for group in groups:
        for name in group:
            labels[int(name)] = group[0]
    return took, labels


def splink(rows: Sequence[Row]) -> tuple[float, list[object]]:
    """Run Splink with a model such as its documentation makes of bibliographic fields, trained on the records."""
    cl, sp = import_module("splink.comparison_library"), import_module("splink")
    block_on, untrained = sp.block_on, import_module("splink.internals.exceptions").EMTrainingException
    table = import_module("pandas").DataFrame(rows).rename(columns={"ID": "unique_id"}).replace("", None)
    table["first"] = [one["author"].partition(" and ")[0] or None for one in rows]
    start = cpu()
    blocks = [block_on("doi"), block_on("title"), block_on("substr(title, 1, 20)"), block_on("first", "year"), block_on("volume", "pages")]
    settings = sp.SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("title", [0.97, 0.9, 0.8]),
            cl.JaroWinklerAtThresholds("author", [0.95, 0.85]),
            *map(cl.ExactMatch, ("year", "volume", "pages", "journal", "doi")),
        ],
        blocking_rules_to_generate_predictions=blocks,
    )
    api = sp.DuckDBAPI()
    linker = sp.Linker(api.register(table), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("doi"), block_on("title", "year")], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in (block_on("doi"), block_on("substr(title, 1, 20)")):
        with suppress(untrained):  # no two records share it
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.95)
    groups = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.95)
    clusters = groups.as_pandas_dataframe()
    took = cpu() - start
    labels = dict(zip(clusters["unique_id"], clusters["cluster_id"], strict=True))
    return took, [labels.get(one["ID"], one["ID"]) for one in rows]


def cpu() -> float:
    """Give the CPU time of this process, of all its threads and of its children that ended."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


PEERS: tuple[tuple[str, str, Peer], ...] = (("bib-dedupe", "bib_dedupe", bib_dedupe), ("splink", "splink", splink))
