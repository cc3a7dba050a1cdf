"""The quality ratchet: scores on gold data that lies outside of the project, with floors that only rise.

corpora.py   the sets: which pages are built, which gold they are held against, with which scorer
scoring.py   build, export and score one set
floors.py    the floors and the lists of missed items, read, compared and written
__main__.py  `python -m gate`

No text of the gold data comes into the project: floors are numbers, items are digests.
"""
