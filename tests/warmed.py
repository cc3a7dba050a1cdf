"""What the workers of tests begin with: models and word lists, read once in the process from which the workers are forked."""

from __future__ import annotations

from testimonia.base.documents import Document
from testimonia.base.settings import Settings
from testimonia.work.lane import FileLane

PAGES = (
    "The mill burned\n\nBy Ana Weller\n\nThe minister said on Monday that 12 people died at the mill. The union said that 19 died.\n",
    "Die Mühle brannte\n\nDer Minister sagte am Montag, dass zwölf Menschen starben. Die Gewerkschaft sprach von 19 Toten.\n",
)

for number, text in enumerate(PAGES):
    FileLane(Settings()).read(
        Document(f"d{number}", (f"{number}.txt",), f"{number:064}", len(text), "text/plain", text), (), lambda *_: None
    )
