// Headings of a text: each gets a link to itself, out of the way of the Tab key (a long text would have dozens), and the map beside a long text shows where the reader is.
{
  function links() {
    for (const heading of document.querySelectorAll(".prose > :is(h2, h3, h4)[id]")) {
      const row = document.createElement("div");
      const link = document.createElement("a");
      row.className = "muc";
      link.className = "neo";
      link.href = `#${heading.id}`;
      link.tabIndex = -1;
      link.setAttribute("aria-label", `Đường dẫn tới mục “${heading.textContent.trim()}”`);
      link.innerHTML = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1-1"></path></svg>';
      heading.replaceWith(row);
      row.append(heading, link);
    }
  }

  function here() {
    const map = document.querySelector("[data-muc-luc]");
    if (!map) return;
    const entries = new Map([...map.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = [...entries.keys()].map((name) => document.getElementById(name)).filter(Boolean);
    let waiting = false;
    const tell = () => {
      waiting = false;
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      for (const [name, link] of entries) {
        if (name === passed.at(-1)?.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(tell);
      waiting = true;
    }, { passive: true });
    tell();
  }

  links();
  here();
}
