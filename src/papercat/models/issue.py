"""What was noticed on the way, as data."""

from typing import Annotated, Literal

from pydantic import StringConstraints
from pydantic.dataclasses import dataclass

from papercat.models.line import STRICT
from papercat.models.source import Source

Kind = Literal["repaired", "inferred", "dropped", "kept", "refused", "noted"]

# Every code that papercat gives, with what kind of thing it tells; docs/issues.md says more of each.
KINDS: dict[str, Kind] = {
    "abstract-before-id": "noted",
    "abstract-cut": "noted",
    "accents-joined": "inferred",
    "author-marks": "dropped",
    "authors-cut": "noted",
    "block-kept": "kept",
    "bytes-inferred": "inferred",
    "bytes-lost": "kept",
    "bytes-restored": "repaired",
    "characters-normalized": "repaired",
    "citation-missing": "noted",
    "columns-inferred": "inferred",
    "columns-read": "noted",
    "decision-unmatched": "noted",
    "decision-unread": "refused",
    "encoding-broken": "repaired",
    "encoding-guessed": "inferred",
    "entity-decoded": "repaired",
    "entry-broken": "refused",
    "entry-mended": "inferred",
    "escape-decoded": "repaired",
    "field-inherited": "inferred",
    "field-invalid": "refused",
    "field-malformed": "noted",
    "field-missing": "noted",
    "field-not-written": "noted",
    "field-repeated": "kept",
    "field-superfluous": "noted",
    "file-empty": "noted",
    "file-skipped": "refused",
    "fix-unused": "noted",
    "fixed-by-user": "repaired",
    "full-text": "dropped",
    "given-name-missing": "noted",
    "heading": "kept",
    "id-before-abstract": "noted",
    "id-completed": "inferred",
    "initials-dotted": "repaired",
    "letters-foreign": "noted",
    "markup-removed": "repaired",
    "maybe-duplicate": "noted",
    "maybe-same-person": "noted",
    "merge-conflict": "kept",
    "name-malformed": "inferred",
    "name-null": "noted",
    "name-order-inferred": "inferred",
    "name-unified": "inferred",
    "name-unpaired": "inferred",
    "neighbours-without-given-names": "noted",
    "page-furniture": "dropped",
    "parent-missing": "noted",
    "records-glued": "inferred",
    "row-mended": "inferred",
    "tex-decoded": "repaired",
    "tex-unknown": "kept",
    "text-unread": "kept",
    "value-changed": "noted",
    "value-kept": "kept",
    "words-joined": "inferred",
    "year-inferred": "inferred",
}


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Issue:
    """One thing that was repaired, inferred, dropped, kept aside, refused or only noted.

    Attributes:
        code: a stable name in kebab-case; `papercat.models.KINDS` and docs/issues.md list them.
        message: one sentence for a person.
        source: where, or None if it is about a file as a whole or about the catalog.
        raw: the text as it stood.

    >>> Issue(code="heading", message="kept as the heading of the list", raw="Askell, Amanda").kind
    'kept'
    """

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
    message: str
    source: Source | None = None
    raw: str = ""

    @property
    def kind(self) -> Kind:
        """Say what kind of thing the code tells; a code of another reader's is "noted"."""
        return KINDS.get(self.code, "noted")

    def __str__(self) -> str:
        place = f"{self.source}: " if self.source else ""
        return f"{place}{self.code}: {self.message}"
