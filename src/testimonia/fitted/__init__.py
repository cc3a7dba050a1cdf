"""Readers of models that were fitted elsewhere and lie as plain arrays beside the code that uses them: numbers in, numbers out."""
