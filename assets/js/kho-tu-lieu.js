"use strict";
// The library: filters whose state stands in the address, and buttons that copy texts. Without this everything is
// listed and can be downloaded.

const STEP = 24; // items shown at first, and more at each press: a phone is not given hundreds at once
const WAIT = 300; // ms: a reader types on, and a screen reader is told once

/** `Chuyển đổi số` → `chuyen doi so` */
const folded = (text) =>
  text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();

const form = document.querySelector("[data-loc-kho]");
const part = (name) => document.querySelector(`[data-${name}]`);
const parts = {
  stocks: part("kho"),
  tally: part("ket-qua"),
  count: part("so-ket-qua"),
  reset: part("bo-loc"),
  use: part("dung-kenh"),
  nothing: part("khong-co"),
  more: part("them"),
};
const FIELDS = ["tim", "kenh", "loai", "muc", "thang"];

const items = [...document.querySelectorAll("[data-bai]")].map((element) => ({ element, ...element.dataset }));
const arrow = document.querySelector(".get svg");

// A page of one month or section offers no choice of these.
const chosen = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name]?.value ?? ""]));

// What an item shows for a channel ------------------------------------------------------------------------------

/** The item's image for a channel in place of its cover, with one button; without a channel all as it was. */
function dress(item, channel, form) {
  const { element } = item;
  if ((element.dataset.dang ?? "") === channel) return;
  element.dataset.dang = channel;
  element.querySelector("[data-mot]")?.remove();
  const image = element.querySelector("img");
  // Attributes, not properties: those would have the whole page laid out for each item.
  item.cover ??= Object.fromEntries(["src", "width", "height"].map((name) => [name, image.getAttribute(name)]));
  const link = channel && linkOf(item, channel);
  // The sizes of the cover would win over another image.
  item.sources ??= [...element.querySelectorAll("picture source")];
  if (link) for (const source of item.sources) source.remove();
  else if (item.sources.length) image.before(...item.sources);
  const shown = link ? { src: link.getAttribute("href"), width: form.width, height: form.height } : item.cover;
  for (const [name, value] of Object.entries(shown)) image.setAttribute(name, value);
  if (link) element.querySelector(".stock__do").append(single(link, form));
}

const linkOf = ({ element }, channel) => element.querySelector(`[data-kenh="${CSS.escape(channel)}"]`);

function formOf(channel) {
  const option = [...form.elements.kenh.options].find(({ value }) => value === channel);
  const { ten, dung, rong, cao } = option.dataset;
  return { name: ten, use: dung, width: Number(rong), height: Number(cao) };
}

function single(link, { name, width, height }) {
  const made = document.createElement("a");
  Object.assign(made, { className: "get", href: link.href, download: link.download });
  made.dataset.mot = "";
  made.setAttribute("aria-describedby", link.closest("[data-bai]").querySelector("h2").id);
  if (arrow) made.append(arrow.cloneNode(true));
  const text = document.createElement("span");
  text.textContent = `Tải ảnh ${name} `;
  const small = document.createElement("small");
  small.textContent = `${width} × ${height}, ${link.dataset.nang}`;
  text.append(small);
  made.append(text);
  return made;
}

// Filters -------------------------------------------------------------------------------------------------------

function fits(item, { thang, loai, muc, kenh }, words) {
  return (
    (!thang || item.thang === thang) &&
    (!loai || item.loai === loai) &&
    // A section holds what its subsections hold.
    (!muc || item.muc.startsWith(muc)) &&
    words.every((word) => item.tu.includes(word)) &&
    (!kenh || Boolean(linkOf(item, kenh)))
  );
}

let most = STEP;

function show() {
  const choice = chosen();
  const words = folded(choice.tim).split(" ").filter(Boolean);
  const wanted = choice.kenh && formOf(choice.kenh);
  let shown = 0;
  for (const item of items) {
    const fitting = fits(item, choice, words);
    shown += fitting;
    item.element.hidden = !fitting || shown > most;
    if (!item.element.hidden) dress(item, choice.kenh, wanted);
  }
  const filtered = Object.values(choice).some(Boolean);
  parts.reset.hidden = !filtered || shown === 0;
  parts.nothing.hidden = shown > 0;
  parts.stocks.hidden = shown === 0;
  parts.more.hidden = shown <= most;
  parts.more.textContent = `Hiện thêm ${Math.min(STEP, shown - most)} bài`;
  channelUse(wanted);
  say(filtered ? `${shown} trong ${items.length} bài` : `${items.length} bài`);
}

/** The next items appear, and the keyboard goes on with the first of them. */
function showMore() {
  const before = items.filter(({ element }) => !element.hidden).length;
  most += STEP;
  show();
  items.filter(({ element }) => !element.hidden)[before]?.element.querySelector("a").focus();
}

/** The frame takes the channel's own ratio, within what a card can hold. */
function channelUse(wanted) {
  parts.stocks.classList.toggle("stocks--one", Boolean(wanted));
  parts.use.hidden = !wanted;
  if (!wanted) return parts.stocks.style.removeProperty("--ratio");
  const { name, use, width, height } = wanted;
  parts.stocks.style.setProperty("--ratio", Math.min(Math.max(width / height, 0.8), 2.4).toFixed(3));
  parts.use.textContent = `${name}, ${width} × ${height} điểm ảnh. ${use}.`;
}

let saying = 0;
function say(text) {
  clearTimeout(saying);
  saying = setTimeout(() => { parts.count.textContent = text; }, parts.count.textContent ? WAIT : 0);
}

// The address ---------------------------------------------------------------------------------------------------

/** A choice is a step that Back undoes; letters of one word are not. */
function remember(step) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(chosen())) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (address.href === location.href) return;
  if (step) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

function restore() {
  most = STEP;
  const asked = new URLSearchParams(location.search);
  for (const name of FIELDS) if (form.elements[name]) form.elements[name].value = asked.get(name) ?? "";
  // A value that is no longer offered leaves a select empty: then offer everything.
  for (const select of form.querySelectorAll("select")) if (select.selectedIndex < 0) select.selectedIndex = 0;
  show();
}

function filters() {
  form.hidden = parts.tally.hidden = false;
  restore();
  parts.more.addEventListener("click", showMore);
  form.addEventListener("input", ({ target }) => {
    most = STEP;
    show();
    remember(target.matches("select"));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    most = STEP;
    show();
    remember(true);
    form.elements.tim.focus(); // the button that was pressed may be gone
  }));
  addEventListener("popstate", restore);
}

// Copying -------------------------------------------------------------------------------------------------------

/** Browsers offer the clipboard on secure pages only; elsewhere a selection is copied as by hand. */
async function copied(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    const folded = element.closest("details");
    if (folded) folded.open = true;
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}

function copying() {
  const told = document.querySelector("[data-da-chep]");
  let leaving = 0;
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-chep-tu]");
    if (!button) return;
    const done = await copied(document.getElementById(button.dataset.chepTu));
    const label = button.closest("article, .shot").querySelector("h3, strong").textContent;
    clearTimeout(leaving);
    told.textContent = done
      ? `Đã sao chép ${button.dataset.daChepGi}: ${label}`
      : "Trình duyệt không cho sao chép. Văn bản đã được chọn sẵn: nhấn Ctrl+C.";
    if (done) leaving = setTimeout(() => { told.textContent = ""; }, 5000);
  });
}

/** A link to one image opens the channel that it is folded into. */
function unfold() {
  const target = document.querySelector(":target");
  const shut = target?.closest("details:not([open])");
  if (!shut) return;
  shut.open = true;
  target.scrollIntoView();
}

addEventListener("hashchange", unfold);
unfold();
if (form && items.length) filters();
copying();
