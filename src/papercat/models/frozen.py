"""A mapping that cannot change, so that a paper can be hashed."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from papercat.models.line import are_plain, check_line


class FrozenMap(Mapping[str, str]):
    """A small read-only mapping from str to str, in the order of its making.

    >>> extra = FrozenMap({"arxiv-version": "2"})
    >>> extra["arxiv-version"], extra == {"arxiv-version": "2"}
    ('2', True)
    >>> extra | {"note": "accepted"}
    FrozenMap({'arxiv-version': '2', 'note': 'accepted'})
    """

    # two tuples of texts: the garbage collector need not look at them again, as it does at pairs
    __slots__ = ("_names", "_values")
    _names: tuple[str, ...]
    _values: tuple[str, ...]

    def __init__(self, items: Mapping[str, str] | None = None) -> None:
        """Copy the items of a mapping.

        Raises:
            ValueError: a value is blank, has control characters or is not in NFC.
        """
        items = items or {}
        self._names, self._values = tuple(items), tuple(items.values())
        if not are_plain(texts := self._names + self._values):
            for text in texts:
                check_line(text)

    def __getitem__(self, key: str) -> str:
        if key in self._names:
            return self._values[self._names.index(key)]
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __hash__(self) -> int:
        return hash(frozenset(zip(self._names, self._values, strict=True)))

    def __or__(self, other: Mapping[str, str]) -> "FrozenMap":
        return FrozenMap({**self, **other})

    def __repr__(self) -> str:
        return f"FrozenMap({dict(self)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        plain = core_schema.dict_schema(core_schema.str_schema(), core_schema.str_schema())
        made: Any = core_schema.no_info_after_validator_function(cls, plain)
        return core_schema.json_or_python_schema(
            json_schema=made,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), made]),
            serialization=core_schema.plain_serializer_function_ser_schema(dict, return_schema=plain),
        )


EMPTY = FrozenMap()
