"""Numbered things that turn out to be one, in groups that name a representative."""

from __future__ import annotations


class Groups:
    """The numbers below `size`, each a group by itself until it is joined to another.

    Attributes:
        above: for each number one of its group that is nearer to the representative, or itself.
    """

    def __init__(self, size: int):
        self.above = list(range(size))

    def find(self, n: int) -> int:
        """The representative of the group `n` belongs to."""
        while self.above[n] != n:
            self.above[n] = self.above[self.above[n]]
            n = self.above[n]
        return n

    def join(self, home: int, guest: int) -> None:
        """Make one group of both; the representative of `home` stays it."""
        self.above[self.find(guest)] = self.find(home)
