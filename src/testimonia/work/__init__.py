"""The engine: the flow as one table, resume by content, supervised workers, runners.

flow.py       the stages: what each needs and gives, its version and scope
lane.py       one file through the stages 1 to 4
attempt.py    what goes wrong becomes a failure with its stage and record
supervise.py  a worker process that may die or hang without harm
runners.py    where the lanes run: inline, or over Daft (native or Ray)
intake.py     which files there are, and which need reading again
linking.py    the stages of the whole case
building.py   a folder into a case
"""
