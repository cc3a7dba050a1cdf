"""KEEP: the case. The only room that speaks SQL.

schema.py      the tables, made from the records of `base`
rows.py        a record to a row and back
case.py        open, read and write a case
connecting.py  the way to the file: patience with other programs, and what is said when it is gone or damaged
putting.py     rows in and out of a case, inside a transaction
decisions.py   what the analyst ruled (append-only)
search.py      full-text search; query.py its language, narrowing.py its fields, folding.py its letters
meaning.py     vectors of paragraphs, and the nearest to a question
check.py       every span, id and foreign key read again
migrations.py  named functions that bring an older case up to date
"""

from testimonia.store.case import Case, open_case
from testimonia.store.protecting import cover_of, shown

__all__ = ["Case", "cover_of", "open_case", "shown"]
