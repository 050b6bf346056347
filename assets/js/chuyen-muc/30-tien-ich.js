// Tools of an item: copy its address or other words, print it.
{
  function tools() {
    for (const part of document.querySelectorAll("[data-can-js]")) part.hidden = false;
    document.addEventListener("click", async (event) => {
      const button = event.target.closest("[data-in], [data-chep]");
      if (!button) return;
      if ("in" in button.dataset) return window.print();
      const { chep: words, chepGi: what = "đường dẫn" } = button.dataset;
      const said = beside(button);
      try {
        await navigator.clipboard.writeText(words);
        said.textContent = `Đã sao chép ${what}.`;
      } catch {
        said.textContent = `Trình duyệt không cho sao chép. Hãy chọn và chép ${what}: ${words}`;
      }
    });
  }

  /** The nearest place where an answer is read. */
  function beside(button) {
    for (let place = button.parentElement; place; place = place.parentElement) {
      const found = place.querySelector("[data-loi-nhan]");
      if (found) return found;
    }
    return document.createElement("p");
  }

  tools();
}
