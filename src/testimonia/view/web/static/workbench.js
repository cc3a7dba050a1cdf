// Keys and decisions for every page. Without this file the pages and their forms work all the same.
const items = () => [...document.querySelectorAll("[data-item]")];
const current = () => document.activeElement?.closest("[data-item]");
const said = document.getElementById("said");
const tell = (words) => { said.textContent = words; };

function step(by) {
  const all = items();
  if (!all.length) return;
  const at = all.indexOf(current());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

async function send(form, button) {
  const body = new FormData(form);
  if (button?.name) body.append(button.name, button.value);
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(body), headers: { accept: "application/json" } });
  const found = await answer.json();
  if (!answer.ok) throw new Error(`${found.error} ${found.advice ?? ""}`);
  return found;
}

function show(item, found) {
  const place = item?.querySelector("[data-ruling]");
  if (!place) return;
  place.replaceChildren();
  if (found.decision.retires) return;
  const mark = document.createElement("span");
  mark.className = "ruled";
  mark.textContent = `§ ${found.words}`;
  place.append(mark);
  item.classList.toggle("aside", found.decision.kind === "reject");
}

async function decide(form, button, after = () => {}) {
  const item = form.closest("[data-item]");
  try {
    const found = await send(form, button);
    show(item, found);
    tell(`${found.words}. z takes it back.`);
    form.dispatchEvent(new CustomEvent("decided", { detail: found }));
    after();
  } catch (error) {
    tell(`This was not kept: ${error.message}`);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches(".judge") && form.getAttribute("action") === "/decide") {
    event.preventDefault();
    decide(form, event.submitter);
  }
});

function judge(key) {
  const scope = current() ?? items()[0];
  const button = scope?.querySelector(`button[data-key="${key}"]`);
  const next = document.body.dataset.page === "review" ? () => step(1) : undefined; // a queue goes on
  if (button) decide(button.form, button, next);
}

async function undo() {
  try {
    const found = await send(document.getElementById("undo"), null);
    tell(`${found.words}.`);
    location.reload();
  } catch (error) {
    tell(error.message);
  }
}

const keys = {
  "/": () => document.getElementById("q").focus(),
  j: () => step(1),
  k: () => step(-1),
  y: () => judge("y"),
  n: () => judge("n"),
  u: () => judge("u"),
  z: undo,
  r: () => document.getElementById("raw")?.click(),
  "?": () => document.getElementById("keys").showModal(),
  Escape: () => history.back(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const typing = event.target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select");
  if (typing) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "Enter" && event.target.matches("[data-item]")) {
    event.target.querySelector("[data-open]")?.click();
    return;
  }
  if (/^[1-9]$/.test(event.key)) judge(event.key);
  if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});
document.getElementById("help").addEventListener("click", keys["?"]);

// What runs in the background tells how far it is.
function watch(id, path, words) {
  const place = document.getElementById(id);
  if (place?.dataset.state !== "running") return;
  const ask = async () => {
    const found = await (await fetch(path)).json();
    if (found.state !== "running") return location.reload();
    place.textContent = words(found);
    setTimeout(ask, 1000);
  };
  ask();
}
watch("linking", "/linking.json", (found) => `running: ${found.step}`);
watch("meaning", "/meaning.json", (found) => `${found.done} of ${found.total} paragraphs are ready; the rest is being computed.`);
