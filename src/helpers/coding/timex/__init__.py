"""Dates in text: temporal expressions as TIMEX3 with the calendar interval they stand for, in thirteen languages."""

from helpers.coding.timex.ends import split_ranges
from helpers.coding.timex.find import find_absolute_dates, find_timexes
from helpers.coding.timex.heads import read_heads

__all__ = ["find_absolute_dates", "find_timexes", "read_heads", "split_ranges"]
