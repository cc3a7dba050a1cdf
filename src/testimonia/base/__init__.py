"""The words of the program: frozen records, spans, ids, reasons, errors and language tables.

Every other room speaks through what is defined here; this room imports the standard library only.
"""
