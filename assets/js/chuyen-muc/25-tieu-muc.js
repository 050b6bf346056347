// The panel with all sections opens and closes by itself; here it also closes by Esc and by a click elsewhere.
{
  const all = document.querySelector("[data-tat-ca]");
  const wide = matchMedia("(min-width: 60em)");

  if (all) {
    const opener = all.querySelector("summary");
    all.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !all.open) return;
      all.open = false;
      opener.focus();
    });
    document.addEventListener("click", (event) => {
      if (!all.contains(event.target)) all.open = false;
    });
    // Where the panel lies over the page, it must not hide what the keyboard has moved on to.
    all.addEventListener("focusout", (event) => {
      if (wide.matches && event.relatedTarget && !all.contains(event.relatedTarget)) all.open = false;
    });
  }
}
