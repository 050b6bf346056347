// Size of text, kept from page to page.
{
  const SIZES = ["100%", "112.5%", "125%", "137.5%"];
  const KEPT = "co-chu";

  /** Storage may be refused (private windows); then a choice lasts for one page. */
  const kept = {
    read: () => { try { return Number(localStorage.getItem(KEPT)) || 0; } catch { return 0; } },
    write: (step) => { try { localStorage.setItem(KEPT, String(step)); } catch { /* one page only */ } },
  };

  function textSize() {
    const group = document.querySelector("[data-co-chu]");
    if (!group) return;
    let step = 0;
    const apply = (wanted) => {
      step = Math.min(Math.max(wanted, 0), SIZES.length - 1);
      document.documentElement.style.fontSize = step ? SIZES[step] : "";
      group.querySelector("[data-co=nho]").disabled = step === 0;
      group.querySelector("[data-co=lon]").disabled = step === SIZES.length - 1;
    };
    group.hidden = false;
    group.addEventListener("click", (event) => {
      const button = event.target.closest("[data-co]");
      if (!button) return;
      apply({ nho: step - 1, thuong: 0, lon: step + 1 }[button.dataset.co]);
      kept.write(step);
    });
    apply(kept.read());
  }

  textSize();
}
