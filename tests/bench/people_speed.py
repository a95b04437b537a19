"""Time who-is-who as one name has more and more mentions: python people_speed.py. CPU time for each mention should hardly grow."""

from random import Random
from time import process_time

from papercat.models import Author, Paper
from papercat.people import People


def crowd(mentions: int, people: int) -> list[Paper]:
    """Make papers of many people called Wei Wang, each with colleagues of their own, and of strangers."""
    random = Random(mentions)  # noqa: S311  made-up papers
    wang = Author(family="Wang", given="Wei")
    families = [f"{a}{b}{c}" for a in "BDGKLMNPRSTVZ" for b in "aeiou" for c in ("nar", "tel", "mos", "rik")]
    papers = []
    for number in range(mentions):
        group = random.randrange(people)
        given = f"{chr(97 + group % 26)}anu{group // 26}x".title()
        beside = [Author(family=families[random.randrange(len(families))], given=given) for _ in range(3)]
        title = f"Study {number} of {families[group % len(families)]}"
        papers.append(Paper(title=title, year=2000 + group % 25, authors=(wang, *beside)))
    return papers


def main() -> None:
    """Print a line for each size."""
    for mentions in (1_000, 2_000, 5_000, 10_000):
        papers = crowd(mentions, mentions // 20)
        start = process_time()
        found = People(papers)
        spent = process_time() - start
        wangs = sum(1 for places in found.mentions if any(author == 0 for _, author in places))
        print(f"{mentions:6} mentions of one name: {wangs:5} people, {spent:6.2f} s, {1e6 * spent / mentions:7.0f} µs each")
    names = tuple(Author(family=f"Fam{number % 997}x", given=f"Giv{number}") for number in range(3000))
    huge = [Paper(title=f"Collaboration {number}", year=2020, authors=names) for number in range(10)]
    start = process_time()
    print(f"10 papers of 3,000 authors: {len(People(huge))} people, {process_time() - start:.2f} s")


if __name__ == "__main__":
    main()
