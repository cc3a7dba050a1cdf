"""The pipeline run over a batch of texts, with the same reading as spaCy's own run and in about half of its time. Three things do it.

- Matrix products are numpy's. thinc makes them with the BLIS that it ships, which knows few processors: on one that it does not know it
  falls back to plain C code, and a third of a parse goes there. numpy's library has kernels for all that are in use.
- The transition systems take up to a whole batch at each step. Of a batch spaCy steps through a fourth at a time.
- Entities are stepped through from Python. spaCy's own loop lets go of the interpreter's lock and then takes it again for every check of
  every action of every token, which costs more than the checks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

SHARES = 4  # spaCy's parsers step through a batch in so many parts; asked for a batch so many times as large they do it in one


def with_numpy(nlp: Language) -> Language:
    """The pipeline with its matrix products made by numpy; whatever runs on other hardware stays there."""
    ours = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if type(node.ops) is NumpyOps:
                node.ops = ours
    return nlp


def run(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """The pipeline's reading of each text. All are held in memory at once."""
    docs = [nlp.make_doc(text) for text in texts]
    for _, component in nlp.pipeline:
        docs = applied(component, docs)
    return docs


def applied(component: Any, docs: list[Doc]) -> list[Doc]:
    """The documents after one component."""
    if isinstance(component, EntityRecognizer) and component.cfg["beam_width"] == 1 and any(map(len, docs)):
        return stepped(component, docs)
    if hasattr(component, "pipe"):
        return list(component.pipe(docs, batch_size=SHARES * len(docs)))
    return [component(doc) for doc in docs]


def stepped(recogniser: Any, docs: list[Doc]) -> list[Doc]:
    """The documents with their entities: each step asks the network for all that are not at their end, and takes the best valid action."""
    states = recogniser.moves.init_batch(docs)
    network = recogniser.model.predict(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = recogniser.transition_states(going, network.predict(going))
    network.clear_memory()
    recogniser.set_annotations(docs, states)
    return docs
