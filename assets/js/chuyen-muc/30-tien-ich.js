// Tools of an item: copy its address, print it.
{
  function tools() {
    for (const part of document.querySelectorAll("[data-can-js]")) part.hidden = false;
    const said = document.querySelector("[data-loi-nhan]");
    document.addEventListener("click", async (event) => {
      const button = event.target.closest("[data-in], [data-chep]");
      if (!button) return;
      if ("in" in button.dataset) return window.print();
      try {
        await navigator.clipboard.writeText(button.dataset.chep);
        said.textContent = "Đã sao chép đường dẫn.";
      } catch {
        said.textContent = `Trình duyệt không cho sao chép. Đường dẫn: ${button.dataset.chep}`;
      }
    });
  }

  tools();
}
