"""Groups of mentions that are joined one by one."""

from collections.abc import Iterable

from papercat.people.profiles import Profile


class Partition:
    """Groups, and which of them are one by now."""

    def __init__(self, groups: Iterable[Profile]) -> None:
        """Begin with groups that are all apart."""
        self.groups = list(groups)
        self._above = list(range(len(self.groups)))

    def find(self, place: int) -> int:
        """Give the place of the group that a group has become a part of."""
        above = self._above
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    def join(self, one: int, other: int) -> None:
        """Join two groups; the larger takes in the other."""
        one, other = self.find(one), self.find(other)
        if one != other:
            large, small = sorted((one, other), key=lambda place: (-len(self.groups[place].mentions), place))
            self.groups[large].absorb(self.groups[small])
            self._above[small] = large

    def places(self) -> list[int]:
        """Give the places of the groups that are left."""
        return [place for place, above in enumerate(self._above) if place == above]
