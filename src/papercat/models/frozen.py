"""A mapping that cannot change, so that a paper can be hashed."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from papercat.models.line import check_line


class FrozenMap(Mapping[str, str]):
    """A small read-only mapping from str to str, in the order of its making.

    >>> extra = FrozenMap({"arxiv-version": "2"})
    >>> extra["arxiv-version"], extra == {"arxiv-version": "2"}
    ('2', True)
    >>> extra | {"note": "accepted"}
    FrozenMap({'arxiv-version': '2', 'note': 'accepted'})
    """

    __slots__ = ("_items",)
    _items: tuple[tuple[str, str], ...]

    def __init__(self, items: Mapping[str, str] | None = None) -> None:
        """Copy the items of a mapping.

        Raises:
            ValueError: a value is blank, has control characters or is not in NFC.
        """
        self._items = tuple((items or {}).items())
        for name, value in self._items:
            check_line(name)
            check_line(value)

    def __getitem__(self, key: str) -> str:
        for name, value in self._items:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items))

    def __or__(self, other: Mapping[str, str]) -> "FrozenMap":
        return FrozenMap({**self, **other})

    def __repr__(self) -> str:
        return f"FrozenMap({dict(self._items)!r})"

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
