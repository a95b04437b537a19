"""The best of a person's names: fuller, with accents, in mixed case, and no slip of the pen."""

import pytest

from papercat.models import Author
from papercat.people.best import best

# Names of one person, as the ACL Anthology and the user's dumps have them, with the number of papers; and the best of them.
CASES = [
    ({"Maxwell, Tim": 3, "Maxwell, Timothy": 1}, "Maxwell, Timothy"),
    ({"Lukosuite, Kamile": 1, "Lukošiūtė, Kamilė": 1}, "Lukošiūtė, Kamilė"),
    ({"Bowman, S.": 9, "Bowman, Samuel": 2, "Bowman, Samuel R.": 5}, "Bowman, Samuel R."),
    ({"Bandyopadhyay, Sivaji": 135, "Bandopadhyay, Sivaji": 1, "Bandyopadhyay, Sivaju": 1}, "Bandyopadhyay, Sivaji"),
    ({"Langlais, Philippe": 95, "Langlais, Phillippe": 27}, "Langlais, Philippe"),
    ({"Manning, Christopher D.": 60, "Manning, Christopher": 20, "Manning, Chris": 5}, "Manning, Christopher D."),
    ({"Collins, Michael": 82, "Collins, Michael John": 1, "Collins, Mike": 1}, "Collins, Michael"),
    ({"Schuetze, Hinrich": 2, "Schütze, Hinrich": 150, "Schutze, H.": 1}, "Schütze, Hinrich"),
    ({"Pretkalnina, Lauma": 2, "Pretkalniņa, Lauma": 9}, "Pretkalniņa, Lauma"),
    ({"Dai, Xinyu": 20, "Dai, Xin-Yu": 3}, "Dai, Xinyu"),
    ({"de Rijke, Maarten": 3, "De Rijke, Maarten": 1}, "de Rijke, Maarten"),
    ({"MAXWELL, TIMOTHY": 3, "Maxwell, Timothy": 1}, "Maxwell, Timothy"),
    ({"Lukoลกiลซtฤ, Kamilฤ": 3, "Lukošiūtė, Kamilė": 1}, "Lukošiūtė, Kamilė"),
    ({"Chieh-ling, Yang": 1, "Yang, Chieh-ling": 1}, "Yang, Chieh-ling"),
    ({"Brown, P.": 2, "Brown, P. F.": 1}, "Brown, P. F."),
    ({"Mausam": 1}, "Mausam"),
]


@pytest.mark.parametrize(("names", "wanted"), CASES)
def test_the_best_name(names: dict[str, int], wanted: str) -> None:
    authors = {Author(family=name.partition(", ")[0], given=name.partition(", ")[2] or None): count for name, count in names.items()}
    assert best(authors).inverted == wanted
    assert best(dict(reversed(authors.items()))).inverted == wanted
