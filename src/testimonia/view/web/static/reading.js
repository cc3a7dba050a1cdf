// The article page: the chain lights up beside its cue; words that are selected can be linked to, noted, tagged.
const article = document.querySelector(".reading");
const form = document.getElementById("span-note");
const bounds = document.getElementById("span-bounds");
const segment = document.getElementById("span-segment");
const forms = [form, bounds, segment];

for (const cue of article.querySelectorAll("[data-note]")) {
  const note = document.getElementById(cue.dataset.note);
  const light = (on) => () => note?.classList.toggle("lit", on);
  for (const [kind, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]]) cue.addEventListener(kind, light(on));
}
document.getElementById("quiet").addEventListener("change", (event) => article.classList.toggle("quiet", event.target.checked));
document.getElementById("plain").addEventListener("change", (event) => article.classList.toggle("plainly", event.target.checked));

// Offsets count code points, as everywhere in the program.
const length = (text) => [...text].length;

// The words of the page in a range, without what only a screen reader says of it.
function wordsOf(range) {
  const part = range.cloneContents();
  for (const hidden of part.querySelectorAll(".unseen")) hidden.remove();
  return part.textContent;
}

function before(block, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, offset);
  return length(wordsOf(range));
}

// What was ruled on a stretch is said beside it: the page is shown by the last build, and only the next one takes the ruling in.
let chosenBlock = null;
for (const one of forms) {
  one.addEventListener("decided", (event) => {
    for (const other of forms) other.hidden = true;
    const mark = document.createElement("p");
    mark.className = "ruled";
    mark.textContent = `§ ${event.detail.words}${one === segment ? ` · ${segment.querySelector(".by").textContent}` : ""}`;
    chosenBlock?.parentElement.append(mark);
  });
}

document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  if (forms.some((one) => one.contains(document.activeElement))) return;
  const range = chosen.rangeCount ? chosen.getRangeAt(0).cloneRange() : null;
  const first = range?.startContainer;
  const block = (first?.nodeType === Node.ELEMENT_NODE ? first : first?.parentElement)?.closest(".text");
  // A triple click ends in the next paragraph: what is meant is this one.
  if (block && !block.contains(range.endContainer)) range.setEnd(block, block.childNodes.length);
  if (!block || !wordsOf(range)) {
    for (const one of forms) one.hidden = true;
    return;
  }
  chosenBlock = block;
  segment.querySelector("select").value = block.parentElement.classList.contains("b-article") ? "furniture" : "article";
  const words = wordsOf(range);
  const start = Number(block.dataset.start) + before(block, range.startContainer, range.startOffset);
  const end = start + length(words);
  const asked = new URLSearchParams({ from: start, to: end, words: [...words].slice(0, 80).join("") });
  document.getElementById("span-words").textContent = words.length > 120 ? `${words.slice(0, 120)} …` : words;
  document.getElementById("span-place").value = `${start}:${end}`;
  document.getElementById("span-text").value = [...words].slice(0, 400).join("");
  document.getElementById("span-link").href = `/article/${encodeURIComponent(article.dataset.article)}?${asked}#sought`;
  document.getElementById("bounds").value = `${start}:${end}`;
  form.hidden = false;
  bounds.hidden = !bounds.querySelector("option");
  document.getElementById("segment-words").value = words;
  segment.hidden = length(words) > 9000;
  const raw = document.getElementById("raw");
  raw.href = `${raw.href.split("?")[0]}?from=${start}&to=${end}#sought`;
});
