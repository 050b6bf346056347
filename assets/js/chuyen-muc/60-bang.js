// Wide tables.
{
  const named = new Map();

  /** What a table is about: its caption, or the heading that it stands under. */
  function subject(table) {
    if (table.caption) return table.caption.textContent.trim();
    const above = [...document.querySelectorAll("h1, .prose :is(h2, h3, h4)")]
      .filter((heading) => heading.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING);
    return above.at(-1)?.textContent.trim() ?? "";
  }

  /** Two tables under one heading are told apart by their number. */
  function name(table) {
    const about = subject(table);
    const number = (named.get(about) ?? 0) + 1;
    named.set(about, number);
    return `Bảng ${about ? `“${about}”` : ""}${number > 1 ? ` (${number})` : ""}`.trim();
  }

  /** A frame that holds more than it shows can be reached by the keyboard and says so; any other is no stop on the way. */
  function watched(frame, about) {
    const hint = document.createElement("div");
    const label = `${about}, cuộn ngang để xem hết`;
    hint.className = "frame__hint";
    hint.textContent = "Cuộn ngang để xem hết bảng.";
    hint.setAttribute("aria-hidden", "true"); // the frame's own name says it
    frame.before(hint);
    const look = () => {
      const wide = frame.scrollWidth > frame.clientWidth + 1;
      hint.hidden = !wide;
      for (const [key, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", label]]) {
        if (wide) frame.setAttribute(key, value);
        else frame.removeAttribute(key);
      }
    };
    new ResizeObserver(look).observe(frame);
    look();
  }

  /** A wide table scrolls sideways in a frame. Without this, CSS lets the table scroll. */
  function framed(table) {
    const frame = document.createElement("div");
    const about = name(table);
    frame.className = "frame";
    table.replaceWith(frame);
    frame.append(table);
    watched(frame, about);
  }

  document.querySelectorAll(".prose table").forEach(framed);
  document.querySelectorAll(".info-table").forEach((frame) => watched(frame, frame.getAttribute("aria-label")));
}
