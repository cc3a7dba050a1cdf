"""EXTRACT: sentences, mentions, attributions, figures, times and claims of one article."""

from testimonia.extract.extractor import Extractor
from testimonia.extract.parsing import model_facts

__all__ = ["Extractor", "model_facts"]
