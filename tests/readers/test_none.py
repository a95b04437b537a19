"""Texts of programs that hold no papers: no reader of loose text makes any of them; and short pages that do hold some."""

import pytest

import papercat as pc
from papercat.readers import choose, listing, notices, page, references
from papercat.text.document import Document

LICENCE = """The ISC License

Copyright (c) Nodes, Inc.

Permission to use, copy, modify, and/or distribute this software for any purpose is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND NODES, INC. DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE, INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL IT BE LIABLE FOR ANY SPECIAL DAMAGES.
"""
NOTICES = (
    "Upstream-Name: nodes\nSource: https://www.example.org/\n\n"
    + "\n\n".join(
        f"Files: src/{name}.c\nCopyright: {year} {person}\nLicense: GPL-2"
        for name, year, person in (
            ("net", 2002, "Evan Hubinger <evan@example.org>"), ("io", 2004, "Meg Tong <meg@example.org>"),
            ("ui", 2009, "Yuntao Bai <y@a.org>"),
            ("all", 2003, "Ethan Perez <ethan@example.org>"), ("edge", 2008, "Jared Kaplan <jared@example.org>"),
        )
    )
    + "\n\nThis is free software under the GNU General Public License, without even the implied warranty of MERCHANTABILITY.\n"
)  # fmt: skip
CONTRIBUTORS = """Nodes is written and maintained by Meg Tong.

Contributors:

* Evan Hubinger
* jhermann
* Carson Denison
* anatoly
* Ethan Perez
* Yuntao Bai and Jared Kaplan
* Jesse Mu
"""
LEXERS = "Nodes is maintained by Meg Tong and Ethan Perez.\n\n" + "\n".join(
    f"* {name} -- {what}"
    for name, what in (
        ("Sam Aaron", "Ioke lexer"), ("David Benjamin, Example LLC", "TLS lexer"), ("Adam Hess", "Haskell, Redcode lexers"),
        ("John Camilleri, Ana Gabriele", "Janet lexer"), ("Amanda Fitch, Example LLC", "SQL lexer"), ("Ali Afshar", "image formatter"),
    )
)  # fmt: skip
TOOLS = """# Libnodes

This is Libnodes, a small library of nodes.

We require several tools to build the software, including:

* [Make](https://www.example.org/make/)
* [Automake](https://www.example.org/automake/) (use 1.11.3 or later)
* [Autoconf](https://www.example.org/autoconf/)
* [Libtool](https://www.example.org/libtool/)
* [Texinfo](https://www.example.org/texinfo/)
* [Tar](https://www.example.org/tar/)
* [Gzip](https://www.example.org/gzip/)
* [Git](https://www.example.org/git/) (optional)
* [Valgrind](https://www.example.org/valgrind/) (optional)

The required software comes with your system.
"""
CHANGES = "\n\n".join(
    f"2001-07-{day} 11:{day}  elguavas\n\n\t* {', '.join(files)}:\n\n\tmerged some changes of the other branch" for day, files in
    ((20, ("EditorWindow.py", "FileList.py")), (19, ("IOBinding.py", "Debugger.py", "run.py")), (14, ("ChangeLog", "ToolTip.py")))
)  # fmt: skip
SOURCE = (
    "import os\nimport sys\nfrom _typeshed import BytesPath, ExcInfo, FileDescriptor, MaybeNone, StrPath, SupportsRead, SupportsWrite\n"
    + "\n".join(f"def read_{i}(\n    one: str,\n    *,\n    other: int = {i},\n) -> str: ..." for i in range(30))
)
LOG = "\n".join(
    f"0 verbose cli /usr/bin/node /usr/bin/npm\n{i} info using npm@10.{i}.0\n{i} timing config:load Completed in {i}ms" for i in range(30)
)
ADDRESSES = "Code Contributors\n=================\n\n" + "\n".join(
    f"- {name} (@{name.split()[0].lower()}) <{name.split()[0].lower()}@example.org>"
    for name in ("Evan Hubinger", "Carson Denison", "Ethan Perez", "Yuntao Bai", "Jesse Mu", "Meg Tong", "Jared Kaplan", "Alex Tamkin")
)
COMMENTS = """Should Reviewers Sign Their Reviews?:
The guide for reviewers of the journal recommends that reviewers sign what they write when they send it to the editors:
  A signature is the most important sign of good faith according to the editors of several journals. Several of them made a note that an unsigned review should be read with care.
  I am interested in hearing from current or recent reviewers on whether this is true. Do you sign your reviews? How many of the reviewers you know do so? Is a full signature the way to go, or is a line at the end sufficient? I know a number of authors who have wondered about this.

  UPDATE: To be clear, I am not looking for what reviewers ought to do. It is an interesting debate, but not the one at issue here. My interest here is in what they actually do and what they actually prefer.
Meg Tong (mail):
Signing a review, however kind it may be, would change how authors see it. A young reviewer like myself would give less than an honest view, and a review should stand on its own merits. The name of who wrote it should not matter.
jhermann (mail) (www):
I was a reviewer for a journal a few years back. Although my memory is hazy, I do not recall any signed ones. We certainly read what came with them, and most probably had a short note to the editors, along with a brief summary of the paper.
"""  # noqa: E501
TEXTS = {
    "comments": COMMENTS,
    "a licence": LICENCE, "notices": NOTICES, "contributors": CONTRIBUTORS, "contributors and what they did": LEXERS, "tools": TOOLS,
    "changes": CHANGES, "source": SOURCE, "a log": LOG, "addresses": ADDRESSES,
}  # fmt: skip


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_holds_no_papers_gives_none(text: str) -> None:
    assert choose(Document("a.txt", text)) is None
    assert not len(pc.parse(text))
    assert all(reader.sniff(Document("a.txt", text)) < 0.3 for reader in (listing, page, references))


@pytest.mark.parametrize(("text", "is_notice"), [(LICENCE, True), (NOTICES, True), (CONTRIBUTORS, False), (TOOLS, False)])
def test_notices(text: str, is_notice: bool) -> None:  # noqa: FBT001
    assert notices.is_notice(text) is is_notice


PAGES = (
    ("PowerPM\nEvan Hubinger, Meg Tong\nNeurIPS 2024\n", ["PowerPM"]),
    (
        "Sleeper Agents\nEvan Hubinger, Meg Tong\nNeurIPS 2024\n\nConstitutional AI\nYuntao Bai, Meg Tong\nNeurIPS 2022\n",
        ["Sleeper Agents", "Constitutional AI"],
    ),
    (
        "Open Licences\nEvan Hubinger, Meg Tong\nAbstract: We read the GNU General Public License, which comes without warranty, in law.\n",
        ["Open Licences"],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), PAGES)
def test_short_pages_hold_papers(text: str, titles: list[str]) -> None:
    assert [paper.title for paper in pc.parse(text)] == titles


@pytest.mark.xfail(strict=True, reason="people in a comma run behind a line of prose are what a listing looks like")
def test_credits_in_prose() -> None:
    people = "Evan Hubinger, Carson Denison, Jesse Mu, Meg Tong, Ethan Perez,\nYuntao Bai, Jared Kaplan, Saurav Kadavath, Deep Ganguli"
    assert not len(pc.parse(f"Meg Tong is the primary maintainer.\n\nAn incomplete list of people who have helped:\n\n{people}\n"))


LIST = "\n\n".join(
    f"Perez, E., Ringer, S., & Hubinger, E. ({year}). Discovering Language Model Behaviors, Part {year}. Findings of ACL, 12(3), 1–20."
    for year in range(1980, 2024)
)


@pytest.mark.parametrize("text", [f"{LIST}\n\n## License\n\n{LICENCE}", f"{LICENCE}\n\n## References\n\n{LIST}"], ids=["behind", "before"])
def test_a_page_with_a_whole_licence_is_a_page(text: str) -> None:
    assert not notices.is_notice(text)
    assert sum(paper.year is not None for paper in pc.parse(text)) >= 43


@pytest.mark.parametrize("text", [LICENCE, NOTICES, LICENCE * 20, f"Copyright (c) Evan Hubinger.\n{LICENCE}\n" + "Evan Hubinger\n" * 100])
def test_a_notice_is_one_with_names_too(text: str) -> None:
    assert notices.is_notice(text)
