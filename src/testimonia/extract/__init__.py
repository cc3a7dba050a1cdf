"""EXTRACT: sentences, mentions, attributions, figures, times and claims of one article.

`extractor.Extractor` reads articles; `model` says which language model it uses. Nothing is imported here, because the first loads spaCy,
which only the workers need.
"""
