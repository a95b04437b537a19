"""Citation keys, and what a manuscript cites by them."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Self

from rapidfuzz import process

from papercat.catalog.lookup import Lookup
from papercat.keys import DEFAULT, keep, key_map, pinned
from papercat.manuscripts import EVERY, cited
from papercat.models import Issue, Paper, Source

_NEAR = 75.0  # rapidfuzz ratio of a key to one of the catalog, one letter in four
_HINTED = 100  # missing keys that get suggestions; who has more has the wrong file
_LONGEST = 100  # characters of a key that are looked at for it
_SHOWN = 3  # suggestions
_NAME = re.compile(r"[a-z]{3,}")
_WORDS = re.compile(r"[A-Za-z]{2,}|\d{4}")
# Figures, tables and the like, which pandoc-crossref, Quarto and bookdown cite as if they were papers.
_NO_PAPER = re.compile(r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg)[:-]\S*")


class Citing(Lookup):
    """Keys and manuscripts; a part of `Catalog`."""

    def with_keys(self, pattern: str = DEFAULT, *, anew: bool = False) -> Self:
        """Give each paper a citation key by a pattern, to keep: more papers, fewer papers and merges change it no more.

        [Choose citation keys](../howto/choose-citation-keys.md) has the words of the patterns. A key that was read stays, for manuscripts
        cite it, unless all are to be made `anew`; `key_map` says what the old ones became.

        Raises:
            PatternError: the pattern cannot be read.

        >>> from papercat import parse
        >>> cat = parse("Constitutional AI\\nBai, Yuntao, Kadavath, Saurav\\nAs AI systems become more capable.")
        >>> cat.keys, cat.with_keys("{authEtAl}:{shorttitle}").keys
        (('baiconstitutional',), ('BaiKadavath:ConstitutionalAI',))
        """
        return self._kept(self.papers, pinned(self.papers, pattern, anew=anew), self.issues)

    @cached_property
    def key_map(self) -> dict[str, str]:
        """The key of a paper now for each that it has or had: as it was read, before a merge, or by another pattern.

        >>> from papercat import parse
        >>> records = parse("@misc{a, title={Sleeper Agents}, eprint={2401.05566}} @misc{b24, title={Sleeper}, eprint={2401.05566}}")
        >>> joined = records.dedup()
        >>> joined.key_map["a"] == joined.key_map["b24"] == joined.keys[0]
        True
        """
        return key_map(self.papers, self.keys, {one.paper: one.members for one in self.merges})

    def key_of(self, paper: Paper) -> str:
        """Give the citation key of a paper, one that `find` found for one.

        Raises:
            ValueError: it is no paper of this catalog.

        >>> from papercat import read
        >>> cat = read("data/raw").dedup()
        >>> cat.key_of(cat.find("sycophancy")[0].paper)
        'sharmaunderstanding'
        """
        place = self._by_identity.get(id(paper))
        return self.keys[self.index(paper) if place is None else place]

    def cited_in(self, *paths: str | os.PathLike[str]) -> Self:
        r"""Give the papers that manuscripts cite, in the order in which they are first cited, under the keys that they have here.

        Reads LaTeX (natbib, biblatex) with the files that it includes from its folder, `.aux`, `.bcf`, and Pandoc's Markdown. A key that
        the catalog lacks is the issue `citation-missing`, with its place and what may be meant. With `\nocite{*}` all other papers follow.

        Raises:
            FileNotFoundError: there is no such file (and any other `OSError` of opening it).
            TypeError: no manuscript is given.

        >>> import tempfile
        >>> from pathlib import Path
        >>> from papercat import parse
        >>> cat = parse("@misc{bai22, title={Constitutional AI}} @misc{perez22, title={Red Teaming Language Models}}")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     _ = Path(folder, "paper.md").write_text("As @perez22 and [@perez23] show.")
        ...     found = cat.cited_in(Path(folder, "paper.md"))
        >>> found.keys, found.issues[-1].message
        (('perez22',), "'perez23' is cited, and no paper has that key; did you mean perez22?")
        """
        if not paths:
            raise TypeError("cited_in() wants at least one manuscript: a .tex, .aux, .bcf or .md file")
        places, skipped = cited(*paths)
        missing, chosen = list[Issue](), dict[int, None]()
        for key, source in places.items():
            place = self._cited(key)
            if place is not None:
                chosen[place] = None
            if key != EVERY and (place is None or self.keys[place] != key) and not (place is None and _NO_PAPER.fullmatch(key)):
                missing.append(self._missing(key, place, source, is_hinted=len(missing) < _HINTED))
        if EVERY in places:
            chosen |= dict.fromkeys(range(len(self)))
        found = self._at(chosen)
        papers = [keep(self.papers[place], self.keys[place]) for place in chosen]
        return self._kept(found.papers, papers, (*found.issues, *skipped, *missing))

    def _kept(self, before: Sequence[Paper], papers: Sequence[Paper], issues: Iterable[Issue]) -> Self:
        """Make a catalog of papers that have their keys to keep, also in the merges; `before` has the same without."""
        now = dict(zip(before, papers, strict=True))
        merges = (replace(one, paper=now[one.paper]) for one in self.merges if one.paper in now)
        return type(self)(papers, issues=issues, inputs=self.inputs, merges=merges, decisions=self.decisions)

    @cached_property
    def _by_exact_key(self) -> dict[str, int]:
        return {key: place for place, key in enumerate(self.keys)}

    @cached_property
    def _by_identity(self) -> dict[int, int]:
        return {id(paper): place for place, paper in enumerate(self.papers)}

    @cached_property
    def _by_paper(self) -> dict[Paper, int]:
        return {paper: place for place, paper in enumerate(self.papers)}

    def _cited(self, key: str) -> int | None:
        """Give the place of the paper that is cited: by its key, a key that it had, or an id."""
        place = self._by_exact_key.get(key, self._by_exact_key.get(self.key_map.get(key, "")))
        return self._place(key) if place is None else place

    def _missing(self, key: str, place: int | None, source: Source, *, is_hinted: bool) -> Issue:
        if place is not None:
            told = f"{key!r} is cited, and the key of that paper is {self.keys[place]}"
            return Issue(code="citation-missing", message=told, source=source, raw=key)
        near = list(dict.fromkeys(self._meant(key)))[:_SHOWN] if is_hinted else []
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        return Issue(code="citation-missing", message=f"{key!r} is cited, and no paper has that key{hint}", source=source, raw=key)

    def _meant(self, key: str) -> Iterator[str]:
        """Give keys that are spelt nearly so, then those that begin with the same name, then those of papers with all words of it."""
        short = key[:_LONGEST]
        yield from (name for name, _, _ in process.extract(short, self.keys, processor=str.lower, limit=_SHOWN, score_cutoff=_NEAR))
        if name := _NAME.match(short.lower()):
            yield from islice((one for one in self.keys if one.lower().startswith(name[0])), _SHOWN)
        words = set(_WORDS.findall(short.lower()))
        hits = self.find(" ".join(sorted(words)), limit=2) if len(words) > 1 else []
        yield from (self.keys[self._by_paper[hit.paper]] for hit in hits if len(hit.matched) == len(words))
