// Size of text and contrast, kept from page to page.
{
  const SIZES = ["100%", "112.5%", "125%", "137.5%"];
  const html = document.documentElement;

  /** Storage may be refused (private windows); then a choice lasts for one page. */
  const kept = {
    read: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    write: (key, value) => { try { localStorage.setItem(key, value); } catch { /* one page only */ } },
  };

  function textSize(group) {
    let step = 0;
    const apply = (wanted) => {
      step = Math.min(Math.max(wanted, 0), SIZES.length - 1);
      html.style.fontSize = step ? SIZES[step] : "";
      group.querySelector("[data-co=nho]").disabled = step === 0;
      group.querySelector("[data-co=lon]").disabled = step === SIZES.length - 1;
    };
    group.addEventListener("click", (event) => {
      const button = event.target.closest("[data-co]");
      if (!button) return;
      apply({ nho: step - 1, thuong: 0, lon: step + 1 }[button.dataset.co]);
      kept.write("co-chu", String(step));
    });
    apply(Number(kept.read("co-chu")) || 0);
  }

  /** Whoever asks the system for more contrast gets it here too, until they choose otherwise. */
  function contrast(button) {
    const apply = (high) => {
      html.classList.toggle("tuong-phan", high);
      button.setAttribute("aria-pressed", String(high));
    };
    button.addEventListener("click", () => {
      const high = !html.classList.contains("tuong-phan");
      apply(high);
      kept.write("tuong-phan", high ? "1" : "0");
    });
    const chosen = kept.read("tuong-phan");
    apply(chosen ? chosen === "1" : matchMedia("(prefers-contrast: more)").matches);
  }

  const group = document.querySelector("[data-ho-tro-doc]");
  if (group) {
    group.hidden = false;
    textSize(group);
    contrast(group.querySelector("[data-tuong-phan]"));
  }
}
