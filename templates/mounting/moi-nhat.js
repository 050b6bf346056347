// The latest items of the section in a page of a portal.
//   <div data-chuyen-muc-moi-nhat="5"></div>                                   of the whole section
//   <div data-chuyen-muc-moi-nhat="5" data-chuyen-muc-muc="tin-tuc"></div>     of one part of it; needs CORS
//   … data-chuyen-muc-anh="khong"                                              without pictures
{
  const base = new URL("../", document.currentScript.src);
  const NAME = {{ title | tojson }};
  const NEWEST = {{ newest | tojson }};
  const STYLE = `
    :host { display: block; container-type: inline-size; }
    ol { margin: 0; padding: 0; list-style: none; display: grid; gap: 1rem; }
    li { display: grid; grid-template-columns: 1fr; gap: .25rem .875rem; align-items: start; }
    li.co-anh { grid-template-columns: 7.5rem 1fr; }
    img { grid-row: 1 / span 2; width: 100%; height: auto; border-radius: .25rem; display: block; }
    a { color: inherit; font-weight: 600; line-height: 1.4; text-decoration: none; }
    a:hover, a:focus-visible { text-decoration: underline; }
    .khi { font-size: .875em; opacity: .8; }
    .tat-ca { margin: 1rem 0 0; }
    .tat-ca a { display: inline-block; padding-block: .25rem; text-decoration: underline; }
    @container (max-width: 17rem) { li.co-anh { grid-template-columns: 1fr; } img { grid-row: auto; } }
  `;

  function make(name, values = {}, ...parts) {
    const made = Object.assign(document.createElement(name), values);
    made.append(...parts);
    return made;
  }

  function row(entry, pictures) {
    const item = make("li");
    if (pictures && entry.image) {
      const { width, height } = entry.image;
      item.className = "co-anh";
      item.append(make("img", { src: new URL(entry.image.url, base).href, alt: "", loading: "lazy", width, height }));
    }
    const link = make("a", { href: new URL(entry.url, base).href, target: "_top" }, entry.title);
    const when = make("time", { className: "khi", dateTime: entry.date.iso }, entry.date.text);
    item.append(link, when);
    return item;
  }

  async function entries(section) {
    if (!section) return { url: "", items: NEWEST };
    const reply = await fetch(new URL(`nhung/${section}/moi-nhat.json`, base), { credentials: "omit" });
    if (!reply.ok) throw new Error(`${reply.url}: ${reply.status}`);
    return reply.json();
  }

  async function fill(place) {
    const most = Math.min(Math.max(parseInt(place.dataset.chuyenMucMoiNhat, 10) || 5, 1), {{ newest | length or 1 }});
    const section = (place.dataset.chuyenMucMuc || "").replace(/^\/+|\/+$/g, "");
    const pictures = place.dataset.chuyenMucAnh !== "khong";
    const { url, items } = await entries(section);
    const list = make("ol", {}, ...items.slice(0, most).map((entry) => row(entry, pictures)));
    const all = make("a", { href: new URL(url, base).href, target: "_top" }, `Xem tất cả tại ${NAME}`);
    const shadow = place.shadowRoot ?? place.attachShadow({ mode: "open" });
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet]; // unlike a <style>, allowed under any policy of the portal
    } catch { /* an old browser: plain, yet whole */ }
    shadow.replaceChildren(list, make("p", { className: "tat-ca" }, all));
  }

  function start() {
    for (const place of document.querySelectorAll("[data-chuyen-muc-moi-nhat]")) {
      fill(place).catch((error) => console.warn(`Chuyên mục: chưa lấy được tin mới nhất (${error.message})`));
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
