// The page for administrators of portals: copy a piece of code.
{
  const said = document.querySelector("[data-da-chep-ma]");

  async function copy(button) {
    const code = document.getElementById(button.dataset.chepMa);
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = "Đã sao chép mã.";
    } catch {
      getSelection().selectAllChildren(code);
      said.textContent = "Trình duyệt không cho sao chép. Mã đã được chọn sẵn: nhấn Ctrl+C.";
    }
  }

  for (const button of document.querySelectorAll("[data-chep-ma]")) {
    button.closest("[data-can-js]").hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
