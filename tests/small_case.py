"""One small file's records, made by hand: for tests that need rows and no language model."""

from __future__ import annotations

from testimonia.base.documents import Article, Block, Division, Document, Fact, Hint, Note, Segment
from testimonia.base.extractions import Attribution, Claim, Extraction, Mention, Quantity, Sentence
from testimonia.base.ids import document_id, sha256
from testimonia.base.outcomes import DocumentRecords, FileRecords
from testimonia.base.spans import Span

TEXT = "The ferry is late\nThe pilot said that 12 people waited at the quay.\n"


def records(path: str = "a.txt", text: str = TEXT) -> FileRecords:
    """One file with one document, one article and a row of most kinds."""
    sha = sha256(text.encode("utf-8"))
    name = document_id(sha)
    article = Article(
        f"t{name}", name, (Span(18, 66),), title=Span(0, 17), language="en", author=Fact("P. Quay", None, "metadata.csv"),
        published=Fact("2020-01-02", Span(0, 3), "dateline"),
    )  # fmt: skip
    place = (name, article.id)
    said = Attribution(f"a{name}", *place, Span(18, 27), Span(28, 32), (Span(38, 65),), "indirect", "say", speaker=Span(22, 27))
    inner = Attribution(f"b{name}", *place, None, None, (Span(38, 50),), "indirect", "say", parent=said.id)
    twelve = Quantity(f"q{name}", *place, 38, 40, 12.0, 12.0, False, "people", counted="people", attribution=said.id)
    claim = Claim(f"c{name}", *place, Span(18, 66), Span(38, 40), "number", "wait", "12", quantity=twelve.id, attribution=said.id)
    extraction = Extraction(
        article.id,
        sentences=(Sentence(*place, 18, 66),),
        mentions=(Mention(*place, 22, 27, text[22:27], "person", form="role"),),
        attributions=(said, inner),
        quantities=(twelve,),
        claims=(claim,),
    )
    document = Document(
        name, (path,), sha, len(text), "text/plain", text, encoding="utf-8", language="en",
        blocks=(Block(0, 17, "title"),), hints=(Hint("author", "P. Quay", "metadata.csv"),), notes=(Note("capture", "repair", "none"),),
    )  # fmt: skip
    division = Division((Segment(name, 0, 66, "article"), Segment(name, 66, len(text), "furniture")), (article,), language="en")
    return FileRecords(path, (DocumentRecords(document, division, (extraction,)),))
