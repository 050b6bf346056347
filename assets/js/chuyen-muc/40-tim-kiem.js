// Search: a few answers below the box in the header, all of them with filters on a page of their own. Pagefind's index is
// fetched when a reader first turns to the box; a copy opened from disk has a small index of its own.
{
  const FEW = 8;
  const MANY = 20;
  const HELP = "Chưa tìm được: mất mạng, hoặc trang không mở qua máy chủ web. Mời xem sơ đồ trang hoặc lưu trữ theo tháng.";

  /** Where the site begins, seen from this script: works under any sub-path. */
  const root = new URL("../../", document.currentScript.src);
  /** A large site's index comes in shares. */
  const shares = Number(document.currentScript.dataset.phanTim ?? 1);

  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[đðɖ]/g, "d");
  const words = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  function made(tag, className, ...inside) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  }

  /** The text with each word that begins like a word of the query set in <mark>. */
  function marked(text, asked) {
    return text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, number) => {
      const hit = number % 2 && asked.some((word) => folded(part).startsWith(word));
      return hit ? made("mark", "", part) : part;
    });
  }

  /** The stretch of a text around the place where most words of the query meet. */
  function excerpt(text, asked) {
    const parts = text.split(/\s+/);
    const hits = parts.map((part) => asked.findIndex((word) => words(part).some((each) => each.startsWith(word))));
    let [best, most] = [0, 0];
    hits.forEach((hit, start) => {
      if (hit < 0) return;
      const met = new Set(hits.slice(start, start + 18).filter((each) => each >= 0)).size;
      if (met > most) [best, most] = [start, met];
    });
    const from = Math.max(best - 8, 0);
    const to = from + 32;
    return `${from ? "… " : ""}${parts.slice(from, to).join(" ")}${to < parts.length ? " …" : ""}`;
  }

  // ---------- Two indexes with one face: `find(query, narrowed)` → {count, some(from, to)} ----------
  // `narrowed` are words that the pages of a section, kind or year have in the index and nobody types. Pagefind's own
  // filters would do the same, but come out of it in another order at each build.

  /** Pagefind passes over tones and marks, but takes đ for another letter: a word typed without marks is asked both ways. */
  function spellings(query) {
    const plain = query.split(/\s+/).filter((word) => /^[\x20-\x7f]*d[\x20-\x7f]*$/i.test(word)).slice(0, 4);
    const swap = (text, word) => text.replace(new RegExp(`(?<=^|\\s)${word.replace(/[^\w]/g, "\\$&")}(?=\\s|$)`), word.replace(/d/gi, "đ"));
    return plain.reduce((found, word) => [...found, ...found.map((text) => swap(text, word))], [query]);
  }

  /** The answers of several queries as one list, each page once with its best score. */
  function merged(answers) {
    const best = new Map();
    for (const result of answers.flatMap(({ results }) => results)) {
      if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
    }
    return [...best.values()].sort((one, other) => other.score - one.score);
  }

  function pagefind() {
    const starting = import(new URL("pagefind/pagefind.js", root)).then(async (engine) => {
      await engine.options({ baseUrl: root.pathname });
      await engine.init();
      const others = Array.from({ length: shares - 1 }, (_, number) => new URL(`pagefind/${number + 2}/`, root).href);
      await Promise.all(others.map((other) => engine.mergeIndex(other, { baseUrl: root.pathname })));
      return engine;
    });
    async function told(result, asked) {
      const { url, meta, content } = await result.data();
      const place = content.indexOf(meta.title);
      const body = place < 0 ? meta.sapo ?? "" : content.slice(place + meta.title.length).replace(/^[.\s]+/, "");
      return { url, title: meta.title, kicker: [meta.section, meta.date], text: excerpt(body, asked) };
    }
    return {
      ready: () => starting,
      async find(query, narrowed) {
        const engine = await starting;
        const texts = spellings(query).map((text) => [text, ...narrowed].join(" "));
        const found = merged(await Promise.all(texts.map((text) => engine.search(text))));
        const asked = words(query);
        const some = (from, to) => Promise.all(found.slice(from, to).map((result) => told(result, asked)));
        return { count: found.length, some };
      },
    };
  }

  function onDisk() {
    const starting = new Promise((done, failed) => {
      if (window.CHUYEN_MUC_CHI_MUC) return done(window.CHUYEN_MUC_CHI_MUC);
      const script = made("script");
      script.src = new URL("assets/js/tim-kiem-ngoai-tuyen.js", root);
      script.onload = () => (window.CHUYEN_MUC_CHI_MUC ? done(window.CHUYEN_MUC_CHI_MUC) : failed(new Error("trống")));
      script.onerror = failed;
      document.head.append(script);
    });
    async function find(query) {
      const asked = words(query);
      const scored = (await starting).map((entry) => {
        const title = ` ${words(entry.t).join(" ")}`;
        const all = `${title} ${entry.w ?? ""} ${words(entry.s ?? "").join(" ")}`;
        const holds = asked.length && asked.every((word) => all.includes(` ${word}`));
        return { entry, score: holds ? 1 + asked.filter((word) => title.includes(` ${word}`)).length : 0 };
      });
      const found = scored.filter(({ score }) => score).sort((one, other) => other.score - one.score);
      const told = ({ entry }) => ({ url: new URL(entry.u, root).href, title: entry.t, kicker: [entry.s, entry.d], text: "" });
      return { count: found.length, some: async (from, to) => found.slice(from, to).map(told) };
    }
    return { ready: () => starting, find };
  }

  let index;
  const engine = () => (index ??= window.CHUYEN_MUC_CHI_MUC || location.protocol === "file:" ? onDisk() : pagefind());
  const search = (query, narrowed = []) => engine().find(query.normalize("NFC").trim(), narrowed);

  function entry({ url, title, kicker, text }, asked, heading) {
    const link = made("a", "found__link", ...marked(title, asked));
    link.href = url;
    const item = made("li", "", made("p", "found__kicker", kicker.filter(Boolean).join(" · ")));
    item.append(made(heading, "found__title", link));
    if (text) item.append(made("p", "found__text", ...marked(text, asked)));
    return item;
  }

  // ---------- The box in the header ----------

  function startBox(box) {
    const [input, panel, said] = ["input", "[data-tim-khung]", "[data-tim-loi]"].map((name) => box.querySelector(name));
    const [list, clear, more] = ["ol", ".search__clear", "[data-tim-them]"].map((name) => box.querySelector(name));
    let turn = 0;
    let waiting;

    const show = (open) => { panel.hidden = !open; };
    const links = () => [...panel.querySelectorAll("a")].filter((link) => link.offsetParent);

    async function answer() {
      const query = input.value.trim();
      const mine = ++turn;
      clear.hidden = !input.value;
      if (!query) {
        list.replaceChildren();
        return show(false);
      }
      try {
        const found = await search(query);
        const shown = await found.some(0, FEW);
        if (mine !== turn) return;
        list.replaceChildren(...shown.map((each) => entry({ ...each, text: "" }, words(query), "div")));
        said.textContent = found.count ? `${found.count} kết quả` : "Không thấy bài nào. Thử từ khóa ngắn hơn hoặc từ khác.";
        more.hidden = found.count <= FEW;
        more.querySelector("a").href = `${box.action}?q=${encodeURIComponent(query)}`;
        more.querySelector("a").textContent = `Xem tất cả ${found.count} kết quả`;
      } catch {
        if (mine !== turn) return;
        list.replaceChildren();
        more.hidden = true;
        said.textContent = HELP;
      }
      show(true);
    }

    function step(by) {
      const stops = [input, ...links()];
      const here = stops.indexOf(document.activeElement);
      stops[(here + by + stops.length) % stops.length]?.focus();
    }

    input.addEventListener("focus", () => engine().ready().catch(() => {}), { once: true });
    input.addEventListener("focus", () => input.value.trim() && list.children.length && show(true));
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(answer, 150);
    });
    box.addEventListener("submit", (event) => {
      if (!input.value.trim()) return event.preventDefault();
      if (location.protocol !== "file:") return;
      event.preventDefault(); // a folder has no index of its own on disk
      location.href = `${new URL("tim-kiem/index.html", root)}?q=${encodeURIComponent(input.value)}`;
    });
    clear.addEventListener("click", () => {
      input.value = "";
      answer();
      input.focus();
    });
    box.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by && !panel.hidden) {
        event.preventDefault();
        step(by);
      } else if (event.key === "Escape" && !panel.hidden) {
        event.preventDefault();
        input.focus();
        show(false);
      }
    });
    document.addEventListener("click", (event) => box.contains(event.target) || show(false));
    box.addEventListener("focusout", (event) => event.relatedTarget && !box.contains(event.relatedTarget) && show(false));
  }

  // ---------- The page with all answers ----------

  function startPage(page) {
    const [form, said, list, more] = ["form", "[data-kq-loi]", "[data-kq]", "[data-kq-them]"].map((name) => page.querySelector(name));
    const sieve = page.querySelector("[data-kq-loc]");
    const input = form.querySelector("[name=q]");
    const pickers = [...sieve.querySelectorAll("select")];
    let turn = 0;
    let found;
    let shown = 0;

    const picked = () => Object.fromEntries(pickers.filter((each) => each.value).map((each) => [each.name, each.value]));

    async function add() {
      const mine = turn;
      const entries = await found.some(shown, shown + MANY);
      if (mine !== turn) return;
      const first = entries.map((each) => entry(each, words(input.value), "h2"));
      list.append(...first);
      if (shown) first[0]?.querySelector("a").focus();
      shown += entries.length;
      more.hidden = shown >= found.count;
    }

    async function answer() {
      const mine = ++turn;
      const query = input.value.trim();
      const address = new URL(location);
      address.search = new URLSearchParams({ ...(query && { q: query }), ...picked() });
      history.replaceState(null, "", address);
      list.replaceChildren();
      more.hidden = true;
      shown = 0;
      if (!query) {
        said.textContent = "Nhập từ khóa để tìm; không cần gõ dấu.";
        return;
      }
      said.textContent = "Đang tìm…";
      try {
        const answers = await search(query, Object.values(picked()));
        if (mine !== turn) return;
        found = answers;
        said.textContent = found.count
          ? `${found.count} kết quả cho “${query}”`
          : `Không thấy bài nào cho “${query}”. Thử từ khóa ngắn hơn, bỏ bớt điều kiện lọc hoặc viết cách khác.`;
        await add();
      } catch {
        if (mine === turn) said.textContent = HELP;
      }
    }

    page.hidden = false;
    const given = new URLSearchParams(location.search);
    input.value = given.get("q") ?? "";
    for (const picker of pickers) {
      const value = given.get(picker.name);
      if ([...picker.options].some((option) => option.value === value)) picker.value = value;
    }
    sieve.hidden = !pickers.length || location.protocol === "file:";
    let waiting;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(answer, 250);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      answer();
    });
    sieve.addEventListener("change", answer);
    more.addEventListener("click", async () => {
      if (more.ariaDisabled) return; // a second click while the first still fetches would list the same answers twice
      more.ariaDisabled = "true";
      await add().catch(() => { said.textContent = HELP; });
      more.ariaDisabled = null;
    });
    answer();
  }

  const box = document.querySelector("[data-tim]");
  const page = document.querySelector("[data-trang-tim]");
  if (box) startBox(box);
  if (page) startPage(page);
}
