// The register of documents: filters that act together, at once; what is chosen stands in the page's address.
{
  const AT_ONCE = 20;
  const KEPT = 200; // rows of the table, most of them hidden: for printing and for the browser's own search
  const FACETS = ["co-quan", "loai", "nam", "hieu-luc"];
  const root = new URL("../../", document.currentScript.src);

  /** A page's address; opened from a folder, no server adds the name of its file. */
  const page = (url) => new URL(root.protocol === "file:" ? `${url}index.html` : url, root);

  /** `Chuyển đổi số` → `chuyen doi so`: found with or without marks. */
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

  /** `1450/QĐ-UBND` → `1450qdubnd`: found however its parts are set. */
  const tight = (text) => folded(text).replace(/[^\p{L}\p{N}]/gu, "");

  /** Rows that stand in the page already. */
  function rowsOf(rows) {
    return rows.map((row) => {
      const number = tight(row.querySelector("[data-o=number]").textContent);
      return { row: () => row, keys: valuesOf(row), number, words: folded(row.textContent) };
    });
  }

  function valuesOf(row) {
    return Object.fromEntries(FACETS.map((facet) => [facet, row.getAttribute(`data-${facet}`)]));
  }

  /** A register of several pages: all rows come as data, and are drawn after the first one of the page. */
  function drawn(data, pattern) {
    return data.map((given) => {
      let row;
      const words = folded([given.number, given.type, given.issuer, given.issued.text, given.abstract].join(" "));
      return { row: () => (row ??= filled(pattern.cloneNode(true), given)), keys: given.keys, number: tight(given.number), words };
    });
  }

  function filled(row, given) {
    const part = (name) => row.querySelector(`[data-o=${name}]`);
    for (const facet of FACETS) row.setAttribute(`data-${facet}`, given.keys[facet]);
    for (const name of ["number", "type", "issuer", "abstract"]) part(name).textContent = given[name];
    part("number").href = page(given.url);
    part("issued").textContent = given.issued.text;
    part("issued").dateTime = given.issued.iso;
    const chip = given.draft ? ["chip chip--draft", given.status_note] : given.sample ? ["chip chip--sample", "Nội dung mẫu"] : null;
    part("chips").replaceChildren(...(chip ? [made("span", ...chip)] : []));
    part("validity").replaceChildren(...validity(given.validity));
    part("file").replaceChildren(given.file ? download(given) : nothing());
    return row;
  }

  function made(tag, style, text) {
    const element = document.createElement(tag);
    element.className = style;
    element.textContent = text;
    return element;
  }

  function nothing() {
    const told = made("span", "ledger__none", "–");
    told.append(made("span", "unseen", " không có tệp"));
    return told;
  }

  function validity(given) {
    const end = given.days.length && given.state !== "con-hieu-luc" ? ";" : "";
    const told = [made("span", `force force--${given.state}`, given.label + end)];
    for (const { lead, text } of given.days) told.push(" ", made("span", "force__day", `${lead} ${text}`));
    for (const other of given.replaced_by) {
      const line = made("span", "force__day", `${other.lead} `);
      const link = made("a", "", other.number);
      link.href = page(other.url);
      line.append(link);
      told.push(line);
    }
    return told;
  }

  function download({ number, file }) {
    const link = made("a", "", `${file.type} `);
    link.href = new URL(file.url, root);
    link.download = file.name;
    link.setAttribute("aria-label", `Tải ${number}, tệp ${file.type}, ${file.size}`);
    link.append(made("small", "", file.size));
    return link;
  }

  /** Fetched as a script, so that it works from a folder as well. */
  function load(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => done(window.soVanBan);
      script.onerror = failed;
      document.head.append(script);
    });
  }

  function start(form) {
    const body = document.querySelector("[data-so-bang] tbody");
    const part = (name) => document.querySelector(`[data-so-${name}]`);
    const [said, none, more, clear, pages] = ["dem", "trong", "them", "xoa", "trang"].map(part);
    const caption = body.parentElement.caption;
    const first = [...body.rows], every = said.textContent, headed = caption.textContent;
    const source = form.dataset.soDuLieu;
    let all, fits = first.map((row) => ({ row: () => row })), shown = AT_ONCE;

    const rows = () => (all ??= source ? load(source).then((data) => drawn(data, first[0])) : Promise.resolve(rowsOf(first)));
    const chosen = () => new Map([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));

    function remember(wanted) {
      const query = new URLSearchParams([...wanted]).toString();
      try {
        history.replaceState(history.state, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
      } catch { /* opened from a folder: some browsers keep the address */ }
    }

    /** The first rows, the others behind a button; a browser that searches hidden text opens them when it finds some. */
    function show(count) {
      const showing = fits.slice(0, Math.max(shown, KEPT)).map(({ row }) => row());
      showing.forEach((row, place) => (place < shown ? row.removeAttribute("hidden") : row.setAttribute("hidden", "until-found")));
      body.replaceChildren(...showing);
      const left = fits.length - shown;
      said.textContent = left > 0 ? `${count}, đang hiện ${shown}` : count;
      more.hidden = left <= 0;
      more.firstElementChild.textContent = `Hiện thêm ${Math.min(left, AT_ONCE)}`;
    }

    function whole() {
      fits = first.map((row) => ({ row: () => row }));
      show(every);
      caption.textContent = headed;
      none.hidden = clear.hidden = true;
      if (pages) pages.hidden = !more.hidden;
    }

    let turn = 0;
    async function sift() {
      const wanted = chosen(), mine = ++turn;
      remember(wanted);
      if (!wanted.size) return whole();
      let known;
      try {
        known = await rows();
      } catch {
        all = undefined;
        said.textContent = "Chưa tải được danh sách đầy đủ. Mời xem theo cơ quan, loại, năm bên dưới.";
        return;
      }
      if (mine !== turn) return;
      const query = wanted.get("tu") ?? "", words = folded(query).split(/\s+/).filter(Boolean), number = tight(query);
      const told = (entry) => words.every((word) => entry.words.includes(word)) || (/^\d/.test(number) && entry.number.startsWith(number));
      fits = known.filter((entry) => FACETS.every((facet) => !wanted.has(facet) || entry.keys[facet] === wanted.get(facet)) && told(entry));
      show(`${fits.length} văn bản`);
      caption.textContent = `${fits.length} văn bản, mới ban hành xếp trước`;
      none.hidden = fits.length > 0;
      clear.hidden = false;
      if (pages) pages.hidden = true;
    }

    let waiting;
    const again = () => { shown = AT_ONCE; sift(); };
    form.addEventListener("input", (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(again, event.target.type === "search" ? 150 : 0);
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); again(); });
    form.addEventListener("reset", () => setTimeout(() => { again(); form.elements.tu.focus(); }));
    more.firstElementChild.addEventListener("click", () => {
      const next = shown;
      shown += AT_ONCE;
      sift().then(() => body.rows[next]?.querySelector("a")?.focus());
    });
    body.addEventListener("beforematch", (event) => {
      shown = Math.max(shown, [...body.rows].indexOf(event.target.closest("tr")) + 1);
      sift();
    });

    for (const [name, value] of new URLSearchParams(location.search)) {
      if (["tu", ...FACETS].includes(name) && form.elements[name]) form.elements[name].value = value;
    }
    form.hidden = false;
    part("muc").open = false;
    if (chosen().size) sift();
    else whole();
  }

  /** Some browsers forget what a table is once the style sets its rows as cards. */
  function named(table) {
    const roles = { "": "table", "thead, tbody": "rowgroup", tr: "row", td: "cell", "thead th": "columnheader", "tbody th": "rowheader" };
    for (const [parts, role] of Object.entries(roles)) {
      for (const part of parts ? table.querySelectorAll(parts) : [table]) part.setAttribute("role", role);
    }
  }

  for (const table of document.querySelectorAll("[data-so-bang]")) named(table);
  const form = document.querySelector("[data-so-loc]");
  if (form) start(form);
}
