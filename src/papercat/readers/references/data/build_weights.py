"""Fit the weights of `papercat.readers.references` to labelled references, and write `weights.txt`.

    pip install python-crfsuite==0.9.12
    python build_weights.py --anystyle anystyle.jsonl.gz --tagged reference_strings.xml --tei grobid_citations.xml --papers acl.jsonl.gz

Three kinds of input: references with every part tagged (AnyStyle's XML, TEI); references of which only authors, title, venue and year are
known (JSON lines: `input` and `gold`), whose other parts the model itself finds; papers that `styles.py` writes as references.

What is written are numbers for shapes, signs and the hand-written word lists of `words.py`; no word of the references themselves.
"""

import argparse
import gzip
import json
import random
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from math import log
from pathlib import Path
from typing import Any

from papercat.readers.references.atoms import Atom, atoms
from papercat.readers.references.data.styles import Piece, Work, references
from papercat.readers.references.decoding import LABELS, Model, decode
from papercat.readers.references.traits import features
from papercat.readers.references.words import CLASSES

TAGS = {
    "author": "A", "date": "D", "title": "T", "journal": "C", "container-title": "C", "editor": "E", "translator": "E", "volume": "V",
    "pages": "P", "publisher": "U", "location": "L", "source": "C", "director": "A", "producer": "E",
}  # fmt: skip
TEI = {
    "author": "A", "date": "D", "title a": "T", "title m": "C", "title j": "C", "editor": "E", "biblScope vol": "V", "biblScope issue": "I",
    "biblScope pp": "P", "publisher": "U", "pubPlace": "L", "orgName": "U",
}  # fmt: skip
PAPERS = 5000  # that are written as references
FIRST_ROUNDS, ROUNDS = 60, 120  # of L-BFGS
SPARSITY, SMOOTHNESS, FEWEST = 2.0, 0.05, 5  # L1, L2; a feature must come so often
IN_JOURNALS, BORROWED = 0.45, 0.4  # of the papers written: in a journal, with a title of the other set
_ELEMENT = re.compile(r"<([\w-]+)(?: \w+=\"([^\"]*)\")?>(.*?)</\1>", re.DOTALL)
_NUMBER = re.compile(r"^\s*(?:\[\d+\]|\(\d+\)|\d{1,3}[.)])\s+")
_BLOCKS = {"tagged": r"<sequence>(.*?)</sequence>", "tei": r"<bibl>(.*?)</bibl>"}
_LEADS = CLASSES["in"] | CLASSES["pages"] | CLASSES["volume"] | CLASSES["issue"]
Item = dict[str, Any]
Sample = tuple[list[Atom], str, str]  # atoms, what stands behind the last, labels
Weights = dict[str, dict[str, float]]
Steps = dict[tuple[str, str], float]


def label(pieces: Sequence[Piece]) -> Sample:
    """Give each atom the label of its piece; a new piece begins a part."""
    text = "".join(piece for _, piece in pieces)
    line = atoms(text)
    kinds = _kinds(line, pieces)
    for i, atom in enumerate(line):
        if atom.kind:
            kinds[i] = "X"
        elif kinds[i] == "X":
            kinds[i] = "N"
        elif kinds[i] == "V" and i and (kinds[i - 1] == "I" or (kinds[i - 1] == "V" and _begins_issue(atom))):
            kinds[i] = "I"
    return line, _behind(text, line), _begun(kinds)


def _begins_issue(atom: Atom) -> bool:
    return atom.gap.strip() == "(" or atom.text.lower() in CLASSES["issue"]


def _kinds(line: Sequence[Atom], pieces: Sequence[Piece]) -> list[str]:
    """Find the piece of each atom; a word between two, as `pages`, belongs to the next one if it leads to it."""
    ends, end = [], 0
    for _, piece in pieces:
        end += len(piece)
        ends.append(end)
    kinds = [next((pieces[i][0] for i, end in enumerate(ends) if atom.start < end), "") for atom in line]
    for i, atom in enumerate(line):
        if not kinds[i]:
            ahead = next((kind for kind in kinds[i + 1 :] if kind), "N")
            kinds[i] = ahead if atom.text.lower() in _LEADS or not i else kinds[i - 1]
    return kinds


def _behind(text: str, line: Sequence[Atom]) -> str:
    return text[line[-1].end :] if line else text


def _begun(kinds: Sequence[str]) -> str:
    return "".join(kind if not i or kinds[i - 1] != kind or kind == "X" else kind.lower() for i, kind in enumerate(kinds))


def tagged(path: Path, kind: str) -> Iterator[list[Piece]]:
    """Read references with every part tagged."""
    table = {"tagged": TAGS, "tei": TEI}[kind]
    for block in re.findall(_BLOCKS[kind], path.read_text(encoding="utf-8"), re.DOTALL):
        pieces: list[Piece] = []
        done = 0
        for match in _ELEMENT.finditer(block):
            name = f"{match[1]} {match[2]}" if match[2] else match[1]
            between = _plain(block[done : match.start()])
            pieces += [("", between or " "), (table.get(name, "" if name == "citation-number" else "N"), _plain(match[3]))]
            done = match.end()
        if not any(found == "T" for found, _ in pieces):
            pieces = [("T" if found == "C" else found, text) for found, text in pieces]
        while pieces and (not pieces[0][1].strip() or (not pieces[0][0] and re.fullmatch(r"\W*\d+\W*", pieces[0][1]))):
            pieces.pop(0)
        yield pieces


def _plain(text: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text)))


def partial(item: Item) -> tuple[list[Atom], str, list[str]] | None:
    """Give the labels that each atom of a partly labelled string can have, None if a field does not stand in it."""
    gold = item["gold"][0]
    text = " ".join(_NUMBER.sub("", item["input"]).split())
    line = atoms(text)
    allowed = ["DEVIPULN"] * len(line)
    for field, kind in (("container", "C"), ("authors_raw", "A"), ("title", "T")):
        value = " ".join(str(gold.get(field) or "").split())
        at = text.find(value)
        if at < 0:
            return None
        allowed = [kind if at <= atom.start < at + len(value) else known for atom, known in zip(line, allowed, strict=True)]
    year = next((i for i, atom in enumerate(line) if len(allowed[i]) > 1 and atom.text.startswith(str(gold.get("year")))), None)
    allowed = ["X" if atom.kind else "D" if i == year else allowed[i] for i, atom in enumerate(line)]
    return line, _behind(text, line), allowed


def completed(line: list[Atom], end: str, allowed: Sequence[str], model: Model) -> Sample:
    """Let the model choose among the labels that are allowed."""
    weighed = model.emissions(line, end)
    for row, kinds in zip(weighed, allowed, strict=True):
        row[:] = [bits if name.upper() in kinds else -1e6 for name, bits in zip(LABELS, row, strict=True)]
    found = decode(weighed, line, model)
    return line, end, _begun([one if len(one) == 1 else guess.upper() for one, guess in zip(allowed, found, strict=True)])


def fit(samples: Iterable[Sample], rounds: int) -> tuple[Weights, Steps]:
    """Fit a linear chain, and give its weights in bits."""
    import pycrfsuite  # type: ignore[import-not-found,unused-ignore]  # pyright: ignore[reportMissingImports]  # noqa: PLC0415

    trainer = pycrfsuite.Trainer(verbose=False)
    for line, end, labels in samples:
        # a colon would part a feature from its value
        rows = [[one.replace(":", "\x01") for group in groups for one in group] for groups in features(line, end)]
        if rows:
            trainer.append(rows, list(labels))
    trainer.set_params({"c1": SPARSITY, "c2": SMOOTHNESS, "max_iterations": rounds, "feature.minfreq": FEWEST})
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        info = tagger.info()
    weights: Weights = {}
    for (feature, name), value in info.state_features.items():
        weights.setdefault(feature.replace("\x01", ":"), {})[name] = value / log(2)
    return weights, {pair: value / log(2) for pair, value in info.transitions.items()}


def as_model(weights: Weights, steps: Steps) -> Model:
    """Make the model of its weights."""
    return Model({feature: tuple(row.get(name, 0.0) for name in LABELS) for feature, row in weights.items()}, steps)


def dumped(weights: Weights, steps: Steps) -> str:
    """Write the weights, a feature a line."""
    rows = ["# tenths of a bit, by the label; written by build_weights.py"]
    for feature in sorted(weights):
        rows += _row(feature, weights[feature], 0.1)
    for name in LABELS:
        rows += _row(f">{name}", {other: steps.get((name, other), 0.0) for other in LABELS}, 0.05)
    return "\n".join(rows) + "\n"


def _row(name: str, bits: dict[str, float], least: float) -> list[str]:
    shown = [f"{other}{round(bits[other] * 10):+d}" for other in LABELS if abs(bits.get(other, 0.0)) >= least]
    return [f"{name}\t{' '.join(shown)}"] if shown else []


def works(papers: Path, items: Sequence[Item], rng: random.Random) -> list[Work]:
    """Take papers by chance; titles and journals of the other set make them more varied."""
    journals = [str(item["gold"][0].get("container") or "").strip() for item in items]
    journals = [one for one in journals if 2 < len(one) < 90 and not one.lower().startswith("in")]
    titles = [str(item["gold"][0]["title"]).strip(' “”"«»') for item in items if item["gold"][0].get("title")]
    found = []
    for row in rng.sample(_read(papers), PAPERS):
        people = [(one.get("given") or "", one.get("family") or "") for one in row["authors"] if one.get("family")]
        if people and row.get("title") and row.get("venue"):
            is_journal = rng.random() < IN_JOURNALS
            title = rng.choice(titles) if rng.random() < BORROWED else row["title"]
            found.append(Work(title.rstrip(".,"), people, rng.choice(journals) if is_journal else row["venue"], row["year"], is_journal))
    return found


def _read(path: Path) -> list[Item]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("anystyle", "tagged", "tei", "papers"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--fold", type=int, default=-1, help="0 to 4: hold this fifth of the partly labelled strings out")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("weights.txt"))
    args = parser.parse_args()
    rng = random.Random(4)  # noqa: S311  the same strings each time
    everything = _read(args.anystyle)
    items = [item for i, item in enumerate(everything) if i % 5 != args.fold]
    held = {_letters(item["input"]) for i, item in enumerate(everything) if i % 5 == args.fold}
    whole = [*tagged(args.tagged, "tagged"), *tagged(args.tei, "tei"), *references(works(args.papers, items, rng), rng)]
    samples = [label(pieces) for pieces in whole if pieces and _letters("".join(text for _, text in pieces)) not in held]
    parts = [part for item in items if (part := partial(item))]
    print(f"{len(samples)} references with all labels, {len(parts)} with some")
    weights, steps = fit(samples, FIRST_ROUNDS)
    for rounds in (FIRST_ROUNDS, ROUNDS):
        model = as_model(weights, steps)
        weights, steps = fit([*samples, *(completed(*part, model) for part in parts)], rounds)
    args.out.write_text(dumped(weights, steps), encoding="utf-8")
    print(f"{len(weights)} features")


if __name__ == "__main__":
    main()
