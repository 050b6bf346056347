// Small helps on every page. Nothing here is needed for reading.

const SIZES = ["100%", "112.5%", "125%", "137.5%"];
const KEPT = "co-chu";

/** Storage may be refused (private windows); then a choice lasts for one page. */
const kept = {
  read: () => { try { return Number(localStorage.getItem(KEPT)) || 0; } catch { return 0; } },
  write: (step) => { try { localStorage.setItem(KEPT, String(step)); } catch { /* one page only */ } },
};

function textSize() {
  const group = document.querySelector("[data-co-chu]");
  if (!group) return;
  let step = 0;
  const apply = (wanted) => {
    step = Math.min(Math.max(wanted, 0), SIZES.length - 1);
    document.documentElement.style.fontSize = step ? SIZES[step] : "";
    group.querySelector("[data-co=nho]").disabled = step === 0;
    group.querySelector("[data-co=lon]").disabled = step === SIZES.length - 1;
  };
  group.hidden = false;
  group.addEventListener("click", (event) => {
    const button = event.target.closest("[data-co]");
    if (!button) return;
    apply({ nho: step - 1, thuong: 0, lon: step + 1 }[button.dataset.co]);
    kept.write(step);
  });
  apply(kept.read());
}

function tools() {
  for (const part of document.querySelectorAll("[data-can-js]")) part.hidden = false;
  const said = document.querySelector("[data-loi-nhan]");
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-in], [data-chep]");
    if (!button) return;
    if ("in" in button.dataset) return window.print();
    try {
      await navigator.clipboard.writeText(button.dataset.chep);
      said.textContent = "Đã sao chép đường dẫn.";
    } catch {
      said.textContent = `Trình duyệt không cho sao chép. Đường dẫn: ${button.dataset.chep}`;
    }
  });
}

/** On narrow screens the bar of sections scrolls: bring the current one into sight. */
function currentSection() {
  const list = document.querySelector("[data-cuon-toi-muc]");
  const here = list?.querySelector("[aria-current]");
  if (here) list.scrollLeft = here.parentElement.offsetLeft - list.offsetLeft - 24;
}

/** A wide table scrolls sideways in a frame, which the keyboard can reach. Without this, CSS lets the table scroll. */
function wideTables() {
  for (const table of document.querySelectorAll(".prose table")) {
    const frame = document.createElement("div");
    frame.className = "frame";
    table.replaceWith(frame);
    frame.append(table);
    if (frame.scrollWidth <= frame.clientWidth) continue;
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "Bảng, cuộn ngang để xem hết");
  }
}

textSize();
tools();
currentSection();
document.fonts?.ready.then(currentSection); // widths change when the web font arrives
wideTables();
