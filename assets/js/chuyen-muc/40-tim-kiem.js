// Search: a few answers below the box in the header, all of them with filters on a page of their own. Pagefind's index is
// fetched when a reader first turns to the box; a copy opened from disk has a small index of its own.
{
  const FEW = 8;
  const MANY = 20;
  const ENOUGH = 5; // so many good answers need no loose ones below them
  const [IN_TITLE, IN_LEAD] = [16, 50]; // an item's index begins with its title
  const NONE = { good: [], near: [], hint: async () => "", pick: async () => [] };
  const END = "zhetbaiz"; // what stands behind it on a page is for finding, not for reading
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

  const tight = (text) => words(text).join("");

  const tokens = (query) => query.replace(/["“”]/g, " ").split(/\s+/).filter((part) => tight(part));

  /** What to set off in answers: the query as it stands, else its words whole; the last one's beginning where it is none. */
  function sought(query, unfinished) {
    const parts = tokens(query);
    const run = (text) => tokens(text).map(tight).join("");
    const cited = query.replace(/(\S+) (?=\d\S*[/-])/, "$1 số "); // Nghị quyết 57-NQ/TW stands as Nghị quyết số 57-NQ/TW
    return { runs: [run(cited), run(query)], units: parts.map(tight), begun: unfinished ? tight(parts.at(-1)) : "", open: unfinished || parts.length > 1 };
  }

  /** Where the query stands in a row of words, however its parts are set: `57-NQ/TW`, `57nqtw`. */
  function runs(parts, run, begun = false) {
    const found = [];
    for (let from = 0; run && from < parts.length; from++) {
      let [met, to] = ["", from];
      while (to < parts.length && met.length < run.length && run.startsWith(met)) met += parts[to++];
      if (parts[from] && (met === run || (begun && met.startsWith(run)))) {
        found.push([from, to]);
        from = to - 1;
      }
    }
    return found;
  }

  /** Which word of the query stands here: its number from one, or nothing. */
  const hit = (word, { units, begun }) => units.indexOf(word) + 1 || (begun && word.startsWith(begun) ? units.length : 0);

  /** Where the whole query stands, its last word perhaps only begun. */
  function standing(known, asked) {
    const ways = asked.open ? [false, true] : [false];
    return ways.flatMap((begun) => asked.runs.map((run) => runs(known, run, begun))).find((found) => found.length);
  }

  /** The stretches of a row of words that answer the query. */
  function answering(known, asked) {
    const whole = standing(known, asked);
    if (whole || asked.strict) return whole ?? [];
    const some = asked.units.flatMap((unit) => runs(known, unit)).concat(known.flatMap((word, at) => (hit(word, asked) ? [[at, at + 1]] : [])));
    return some.sort(([one], [other]) => one - other).filter(([from], at, all) => !at || from >= all[at - 1][1]);
  }

  /** The text with what was found in <mark>. */
  function marked(text, asked) {
    const parts = text.split(/([\p{L}\p{M}\p{N}]+)/u); // words stand at the odd places
    const known = parts.filter((_, place) => place % 2).map(folded);
    const pieces = [];
    let done = 0;
    for (const [from, to] of answering(known, asked).map(([first, end]) => [first * 2 + 1, end * 2])) {
      pieces.push(parts.slice(done, from).join(""), made("mark", "", parts.slice(from, to).join("")));
      done = to;
    }
    return [...pieces, parts.slice(done).join("")];
  }

  /** The stretch of a text around the query, or around the place where most of its words meet. */
  function excerpt(text, asked) {
    const parts = text.split(/\s+/);
    const known = parts.map(tight);
    const [run] = standing(known, asked) ?? [];
    let [best, most] = [run?.[0] ?? 0, 0];
    const hits = run || asked.strict ? [] : known.map((word) => hit(word, asked));
    hits.forEach((one, start) => {
      if (!one) return;
      const met = new Set(hits.slice(start, start + 18).filter(Boolean)).size;
      if (met > most) [best, most] = [start, met];
    });
    const from = Math.max(best - 8, 0);
    const to = from + 32;
    return `${from ? "… " : ""}${parts.slice(from, to).join(" ")}${to < parts.length ? " …" : ""}`;
  }

  // ---------- When nothing is found: another spelling of what was typed ----------

  /** Is one word the other with a letter more, less, another, or two that changed places? */
  function slip(one, other) {
    if (one.length > other.length) return slip(other, one);
    if (other.length - one.length > 1) return false;
    let [start, end] = [0, 0];
    while (start < one.length && one[start] === other[start]) start++;
    while (end < one.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
    const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
    return right.length <= 1 || (right.length === 2 && left === right[1] + right[0]);
  }

  /** The query with each unknown word put right, as most pages have it; `asked(words)` → {phrase, loose} pages. */
  async function putRight(given, unknown, vocabulary, asked) {
    const choices = given.map((word, place) => (unknown[place] ? vocabulary.filter((other) => slip(word, other)).slice(0, 12) : [word]));
    const tries = choices.reduce((all, some) => all.flatMap((begun) => some.map((word) => [...begun, word])), [[]]).slice(0, 60);
    const found = await Promise.all(tries.map(async (text) => ({ ...(await asked(text)), text })));
    if (!found.length) return null;
    const weight = ({ phrase, loose }) => phrase.size * 1000 + loose.size;
    const best = found.reduce((one, other) => (weight(other) > weight(one) ? other : one));
    return weight(best) ? best : null;
  }

  /** Words of a text where they stand as in the query, with their marks. */
  function spelled(text, query) {
    const parts = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const [run] = runs(parts.map(folded), query.join(""));
    return run ? parts.slice(...run).join(" ").toLowerCase() : query.join(" ");
  }

  // ---------- Two indexes with one face: `find(query, narrowed)` → {good, near, asked, hint(), told(result)} ----------
  // `good` have the query as it stands, `near` have its words somewhere. `narrowed` are words that the pages of a section,
  // kind or year have in the index and nobody types. Pagefind's own filters would do the same, but come out of it in another
  // order at each build.

  /** Few loose answers below few good ones, none below many, all where there is no good one. */
  const fewer = (good, near) => (good.length ? near.slice(0, good.length < ENOUGH ? ENOUGH : 0) : near);

  /** Pagefind passes over tones and marks, but takes đ for another letter: a word typed without marks is asked both ways. */
  function spellings(text) {
    const swap = (word) => (/^"?(?:d|\d[\d/.-]*[a-z]*?d)[\x20-\x7f]*$/i.test(word) ? [word, word.replace(/d/i, "đ")] : [word]);
    return text.split(" ").reduce((all, word) => all.flatMap((begun) => swap(word).map((each) => [...begun, each])).slice(0, 16), [[]])
      .map((each) => each.join(" "));
  }

  /** The answers of several queries by their page, with all places where words stand. */
  function merged(answers) {
    const found = new Map();
    for (const result of answers.flatMap(({ results }) => results)) {
      const known = found.get(result.id);
      const better = known && known.score >= result.score ? known : result;
      found.set(result.id, known ? { ...better, words: [...known.words, ...result.words] } : result);
    }
    return found;
  }

  /** Where all words of the query stand one after the other; before a number one more may stand: `Nghị quyết số 57-NQ/TW`. */
  function together(places, parts) {
    const sets = places.map((list) => new Set(list));
    const starts = [...sets[0]].filter((start) => {
      let at = start;
      return sets.slice(1).every((set, number) => (at = [at + 1, ...(/\d/.test(parts[number + 1]) ? [at + 2] : [])].find((next) => set.has(next))));
    });
    return starts.length ? Math.min(...starts) : -1;
  }

  /** How close the words stand where they stand closest: 1 side by side, towards 0 far apart. */
  function closeness([first, ...others]) {
    const apart = first.slice(0, 50).map((here) =>
      others.reduce((sum, list) => sum + list.reduce((least, there) => Math.min(least, Math.abs(there - here)), 400), 0));
    return (others.length * others.length) / Math.max(1, ...[Math.min(...apart)]);
  }

  function pagefind() {
    const starting = import(new URL("pagefind/pagefind.js", root)).then(async (engine) => {
      await engine.options({ baseUrl: root.pathname, ranking: { diacriticSimilarity: 2, metaWeights: { title: 0, section: 0, date: 0, image: 0, image_alt: 0 } } });
      await engine.init();
      const others = Array.from({ length: shares - 1 }, (_, number) => new URL(`pagefind/${number + 2}/`, root).href);
      await Promise.all(others.map((other) => engine.mergeIndex(other, { baseUrl: root.pathname })));
      return engine;
    });
    const kept = new Map();

    /** Pages by their key; while a reader types, only the last word is new. */
    function pages(text) {
      if (kept.size > 300) kept.clear();
      if (!kept.has(text)) kept.set(text, starting.then((engine) => Promise.all(spellings(text).map((each) => engine.search(each)))).then(merged));
      return kept.get(text);
    }
    const exact = (text) => pages(`"${text}"`);

    /** Documents of exactly the number that stands in the query. */
    async function numbered(parts) {
      const texts = new Set();
      parts.forEach((part, from) => {
        for (let to = from + 1; /^\d/.test(part) && to <= Math.min(parts.length, from + 4); to++) texts.add(tight(parts.slice(from, to).join("")));
      });
      const found = await Promise.all([...texts].filter((text) => /[a-z]{2}/.test(text)).map((text) => exact(`so${text}z`)));
      return new Map(found.flatMap((each) => [...each]));
    }

    /** `phrase`: pages by where the query first stands on them; `loose`: pages that hold all its words, by how close. */
    async function ask(parts) {
      const whole = await Promise.all(parts.map(exact));
      const begun = await Promise.all(parts.map(pages));
      const unfinished = !whole.at(-1).size;
      const sets = unfinished ? [...whole.slice(0, -1), begun.at(-1)] : whole;
      const [phrase, loose] = [new Map(), new Map()];
      for (const id of sets[0].keys()) {
        if (!sets.every((set) => set.has(id))) continue;
        const places = begun.map((set) => set.get(id)?.words ?? []);
        const first = together(places, parts);
        if (first >= 0) phrase.set(id, first);
        else if (parts.length > 1) loose.set(id, closeness(places));
        else phrase.set(id, 999);
      }
      return { phrase, loose, unfinished, source: (id) => [...begun, ...whole].find((set) => set.has(id))?.get(id) };
    }

    async function find(query, narrowed) {
      await starting;
      const parts = tokens(query);
      if (!parts.length) return { ...NONE, asked: sought("") };
      const split = words(query);
      const ways = split.length > parts.length ? [query.match(/[\p{L}\p{M}\p{N}]+/gu), parts] : [parts];
      const [numbers, ranked, within, ...asks] = await Promise.all(
        [numbered(parts), pages(parts.join(" ")), Promise.all(narrowed.map(exact)), ...ways.map(ask)]);
      const phrase = new Map(asks.flatMap((each) => [...each.phrase]));
      const loose = new Map(asks.flatMap((each) => [...each.loose]));
      const best = [...ranked.values()].reduce((most, { score }) => Math.max(most, score), 1e-9);
      const score = (id) => (ranked.get(id)?.score ?? 0) / best;
      const early = (place) => (place < IN_TITLE ? 1 : place < IN_LEAD ? 0.3 : 0);
      const sorted = (ids, worth) => ids.filter((id) => within.every((set) => set.has(id)))
        .map((id) => ({ id, worth: worth(id) })).sort((one, other) => other.worth - one.worth).map(({ id }) => id);
      const good = sorted([...new Set([...numbers.keys(), ...phrase.keys()])], (id) => (numbers.has(id) ? 9 : 0) + score(id) + early(phrase.get(id) ?? 999));
      const near = sorted([...loose.keys()].filter((id) => !numbers.has(id) && !phrase.has(id)), (id) => score(id) + loose.get(id));
      const source = (id) => ranked.get(id) ?? asks.map((each) => each.source(id)).find(Boolean) ?? numbers.get(id);
      const asked = sought(query, asks.at(-1).unfinished);
      const hint = async () => (good.length || near.length ? "" : right(split));
      const [kept, whole] = [new Set(good), { ...asked, strict: true }];
      const pick = (ids) => Promise.all(ids.map(async (id) => read(await source(id).data(), kept.has(id) ? whole : asked)));
      return { good, near: fewer(good, near), asked, hint, pick };
    }

    /** Another spelling of a query of which the index has not all words. */
    async function right(given) {
      const reply = await fetch(new URL("tim-kiem/tu.txt", root));
      if (!reply.ok) return "";
      const vocabulary = (await reply.text()).split(" ");
      const unknown = (await Promise.all(given.map(exact))).map((set) => !set.size);
      if (!unknown.includes(true)) return "";
      const best = await putRight(given, unknown, vocabulary, ask);
      if (!best) return "";
      const [model] = best.phrase.keys();
      return model ? spelled((await best.source(model).data()).content, best.text) : best.text.join(" ");
    }

    function read({ url, meta, content }, asked) {
      const text = content.split(END)[0].replace(/\s+/g, " ").replace(/ (?=[,.;:!?…)\]])/g, "");
      const title = meta.title.replace(/\s+/g, " ");
      const place = text.indexOf(title);
      const body = place < 0 ? text : text.slice(place + title.length).replace(/^[.\s]+/, "");
      return { url, title: meta.title, kicker: [meta.section, meta.date], text: excerpt(body, asked) };
    }
    return { ready: () => starting, find };
  }

  function onDisk() {
    const starting = new Promise((done, failed) => {
      if (window.CHUYEN_MUC_CHI_MUC) return done(window.CHUYEN_MUC_CHI_MUC);
      const script = made("script");
      script.src = new URL("assets/js/tim-kiem-ngoai-tuyen.js", root);
      script.onload = () => (window.CHUYEN_MUC_CHI_MUC ? done(window.CHUYEN_MUC_CHI_MUC) : failed(new Error("trống")));
      script.onerror = failed;
      document.head.append(script);
    }).then((entries) => entries.map((entry) => {
      const title = ` ${words(entry.t).join(" ")} `;
      return { entry, title, all: `${title} ${entry.w ?? ""} ${words(entry.s ?? "").join(" ")} ` };
    }));

    const ask = async (given) => {
      const known = await starting;
      const text = ` ${given.join(" ")} `;
      const [first, last] = [given.slice(0, -1), given.at(-1)];
      const unfinished = !known.some(({ all }) => all.includes(` ${last} `));
      const loose = known.filter(({ all }) => first.every((word) => all.includes(` ${word} `)) && all.includes(unfinished ? ` ${last}` : ` ${last} `));
      const alone = unfinished && given.length === 1;
      const phrase = loose.filter(({ all }) => alone || all.includes(text));
      return { phrase: new Set(phrase), loose: new Set(loose), unfinished, text };
    };
    async function find(query) {
      const known = await starting;
      const given = words(query);
      if (!given.length) return { ...NONE, asked: sought("") };
      const { phrase, loose, unfinished, text } = await ask(given);
      const number = given.join("");
      const rank = ({ entry, title }) => (entry.n === number ? 2 : title.includes(text) ? 1 : 0);
      const good = known.filter((one) => phrase.has(one) || one.entry.n === number).sort((one, other) => rank(other) - rank(one));
      const near = [...loose].filter((one) => !good.includes(one));
      const asked = sought(query, unfinished);
      const pick = async (some) => some.map(({ entry }) => ({ url: new URL(entry.u, root).href, title: entry.t, kicker: [entry.s, entry.d], text: "" }));
      return { good, near: fewer(good, near), asked, pick, hint: async () => (good.length || near.length ? "" : right(given, known)) };
    }
    async function right(given, known) {
      const vocabulary = [...new Set(known.flatMap(({ all }) => all.split(" ").filter(Boolean)))];
      const unknown = given.map((word) => !vocabulary.includes(word));
      const best = unknown.includes(true) && (await putRight(given, unknown, vocabulary, ask));
      return best ? spelled([...best.phrase, ...best.loose][0].entry.t, best.text) : "";
    }
    return { ready: () => starting, find };
  }

  let index;
  const engine = () => (index ??= window.CHUYEN_MUC_CHI_MUC || location.protocol === "file:" ? onDisk() : pagefind());
  const search = (query, narrowed = []) => engine().find(query.normalize("NFC").trim(), narrowed);

  /** The page of answers to a query. */
  function address(query) {
    const page = new URL(location.protocol === "file:" ? "tim-kiem/index.html" : "tim-kiem/", root);
    page.search = new URLSearchParams({ q: query });
    return page.href;
  }

  /** Answers that have the query as it stands show just that. */
  const strict = (found) => ({ ...found.asked, strict: true });
  const NEAR = "Kết quả gần đúng";
  function told({ good, near }) {
    if (good.length) return `${good.length} kết quả`;
    return near.length ? `Không có bài nào đúng cả cụm từ; ${near.length} kết quả gần đúng` : "";
  }

  function offer(query) {
    if (!query) return [];
    const link = made("a", "found__hint", query);
    link.href = address(query);
    return [" Có phải bạn muốn tìm: ", link, "?"];
  }

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
        const count = found.good.length + found.near.length;
        const [good, near] = [found.good.slice(0, FEW), found.near.slice(0, Math.max(0, FEW - found.good.length))];
        const [hint, ...shown] = await Promise.all([found.hint(), ...(count ? [found.pick(good), found.pick(near)] : [])]);
        if (mine !== turn) return;
        const [first = [], rest = []] = shown.map((some, loose) =>
          some.map((each) => entry({ ...each, text: "" }, loose ? found.asked : strict(found), "div")));
        list.replaceChildren(...first, ...(rest.length && first.length ? [made("li", "found__near", NEAR)] : []), ...rest);
        said.replaceChildren(told(found) || "Không thấy bài nào.", ...(count ? [] : offer(hint)));
        more.hidden = count <= FEW;
        more.querySelector("a").href = address(query);
        more.querySelector("a").textContent = `Xem tất cả ${count} kết quả`;
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
      location.href = address(input.value);
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
    const [sieve, clear, apart] = ["[data-kq-loc]", "[data-kq-xoa]", "[data-kq-gan]"].map((name) => page.querySelector(name));
    const input = form.querySelector("[name=q]");
    const pickers = [...sieve.querySelectorAll("select")];
    let turn = 0;
    let found;
    let shown = 0;

    const picked = () => Object.fromEntries(pickers.filter((each) => each.value).map((each) => [each.name, each.value]));

    async function add() {
      const mine = turn;
      const { good, near, asked, pick } = found;
      const some = [...good, ...near].slice(shown, shown + MANY);
      if (!some.length) return;
      const entries = await pick(some);
      if (mine !== turn) return;
      const first = Math.max(0, Math.min(good.length - shown, some.length));
      const drawn = entries.map((each, place) => (place < first ? entry(each, strict(found), "h2") : entry(each, asked, "h3")));
      list.append(...drawn.slice(0, first));
      apart.querySelector("ol").append(...drawn.slice(first));
      apart.hidden = shown + some.length <= good.length;
      if (shown) drawn[0].querySelector("a").focus();
      shown += some.length;
      more.hidden = shown >= good.length + near.length;
    }

    /** How many were found, or what else to try. */
    async function tell(query) {
      const filtered = Object.keys(picked()).length ? " với bộ lọc đã chọn" : "";
      if (found.good.length) return [`${found.good.length} kết quả cho “${query}”${filtered}`];
      if (found.near.length) return [`Không có bài nào đúng cả cụm từ “${query}”${filtered}; ${found.near.length} kết quả gần đúng`];
      const hint = offer(await found.hint());
      return [`Không thấy bài nào cho “${query}”${filtered}.`, ...(hint.length ? hint : [filtered ? "" : " Thử từ khóa ngắn hơn hoặc viết cách khác."])];
    }

    async function answer() {
      const mine = ++turn;
      const query = input.value.trim();
      const address = new URL(location);
      address.search = new URLSearchParams({ ...(query && { q: query }), ...picked() });
      history.replaceState(null, "", address);
      list.replaceChildren();
      apart.querySelector("ol").replaceChildren();
      more.hidden = apart.hidden = true;
      clear.hidden = !Object.keys(picked()).length;
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
        const lines = await tell(query);
        if (mine !== turn) return;
        said.replaceChildren(...lines);
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
    clear.addEventListener("click", () => {
      for (const picker of pickers) picker.value = "";
      answer();
      input.focus();
    });
    more.addEventListener("click", async (event) => {
      if (event.detail > 1 || more.ariaDisabled) return; // the second click of a double one, or while the first still fetches
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
