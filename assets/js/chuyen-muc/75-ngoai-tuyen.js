// A page for when there is no network: kept by sw.js, once this one has come. Neither in frames nor from a disk.
{
  const root = new URL("../../", document.currentScript.src);
  const saves = navigator.connection?.saveData;

  if ("serviceWorker" in navigator && window.isSecureContext && root.protocol !== "file:" && window.parent === window && !saves) {
    window.addEventListener("load", () => {
      navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname }).catch(() => {});
    });
  }
}
