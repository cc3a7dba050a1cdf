"""Entities: names that mean one thing, over the whole case and without a reference database.

Mentions become distinct names (`gather`, on data frames), names become nodes with a normal form and a type decided over the whole case
(`nodes`), nodes are joined step by step, the surest reason first, under rules that keep apart what cannot be one (`linking`); `whole` is
the stage.
"""
