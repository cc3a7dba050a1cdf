"""Reuse: copies, quotations and translations; the stemma; the origins. `linking.link_reuse` is the stage.

Nothing is imported here: the helpers that align texts (`link.sharing`) need a small part of it, and should begin at once.
"""
