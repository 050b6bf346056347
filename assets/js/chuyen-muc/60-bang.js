// Wide tables.
{
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

  wideTables();
}
