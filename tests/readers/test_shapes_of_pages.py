"""Shapes of pages and lists beside those of `test_page`: names in stacks, codes, quotation marks, LaTeX's lists, feeds."""

import re

import pytest

import papercat as pc
from papercat.readers.references.numbers import find_marks

STACKS = """20 articles in this issue
Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training
Evan Hubinger
Carson Denison
Jesse Mu
Monte MacDiarmid
Original Paper
Pages: 1 - 11
Discovering Language Model Behaviors with Model-Written Evaluations
Ethan Perez
Sam Ringer
Karina Nguyen
Edwin Chen
Original Paper
Pages: 12 - 22
"""
CODES = """Accepted Papers
P01\tSleeper Agents: Training Deceptive LLMs (Evan Hubinger, Carson Denison, Jesse Mu)
P02\tDiscovering Language Model Behaviors (Ethan Perez, Sam Ringer)
P03\tMeasuring Faithfulness in Chain-of-Thought Reasoning (Tamera Lanham, Anna Chen)
"""
COLONS = """Evan Hubinger, Carson Denison and Jesse Mu: Sleeper Agents
Ethan Perez, Sam Ringer and Karina Nguyen: Discovering Language Model Behaviors
Tamera Lanham and Anna Chen: Measuring Faithfulness in Chain-of-Thought Reasoning
"""
QUOTED = """“Sleeper Agents”
Evan Hubinger (MIT), Carson Denison (Google)

“Discovering Language Model Behaviors”
Ethan Perez (MIT), Sam Ringer (Google)

“Measuring Faithfulness in Reasoning”
Tamera Lanham (MIT), Anna Chen (Google)
"""

BIBITEMS = r"""\begin{thebibliography}{9}
\bibitem[Bai et~al.(2022)]{bai22}
Yuntao Bai, Saurav Kadavath, and Sandipan Kundu.
\newblock Constitutional {AI}.
\newblock {\em Journal of Things}, 3(1):1--9, 2022.

\bibitem{perez}
Ethan Perez and Sam Ringer.
\newblock Discovering Behaviors.
\newblock In \emph{Findings of ACL}, pages 3--9, 2023.
\end{thebibliography}
"""
WRAPPED = """Jiang, Z., Sant, G., Moryossef, A., Müller, M., Sennrich, R., and Ebling, S.
(2024). SignCLIP: Connecting Text and Sign Language by Contrastive Learning.
Lovelace, J., Newman-Griffis, D., Vashishth, S., Lehman, J. F., and Rosé, C.
(2021). Robust Knowledge Graph Completion with Stacked Convolutions.
"""


@pytest.mark.parametrize(
    ("page", "titles", "count"),
    [
        (STACKS, ["Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training"], 4),
        (CODES, ["Sleeper Agents: Training Deceptive LLMs", "Discovering Language Model Behaviors"], 3),
        (CODES.replace("\nP02", "P02"), ["Sleeper Agents: Training Deceptive LLMs", "Discovering Language Model Behaviors"], 3),
        (COLONS, ["Sleeper Agents", "Discovering Language Model Behaviors"], 3),
        (QUOTED, ["Sleeper Agents", "Discovering Language Model Behaviors"], 2),
    ],
)
def test_a_page_is_read_by_its_own_habit(page: str, titles: list[str], count: int) -> None:
    catalog = pc.parse(page)
    assert [paper.title for paper in catalog][: len(titles)] == titles
    assert len(catalog[0].authors) == count
    assert catalog[0].authors[0].family == "Hubinger"
    assert not catalog.receipt().unread


def test_bibitems_are_references_with_keys() -> None:
    assert [(paper.title, paper.year, paper.extra["key"]) for paper in pc.parse(BIBITEMS)] == [
        ("Constitutional AI", 2022, "bai22"),
        ("Discovering Behaviors", 2023, "perez"),
    ]


def test_years_at_the_heads_of_wrapped_lines_are_no_numbers() -> None:
    assert find_marks(WRAPPED, [0, *(match.end() for match in re.finditer("\n", WRAPPED))]) == []


def test_what_a_feed_announces_is_no_abstract() -> None:
    item = (
        "<item><title>Sleeper Agents</title><link>https://arxiv.org/abs/2401.05566</link><description>arXiv:2401.05566v1 Announce Type: new"
        "\nAbstract: {}</description><dc:creator>Evan Hubinger, Meg Tong</dc:creator></item>"
    )
    for said in ("Humans are capable of strategically deceptive behavior.", ""):
        feed = f'<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>cs.CL</title>{item.format(said)}</channel></rss>'
        assert pc.parse(feed)[0].abstract == (said or None)
