"""XML from outside, parsed so that it can neither fetch anything nor blow up: no entities, no network, no huge trees."""

from __future__ import annotations

from lxml import etree

from testimonia.base.errors import ReadingError


def parse_xml(data: bytes, what: str) -> etree._Element:
    """The root element of an XML file; `what` names it for the person.

    Raises `ReadingError` when it is damaged or built to do harm.
    """
    if b"<!ENTITY" in data[:100_000]:
        raise ReadingError(f"{what} declares entities, as files built to do harm do.", "Save it again from the program it comes from.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(f"{what} is damaged: {error}.", "Save it again from the program it comes from.") from error
    if root is None:
        raise ReadingError(f"{what} is empty.", "Save it again from the program it comes from.")
    return root


def local(tag: object) -> str:
    """An element's name without its namespace."""
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""
