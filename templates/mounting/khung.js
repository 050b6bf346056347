// Shows the section inside a page of a portal, in a frame as high as what it shows.
//   <div data-chuyen-muc-khung="tin-tuc/"></div>   makes the frame; empty: the front page
//   <iframe data-chuyen-muc src="…"></iframe>      follows one that the portal has written itself
{
  const base = new URL("../", document.currentScript.src);
  const NAME = {{ title | tojson }};
  const LEAST = 200;

  function follow(frame) {
    Object.assign(frame.style, { width: "100%", border: "0", display: "block", minHeight: `${LEAST}px` });
    window.addEventListener("message", ({ origin, source, data }) => {
      if (origin !== base.origin || source !== frame.contentWindow || !data || typeof data !== "object") return;
      const height = Number(data.chuyenMucCao);
      if (!Number.isFinite(height) || height <= 0 || height > 200000) return;
      frame.style.height = `${Math.ceil(height)}px`;
      // Another page in the frame: its beginning must be in sight.
      if (data.chuyenMucMoi && frame.dataset.daMo && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
      frame.dataset.daMo = "1";
    });
    frame.contentWindow?.postMessage({ chuyenMucHoi: true }, "*"); // it may have spoken before anyone listened
  }

  function framed(place) {
    const address = new URL(place.dataset.chuyenMucKhung, base);
    if (address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) return null;
    const frame = document.createElement("iframe");
    frame.title = place.title || NAME;
    frame.loading = "lazy";
    frame.allow = "clipboard-write; fullscreen";
    frame.src = address.href;
    place.replaceChildren(frame);
    return frame;
  }

  function start() {
    for (const frame of document.querySelectorAll("iframe[data-chuyen-muc]")) follow(frame);
    for (const place of document.querySelectorAll("[data-chuyen-muc-khung]")) {
      const frame = framed(place);
      if (frame) follow(frame);
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
