// Search in the header, by Pagefind. Its index is fetched when a reader first turns to the box.
{
  const MOST = 8;
  const box = document.querySelector("[data-tim]");

  /** Where the site begins, seen from this script: works under any sub-path. */
  const root = new URL("../../", document.currentScript.src);

  let engine;
  async function ready() {
    engine ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
      await pagefind.options({ baseUrl: root.pathname });
      await pagefind.init();
      return pagefind;
    });
    return engine;
  }

  function entry(found) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const kicker = document.createElement("span");
    const title = document.createElement("strong");
    link.href = found.url;
    kicker.className = "found__kicker";
    kicker.textContent = [found.meta.section, found.meta.date].filter(Boolean).join(" · ");
    title.textContent = found.meta.title;
    link.append(kicker, title);
    item.append(link);
    return item;
  }

  function start({ input, panel, said, list, clear }) {
    let asked = 0;

    function show(open) {
      panel.hidden = !open;
    }

    async function answer() {
      const query = input.value.trim();
      const turn = ++asked;
      clear.hidden = !input.value;
      if (!query) {
        list.replaceChildren();
        return show(false);
      }
      try {
        const pagefind = await ready();
        const { results } = await pagefind.search(query);
        const found = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
        if (turn !== asked) return;
        list.replaceChildren(...found.map(entry));
        said.textContent = results.length ? `${results.length} bài${results.length > MOST ? `, hiện ${MOST} bài gần nhất` : ""}` : "Không thấy bài nào. Thử từ khóa khác.";
      } catch {
        if (turn === asked) said.textContent = "Chưa tìm được: trang đang mở không qua máy chủ web, hoặc mất mạng.";
      }
      show(true);
    }

    let waiting;
    input.addEventListener("focus", () => ready().catch(() => {}), { once: true });
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(answer, 150);
    });
    input.addEventListener("focus", () => input.value.trim() && show(true));
    box.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      answer();
    });
    clear.addEventListener("click", () => {
      input.value = "";
      answer();
      input.focus();
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      show(false);
      input.focus();
    });
    document.addEventListener("click", (event) => box.contains(event.target) || show(false));
    box.addEventListener("focusout", (event) => event.relatedTarget && !box.contains(event.relatedTarget) && show(false));
  }

  if (box) {
    box.hidden = false;
    start({
      input: box.querySelector("input"),
      panel: box.querySelector("[data-tim-khung]"),
      said: box.querySelector("[data-tim-loi]"),
      list: box.querySelector("ol"),
      clear: box.querySelector("button"),
    });
  }
}
