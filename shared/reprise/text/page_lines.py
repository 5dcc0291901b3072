"""
The readers of single lines of a page, under one name: credits, times, bylines.

They answer for one line by itself and stay silent when unsure; see the modules they come from.
"""

from reprise.text.page_credits import PictureLine, read_picture_line
from reprise.text.page_names import (
    is_byline_prefix,
    is_name,
    is_role,
    name_before_time,
    names_in,
    read_byline,
    read_inline_byline,
    read_signed_time,
)
from reprise.text.page_times import (
    has_time,
    is_clock_line,
    is_reading_time,
    is_time_line,
    split_meta,
    time_in,
)

__all__ = [
    "PictureLine",
    "has_time",
    "is_byline_prefix",
    "is_clock_line",
    "is_name",
    "is_reading_time",
    "is_role",
    "is_time_line",
    "name_before_time",
    "names_in",
    "read_byline",
    "read_inline_byline",
    "read_picture_line",
    "read_signed_time",
    "split_meta",
    "time_in",
]
