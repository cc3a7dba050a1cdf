"""HTML: the visible text of the whole page in its order, with what its markup says of each stretch and of the page."""

from testimonia.capture.html.page import read_html

__all__ = ["read_html"]
