// Side by side: the rows of one table scroll in step by themselves; this brings the first difference into view.
document.querySelector(".r-changed, .r-translation")?.scrollIntoView({ block: "center" });
