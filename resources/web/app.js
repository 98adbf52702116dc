import { Captions } from "./captions.js";
import { Player } from "./player.js";

const $ = (id) => document.getElementById(id);
const root = document.documentElement;
const captions = new Captions();
const chosen = { language: "", beside: "", size: 100, theme: "dark" };
const RTL = new Set(["ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv"]);
const SHOWN = 400; // cues kept on the page
let player = null, following = true;

try { Object.assign(chosen, JSON.parse(localStorage.getItem("captions") ?? "{}")); } catch { /* private mode: nothing is kept */ }
const remember = () => { try { localStorage.setItem("captions", JSON.stringify(chosen)); } catch { /* the same */ } };

function nameOf(language) {
  try { return new Intl.DisplayNames([navigator.language], { type: "language" }).of(language) ?? language; } catch { return language; }
}

function fillLanguages() {
  const languages = [...captions.tracks.keys()].sort();
  if (!languages.includes(chosen.language)) chosen.language = languages[0] ?? "";
  const option = (value, text) => Object.assign(document.createElement("option"), { value, textContent: text });
  $("language").replaceChildren(...languages.map((each) => option(each, nameOf(each))));
  $("language").value = chosen.language;
  const others = languages.filter((each) => each !== chosen.language);
  $("beside").replaceChildren(option("", "nothing"), ...others.map((each) => option(each, nameOf(each))));
  if (!others.includes(chosen.beside)) chosen.beside = "";
  $("beside").value = chosen.beside;
}

const direction = (language) => (RTL.has(language.split("-")[0]) ? "rtl" : "auto");

// The lines of a caption were broken for a picture: here they flow, but for those of different speakers.
function flowing(text, language) {
  const space = /^(zh|ja|th|lo|km|my)/.test(language) ? "" : " ";
  return text.replace(/\n(?![-–—])/g, space);
}

function row(cue, language) {
  const item = document.createElement("li");
  item.textContent = flowing(cue.text, language);
  item.lang = language;
  item.dir = direction(language);
  item.dataset.index = cue.index;
  return item;
}

function showTrack(list, language) {
  list.hidden = !language;
  list.lang = language || "en";
  list.setAttribute("aria-label", language ? `Captions: ${nameOf(language)}` : "Captions");
  list.replaceChildren(...captions.list(language).slice(-SHOWN).map((cue) => row(cue, language)));
}

function showAll() {
  fillLanguages();
  showTrack($("first"), chosen.language);
  showTrack($("second"), chosen.beside);
  $("second-column").hidden = !chosen.beside;
  for (const place of [$("first-line"), $("second-line")]) place.hidden = true;
  for (const state of captions.lines.values()) drawLine(state);
  mark();
}

function append({ language, cue }) {
  const list = language === chosen.language ? $("first") : language === chosen.beside ? $("second") : null;
  if (!list) return;
  const after = [...list.children].reverse().find((item) => Number(item.dataset.index) < cue.index);
  const item = row(cue, language);
  if (after) after.after(item); else list.prepend(item);
  while (list.children.length > SHOWN) list.firstChild.remove();
  if (captions.lines.has(language)) drawLine(captions.lines.get(language));
  mark();
}

// What is being said now, under the captions that are settled; the part that may change is dim.
function drawLine(state) {
  const place = state.language === chosen.language ? $("first-line") : state.language === chosen.beside ? $("second-line") : null;
  if (!place) return;
  const open = state.is_closed ? "" : state.committed.map((word) => word.text).join("").trim();
  const settled = [...captions.waiting(state.language), open].filter(Boolean).join(" ");
  const tail = state.is_closed ? "" : state.tail.trim();
  const dim = Object.assign(document.createElement("span"), { className: "tail", textContent: tail && settled ? ` ${tail}` : tail });
  place.replaceChildren(document.createTextNode(settled), dim);
  place.lang = state.language;
  place.dir = direction(state.language);
  place.hidden = !settled && !tail;
  if (following && !place.hidden && !player) { $("captions").scrollTop = $("captions").scrollHeight; scrolledAt = performance.now(); }
}

// Without a picture the newest caption is the one to read; with one, what is said now.
function mark() {
  for (const [list, language] of [[$("first"), chosen.language], [$("second"), chosen.beside]]) {
    const now = player ? captions.at(language, player.time) : null;
    const wanted = player ? list.querySelector(`[data-index="${now ? now.index : -1}"]`) : list.lastElementChild;
    const marked = list.querySelector(".now");
    if (marked === wanted) continue;
    if (marked) { marked.classList.remove("now"); marked.removeAttribute("aria-current"); }
    if (!wanted) continue;
    wanted.classList.add("now");
    wanted.setAttribute("aria-current", "true");
    if (following && list === $("first")) scrollTo(wanted);
  }
}

function scrollTo(item) {
  const box = $("captions");
  box.scrollTop = item.offsetTop - box.offsetTop - box.clientHeight * 0.45;
  scrolledAt = performance.now();
}
let scrolledAt = 0;

function follow() {
  const now = $("first").querySelector(".now");
  if (following && now) scrollTo(now);
}
new ResizeObserver(follow).observe($("captions"));  // a phone is turned, a window is made smaller

function drawOverlay() {
  if (!player) return;
  const lines = [[chosen.language, ""], [chosen.beside, "second"]]
    .map(([language, kind]) => ({ cue: language && captions.at(language, player.time), kind, language }))
    .filter(({ cue }) => cue);
  const text = lines.map(({ cue, kind }) => `${kind}${cue.index}`).join();
  if ($("overlay").dataset.shown !== text) {
    $("overlay").dataset.shown = text;
    $("overlay").replaceChildren(...lines.flatMap(({ cue, kind, language }) => [
      Object.assign(document.createElement("p"), { textContent: cue.text, className: kind, lang: language, dir: direction(language) }),
      document.createElement("br"),
    ]));
    mark();
  }
  requestAnimationFrame(drawOverlay);
}

async function openPicture(media) {
  document.body.classList.add("with-picture");
  $("picture").hidden = false;
  $("text-only").hidden = false;
  player = new Player($("video"));
  await player.open(media);
  $("video").play().catch(() => { $("start").hidden = false; });
  drawOverlay();
}

function apply() {
  root.dataset.theme = chosen.theme;
  root.style.fontSize = `${chosen.size}%`;
  $("theme").textContent = chosen.theme === "dark" ? "Light" : "Dark";
  $("theme").setAttribute("aria-pressed", String(chosen.theme === "light"));
  remember();
}

const resize = (step) => {
  chosen.size = Math.max(60, Math.min(300, chosen.size + step));
  apply();
  follow();
};
const say = (text) => { if ($("status").textContent !== text) $("status").textContent = text; };
const pressed = (button) => button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));

$("language").onchange = () => { chosen.language = $("language").value; remember(); showAll(); };
$("beside").onchange = () => { chosen.beside = $("beside").value; remember(); showAll(); };
$("smaller").onclick = () => resize(-20);
$("larger").onclick = () => resize(20);
$("theme").onclick = () => { chosen.theme = chosen.theme === "dark" ? "light" : "dark"; apply(); };
$("text-only").onclick = () => { document.body.classList.toggle("text-only"); pressed($("text-only")); };
$("newest").onclick = () => { following = true; $("newest").hidden = true; mark(); follow(); };
$("start").onclick = () => { $("start").hidden = true; $("video").play(); };
$("captions").onscroll = () => {
  if (performance.now() - scrolledAt < 300) return;
  const now = $("first").querySelector(".now");
  const box = $("captions").getBoundingClientRect();
  const spot = now ? now.getBoundingClientRect() : box;
  following = spot.bottom > box.top && spot.top < box.bottom;
  $("newest").hidden = following;
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, video")) return;
  const action = { "+": () => resize(20), "=": () => resize(20), "-": () => resize(-20), t: $("theme").onclick, c: () => $("text-only").hidden || $("text-only").click() }[event.key];
  if (action) { event.preventDefault(); action(); }
});

captions.addEventListener("open", () => say("Live"));
captions.addEventListener("lost", () => say("Reconnecting …"));
const ending = () => captions.failure ?? "The session has ended";
captions.addEventListener("over", () => say(ending()));
captions.addEventListener("language", showAll);
captions.addEventListener("line", (event) => drawLine(event.detail));
captions.addEventListener("cue", (event) => append(event.detail));
captions.addEventListener("title", (event) => { if (event.detail) setTitle(event.detail); });
captions.addEventListener("state", () => { if (captions.over) say(ending()); });

function setTitle(title) { $("title").textContent = title; document.title = `${title} – captions`; }

async function begin() {
  apply();
  try {
    const info = await (await fetch("info.json", { cache: "no-store" })).json();
    if (info.title) setTitle(info.title);
    if (info.media) await openPicture(info.media);
  } catch { say("This link is no longer valid"); }
  captions.connect();
}

begin();
