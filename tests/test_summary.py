"""The summary: what a person and a program are told."""

import json
from pathlib import Path

import papercat as pc
from papercat.models import KINDS
from papercat.summary import as_data, as_text

UNTITLED = "".join(f"We test hypothesis {number} at length.\narXiv:2302.{number:05}" for number in range(1, 13))


def test_every_code_is_told_with_its_number_and_an_example(seeds: pc.Catalog, one: pc.Catalog) -> None:
    lines = as_text(seeds, one, "refs.bib").splitlines()
    for code in {issue.code for issue in one.issues}:
        (line,) = (line for line in lines if line.split()[1:2] == [code])
        found = [issue for issue in one.issues if issue.code == code]
        assert line.split()[0] == str(len(found))
        assert lines[lines.index(line) + 1].strip()[:60] in {issue.message[:60] for issue in found}


def test_what_was_inferred_stands_apart_from_what_was_restored(seeds: pc.Catalog, one: pc.Catalog) -> None:
    parts = as_text(seeds, one, None).split("\n\n")
    heads = [part.splitlines()[0] for part in parts]
    assert "bytes-restored" in parts[heads.index("repaired:")]
    assert "bytes-inferred" in parts[heads.index("inferred, worth a look:")]
    assert "bytes-inferred" not in parts[heads.index("repaired:")]


def test_merges_and_untitled_papers_are_told(seeds: pc.Catalog, one: pc.Catalog) -> None:
    told = as_text(seeds, one, "refs.bib")
    assert one.merges[0].explain().splitlines()[0] in told
    assert "6 without a title" in told
    assert all(key in told for key, paper in zip(one.keys, one, strict=True) if not paper.title)
    assert told.endswith("\n16 papers of 17 records written to refs.bib\n")


def test_nothing_is_told_of_what_there_is_not() -> None:
    catalog = pc.parse("Constitutional AI\nBai, Yuntao, Kadavath, Saurav\nAs AI systems become more capable.", name="page.txt")
    told = as_text(catalog, catalog, None)
    assert told.splitlines()[0].startswith("page.txt: listing, 1 paper, ")
    assert "every character accounted for" in told
    assert not [word for word in ("repaired", "joined", "left for you", "noted") if word in told]


def test_many_untitled_papers_are_cut_short() -> None:
    catalog = pc.parse(UNTITLED)
    told = as_text(catalog, catalog, None)
    assert "12 without a title" in told
    assert "… and 2 more" in told


def test_no_line_runs_on_and_no_control_character_reaches_the_terminal() -> None:
    catalog = pc.parse(UNTITLED + "\x1b[31m\n" + "words " * 2000)
    told = as_text(catalog, catalog, None)
    assert max(map(len, told.splitlines())) < 200
    assert "\x1b" not in told


def test_the_data_are_plain_json_and_complete(seeds: pc.Catalog, one: pc.Catalog) -> None:
    data = as_data(seeds, one, None)
    assert json.loads(json.dumps(data)) == data
    assert len(data["issues"]) == len(one.issues)
    assert {issue["kind"] for issue in data["issues"]} <= set(KINDS.values())
    assert sum(record["papers"] for record in data["inputs"]) == data["papers_read"] == 17
    assert sum(record["characters"] for record in data["inputs"]) == sum(given.length for given in seeds.inputs)
    assert data["output"] is None


def test_doubts_and_refusals_are_counted() -> None:
    title = "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training"
    hubinger = (pc.Author(family="Hubinger", given="Evan"), pc.Author(family="Denison", given="Carson"))
    ends = [pc.Paper(title=title, authors=hubinger, arxiv=number, year=2024) for number in ("2401.05566", "2401.05567")]
    read = pc.Catalog([*ends, pc.Paper(title=title, authors=hubinger, year=2024)])
    told = as_text(read, read.dedup(), None)
    assert "joined: 2 records of 1 paper" in told
    assert "refused: 1 join that other records contradict" in told
    assert "may be one paper" not in told.split("refused:")[1].split("\n\n")[0]


def test_many_merges_are_cut_short() -> None:
    papers = [pc.Paper(arxiv=f"2401.{number:05}", comment=comment) for number in range(1, 31) for comment in ("31 pages", None)]
    read = pc.Catalog(papers)
    told = as_text(read, read.dedup(), None)
    assert "joined: 60 records of 30 papers" in told
    assert "… and 27 more" in told


def test_the_least_sure_merges_are_told() -> None:
    titles = (
        "Sleeper Agents: Training Deceptive LLMs",
        "Discovering Language Model Behaviors",
        "Moral Self-Correction in Models",
        "Red Teaming",
    )
    ids = [f"2401.0000{number}" for number in range(1, 5)]
    sure = [pc.Paper(title=title, arxiv=number, comment=comment) for title, number in zip(titles, ids, strict=True) for comment in "ab"]
    abstract = (
        "As language models scale, they develop many novel behaviors, good and bad, exacerbating the need to evaluate how they behave."
    )
    thin = [pc.Paper(abstract=abstract), pc.Paper(abstract=abstract, title="Towards Understanding Sycophancy in Language Models")]
    read = pc.Catalog([*sure, *thin])
    result = read.dedup()
    assert len(result.merges) == 5
    least = min(result.merges, key=lambda one: one.bits)
    assert least.paper.title == thin[1].title
    assert as_text(read, result, None).split("the least sure:\n")[1].splitlines()[0].strip() == thin[1].title


def test_a_long_explanation_is_cut_short() -> None:
    read = pc.Catalog([pc.Paper(title="Sleeper Agents", arxiv="2401.05566", comment=str(number)) for number in range(30)])
    result = read.dedup()
    assert len(result.merges[0].explain().splitlines()) > 60
    told = as_text(read, result, None)
    assert "more lines\n" in told
    assert len(told.splitlines()) < 40


def test_a_table_that_was_written_is_told() -> None:
    title = "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training"
    read = pc.Catalog([pc.Paper(title=title, year=2024), pc.Paper(title=title.lower())])
    assert "1 pair, left apart; --review FILE lists" in as_text(read, read.dedup(), None)
    assert "1 pair, left apart; decide in mine.csv, and give it to --decisions" in as_text(read, read.dedup(), None, review="mine.csv")
    assert "nothing is to be decided in mine.csv" in as_text(read[:1], read[:1].dedup(), None, review="mine.csv")


def test_who_looks_for_a_paper_without_a_title_is_told_where_it_stands() -> None:
    read = pc.parse("@misc{bai22, year = 2022, doi = {10.48550/arXiv.2212.08073}}", name="refs.bib")
    assert "  bai22 (refs.bib:1): " in as_text(read, read, None)


def test_a_key_that_is_not_as_it_was_read_is_told() -> None:
    entries = ("Attention Is All You Need", 2017), ("Tensor2Tensor for Neural Machine Translation", 2018)
    text = "\n".join(f"@misc{{vaswani17, title={{{title}}}, year={year}}}" for title, year in entries)
    read = pc.parse(text + "\n@misc{schütze 20, title={Repairing Names}}\n@misc{bai22, title={Constitutional AI}}", name="refs.bib")
    told = as_text(read, read, None).split("\nkeys: ")[1].splitlines()
    assert told[0] == "2 spelt anew, for another paper has the key too, or a program could not read it"
    assert told[1].startswith("  vaswani17 (refs.bib:2) is now vaswani17")
    assert told[2] == "  schütze 20 (refs.bib:3) is now schutze20"
    assert told[3:] == ["", "4 papers; -o FILE writes them"]
    assert "keys:" not in as_text(read[3:], read[3:], None)
    made = read[3:].with_keys("{veryshorttitle}", anew=True)
    assert "keys:" not in as_text(made, made, None), "who asks for new keys knows"


def test_of_many_files_some_are_listed_and_all_are_counted(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(
            "What a day! We went to the sea." if number < 30 else f"@misc{{a{number}, title={{Paper {number}}}}}"
        )
    read = pc.read(tmp_path)
    lines = as_text(read, read, None).split("\n\n")[0].splitlines()
    assert len(lines) == 21
    assert sum("not read" in line for line in lines[:-1]) == 10
    assert lines[-1] == "… and 20 files more: 0 papers, 20 not read; --json lists them"
    few = pc.read(*sorted(tmp_path.iterdir())[-30:])
    assert len(as_text(few, few, None).split("\n\n")[0].splitlines()) == 30


def test_what_a_file_has_no_place_for_is_told() -> None:
    read = pc.parse("TY  - JOUR\nTI  - Sleeper Agents\nA2  - Bai, Yuntao\nA2  - Perez, Ethan\nSN  - 1\nSN  - 2\nM4  - Citavi\nER  -\n")
    assert "not written, for the format has no place for it: M4 of 1 paper; --format jsonl" in as_text(
        read, read, "refs.bib", writer="bibtex"
    )
    for writer in ("ris", "csl", "csv", "json", "jsonl", "markdown", ""):
        assert "not written" not in as_text(read, read, "refs", writer=writer)
