// The bar of sections.
{
  /** On narrow screens the bar of sections scrolls: bring the current one into sight. */
  function currentSection() {
    const list = document.querySelector("[data-cuon-toi-muc]");
    const here = list?.querySelector("[aria-current]");
    if (here) list.scrollLeft = here.parentElement.offsetLeft - list.offsetLeft - 24;
  }

  currentSection();
  document.fonts?.ready.then(currentSection); // widths change when the web font arrives
}
