"""Timings, each beside a peer that did comparable work in the same run. `python -m bench [NAME]...`.

Every module here is one benchmark: `TITLE` says what is measured, and `measure()` yields its rows, dictionaries of column to value.
What a benchmark needs and does not find, it says by raising `bench.table.CannotRunError`; a benchmark that did not run is never a result.
"""
