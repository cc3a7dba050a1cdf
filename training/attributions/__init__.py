"""Fits the weights that judge readings of attributions: `python -m training.attributions --help`."""
