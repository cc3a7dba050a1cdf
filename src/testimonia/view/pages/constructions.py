"""What a line of the ledger was recognised by, in a reader's words instead of a grammarian's."""

from __future__ import annotations

# The beginning of a construction's name, the longest that fits, and what is said of it.
WORDS = {
    "according to": "an “according to”",
    "adjective": "an adjective of opinion, and what it is about",
    "adverb": "a word that marks hearsay (“reportedly”)",
    "after the cue": "a clause behind the verb",
    "answer": "an answer of the interview",
    "before the cue": "a clause before the verb",
    "behind a colon": "a name, a colon, and a quotation",
    "below": "a line that announces speech, and the text below it",
    "by-agent": "a passive verb, and who is behind it",
    "ccomp": "a verb, and the clause that it introduces",
    "charge": "a verb of accusing, and whom it accuses of what",
    "colon": "a name, a colon, and the words behind it",
    "conjunction": "a verb, and a clause behind “that”",
    "dash": "a quotation, a dash, and a name",
    "dialogue": "speech that dashes set apart",
    "figure": "a verb of counting, and the figure that is given",
    "footnote": "a sentence with a footnote: the work cited says it",
    "label": "a title, a name, a place or party in brackets, and the words behind a colon",
    "letter": "a letter in the article",
    "noun": "a noun of speech or opinion, and what it is about",
    "object": "a verb of speech or opinion, and its object",
    "passive": "a passive verb of speech or opinion",
    "prep": "a verb of speech or opinion, and what it is about",
    "question": "a question of the interview",
    "quotation": "words in quotation marks",
    "quotation with a verb": "words in quotation marks, with a verb and a name behind them",
    "quote": "words in quotation marks, with a verb beside them",
    "reported mood": "verbs in the mood of reported speech",
    "rest": "a verb of speech inside the sentence that it introduces",
    "source": "an “according to”",
    "tail": "a title: what is said, a comma, and who says it",
    "topic": "a verb of speech, and what it is about",
    "xcomp": "a verb, and the infinitive that it introduces",
}
OTHERWISE = "the words around the verb or noun of speech"


def recognised(construction: str) -> str:
    """What a construction is called where it is shown; nothing for a line that names none."""
    if not construction:
        return ""
    fitting = [beginning for beginning in WORDS if construction.startswith(beginning)]
    return WORDS[max(fitting, key=len)] if fitting else OTHERWISE
