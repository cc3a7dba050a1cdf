"""One reader for each pattern: a match and its context become a value, a kind and the reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from testimonia.extract.times import absolute, eastern, lengths, relative, spoken, years
from testimonia.extract.times.context import Context, Reading

Reader = Callable[[re.Match[str], Context], Reading | None]

READERS: dict[str, Reader] = {
    "iso": absolute.iso,
    "cjk": absolute.cjk,
    "eastern": eastern.dated,
    "day_alone": eastern.day_alone,
    "eastern_clock": eastern.clock,
    "slashed": absolute.slashed,
    "days": absolute.days,
    "dates": absolute.dates,
    "date": absolute.full,
    "month": absolute.month,
    "jalali": absolute.jalali,
    "hijri": absolute.hijri,
    "years": absolute.years,
    "year": years.year,
    "open": absolute.open_side,
    "decade": absolute.decade,
    "century": absolute.century,
    "season": absolute.season,
    "quarter": absolute.quarter,
    "quarter_word": spoken.quarter_word,
    "decade_word": spoken.decade_word,
    "decade_of": spoken.decade_of,
    "century_of": spoken.century_of,
    "shift": spoken.shift,
    "deictic": relative.deictic,
    "thispart": relative.thispart,
    "weekday": relative.weekday,
    "ago": relative.ago,
    "ahead": relative.ahead,
    "window": relative.window,
    "which": relative.which,
    "whichmonth": relative.whichmonth,
    "set": lengths.set_unit,
    "set_word": lengths.set_word,
    "vague": lengths.vague,
    "decades": lengths.vague,
    "duration": lengths.duration,
    "clock": lengths.clock,
    "hours": lengths.hours,
    "spoken_clock": lengths.spoken_clock,
    "now": relative.now,
    "until_now": relative.until_now,
    "past": relative.past,
    "future": relative.future,
    "same": relative.same,
}
