"""What hangs together: a union of sets, for places that are joined pair by pair."""


class Forest:
    """Places, each in one tree.

    >>> forest = Forest()
    >>> forest.join(0, 1), forest.join(1, 2), forest.join(0, 2), forest.root(0) == forest.root(2), forest.root(3)
    (True, True, False, True, 3)
    """

    def __init__(self) -> None:
        """Begin with every place alone."""
        self._above: dict[int, int] = {}

    def root(self, place: int) -> int:
        """Give the place that stands for the tree."""
        above = self._above
        while above.setdefault(place, place) != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    def join(self, one: int, other: int) -> bool:
        """Join two trees under the smaller root; False if they were one already."""
        roots = sorted((self.root(one), self.root(other)))
        self._above[roots[1]] = roots[0]
        return roots[0] != roots[1]
