"""`testimonia formats`."""

from __future__ import annotations

import json

import click

from testimonia.app.door import AS_JSON
from testimonia.base.codec import dump
from testimonia.capture import FORMATS, ocr_program


@click.command()
@AS_JSON
def formats(as_json: bool) -> None:
    """List what is read, from which files, and with what.

    Example: testimonia formats
    """
    if as_json:
        click.echo(json.dumps([dump(one) for one in FORMATS], indent=2))
        return
    for one in FORMATS:
        click.echo(f"{one.name:<9} {' '.join(one.suffixes):<28} {one.title}; gives {one.gives}. Read with {one.library}.")
    found = ocr_program()
    click.echo(f"Scans: {f'read with {found}' if found else 'Tesseract is not installed; they are listed as needing OCR'}.")
