"""Two calendars beside the Gregorian, the solar Hijri (Jalali) and the tabular lunar Hijri, as arithmetic on day numbers; parts of a year.

Jalali: the cycles of K. Borkowski, which give the civil calendar's days. Lunar Hijri: the tabular civil rule (epoch 16 July 622 Julian,
leap years 2 5 7 10 13 16 18 21 24 26 29 of 30); a sighted month may begin a day earlier or later.
"""

from __future__ import annotations

from datetime import date, timedelta

JALALI_BREAKS = (-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178)
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12), "H1": (1, 6), "H2": (7, 12)}
HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 16 July 622 in the Julian calendar


def jalali_new_year(year: int) -> tuple[date, int]:
    """The Gregorian day of 1 Farvardin of a Jalali year, and the years since the last leap year (0 in one). Borkowski's cycles."""
    gregorian, leap, before = year + 621, -14, JALALI_BREAKS[0]
    if not before <= year < JALALI_BREAKS[-1]:
        raise ValueError(f"There is no rule for the Jalali year {year}.")
    jump = 0
    for mark in JALALI_BREAKS[1:]:
        jump = mark - before
        if year < mark:
            break
        leap += jump // 33 * 8 + jump % 33 // 4
        before = mark
    passed = year - before
    leap += passed // 33 * 8 + (passed % 33 + 3) // 4
    if jump % 33 == 4 and jump - passed == 4:
        leap += 1
    march = 20 + leap - (gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150)
    if jump - passed < 6:
        passed = passed - jump + (jump + 4) // 33 * 33
    return date(gregorian, 3, march), ((passed + 1) % 33 - 1) % 4


def jalali(year: int, month: int = 1, day: int = 1) -> date:
    """The Gregorian day of a Jalali day; ValueError where the calendar has no such day."""
    start, since_leap = jalali_new_year(year)
    longest = 31 if month <= 6 else 30 if month <= 11 or since_leap == 0 else 29
    if not (1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError(f"The Jalali calendar has no day {year}-{month}-{day}.")
    return start + timedelta(days=31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)


def hijri(year: int, month: int = 1, day: int = 1) -> date:
    """The Gregorian day of a lunar Hijri day, by the tabular rule; ValueError where the calendar has no such day."""
    if not (1 <= year <= 2000 and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"The Hijri calendar has no day {year}-{month}-{day}.")
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
    return date.fromordinal(HIJRI_EPOCH + days)


def converted(calendar: str, year: int, month: int | None, day: int | None) -> str:
    """The Gregorian TIMEX3 value of a date in another calendar: a day, or the days that its month or year spans."""
    to_day = jalali if calendar == "jalali" else hijri
    if month and day:
        return to_day(year, month, day).isoformat()
    first = to_day(year, month or 1)
    after = to_day(year + 1, 1) if month in (None, 12) else to_day(year, (month or 1) + 1)
    return f"{first.isoformat()}/{(after - timedelta(days=1)).isoformat()}"


def months_of(part: str | None) -> tuple[int, int]:
    """The first and the last month of a part of a year as TIMEX3 writes it: a quarter, half, season or month; of the whole for none."""
    if part is None:
        return 1, 12
    if part[0] == "Q":
        return int(part[1]) * 3 - 2, int(part[1]) * 3
    return SEASONS.get(part) or (int(part), int(part))
