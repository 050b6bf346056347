// Filters the library: by words (with or without diacritics), kind, section and channel. The address keeps the choice.

/** `Chuyển đổi số` → `chuyen doi so` */
const folded = (text) =>
  text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();

const form = document.querySelector("[data-loc-kho]");
const count = document.querySelector("[data-so-ket-qua]");
const nothing = document.querySelector("[data-khong-co]");
const items = [...document.querySelectorAll("[data-bai]")].map((element) => ({
  element,
  words: folded(element.querySelector("h2").textContent),
  kind: element.dataset.loai,
  section: element.dataset.muc,
  shots: [...element.querySelectorAll("[data-kenh]")],
}));
const FIELDS = ["tim", "loai", "muc", "kenh"];

const chosen = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));

function show() {
  const { tim, loai, muc, kenh } = chosen();
  const wanted = folded(tim).split(" ").filter(Boolean);
  let shown = 0;
  let images = 0;
  for (const item of items) {
    let fitting = 0;
    for (const shot of item.shots) {
      shot.hidden = Boolean(kenh) && shot.dataset.kenh !== kenh;
      fitting += shot.hidden ? 0 : 1;
    }
    const fits =
      wanted.every((word) => item.words.includes(word)) &&
      (!loai || item.kind === loai) &&
      // A section holds what its subsections hold.
      (!muc || item.section.startsWith(muc)) &&
      (!kenh || fitting > 0);
    item.element.hidden = !fits;
    shown += fits ? 1 : 0;
    images += fits ? fitting : 0;
  }
  count.textContent = `${shown} bài, ${images} ảnh`;
  nothing.hidden = shown > 0 || items.length === 0;
}

function remember() {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(chosen())) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
}

function restore() {
  const asked = new URLSearchParams(location.search);
  for (const name of FIELDS) form.elements[name].value = asked.get(name) ?? "";
  // A value that is no longer offered leaves a select empty: then offer everything.
  for (const select of form.querySelectorAll("select")) if (select.selectedIndex < 0) select.selectedIndex = 0;
}

function kinds() {
  const labels = new Map(items.map(({ element, kind }) => [kind, element.dataset.tenLoai]));
  for (const [kind, label] of [...labels].sort(([, a], [, b]) => a.localeCompare(b, "vi"))) {
    form.elements.loai.add(new Option(label, kind));
  }
}

if (form && items.length) {
  kinds();
  restore();
  form.hidden = false;
  show();
  // Hiding items moves the page: go back to the one that the address names.
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  form.addEventListener("input", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
}
