from testimonia.base.documents import Block, Document
from testimonia.clean import clean

FIRST = "The owner of the mill told the workers on Monday that it would close in the spring, because there was no grain left.\n"
SECOND = "The ferry between the two islands did not leave the harbour on Tuesday, because the ice in the strait was too thick.\n"


def kinds(text: str, blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    document = Document("d1", ("page.html",), "0" * 64, len(text), "text/html", text, blocks=blocks)
    return [(segment.kind, text[segment.start : segment.end]) for segment in clean(document)]


def block(text: str, part: str, role: str) -> Block:
    return Block(text.index(part), text.index(part) + len(part), role)


def test_the_extractors_main_text_is_the_article() -> None:
    text = "Home\n" + FIRST + "A mill in winter\n" + SECOND + "Nice text!\n"
    blocks = (Block(5, len(text) - 11, "body"), block(text, "A mill in winter", "caption"), block(text, "Nice text!", "comment"))
    assert kinds(text, blocks) == [
        ("furniture", "Home\n"), ("article", FIRST), ("caption", "A mill in winter\n"), ("article", SECOND), ("comment", "Nice text!\n"),
    ]  # fmt: skip


def test_text_of_marked_posts_is_taken_where_the_extractor_took_one() -> None:
    text = FIRST + "Share\n" + SECOND
    blocks = (
        block(text, FIRST, "post"), block(text, FIRST, "body"), block(text, FIRST, "paragraph"),
        block(text, SECOND, "post"), block(text, SECOND, "paragraph"),
    )  # fmt: skip
    assert [kind for kind, _ in kinds(text, blocks)] == ["article", "furniture", "article"]
