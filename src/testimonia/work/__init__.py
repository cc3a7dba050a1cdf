"""The engine: the flow as one table, resume by content, supervised workers, runners.

flow.py       the stages: what each needs and gives, its version and scope
jobs.py       what a worker is handed: a file to read, and how to make the lane that reads it
lane.py       one file through the stages 1 to 4; only the workers load it
attempt.py    what goes wrong becomes a failure with its stage and record
supervise.py  a worker process that may die or hang without harm
runners.py    where the lanes run: workers beside the program, or over Daft (native or Ray, `over_daft.py`)
intake.py     which files there are, and which need reading again
overruling.py what the analyst ruled about stretches of a page
linking.py    the stages of the whole case
building.py   a folder into a case
"""
