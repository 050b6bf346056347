// Inside a frame of a portal's page (its side: /nhung/khung.js): the frame is as high as the page, which has no second head.
{
  /** The portal is not known, and a height is no secret. */
  function tell(values) {
    window.parent.postMessage(values, "*");
  }

  function height() {
    return Math.ceil(document.body.getBoundingClientRect().height);
  }

  /** What leads away from the section takes the whole window: other sites refuse to stand in a frame. */
  function outward(root) {
    for (const link of document.querySelectorAll("a[href^='http']")) {
      if (!link.href.startsWith(root)) link.target = "_top";
    }
  }

  function framed(root) {
    document.documentElement.classList.add("trong-khung");
    const whole = document.createElement("p");
    const link = document.createElement("a");
    whole.className = "ra-khoi-khung";
    link.href = location.href;
    link.target = "_top";
    link.textContent = "Mở toàn trang";
    whole.append(link);
    document.querySelector("main, #noi-dung, .page")?.before(whole);
    outward(root);
    tell({ chuyenMucCao: height(), chuyenMucMoi: true });
    new ResizeObserver(() => tell({ chuyenMucCao: height() })).observe(document.body);
    window.addEventListener("message", ({ source, data }) => {
      if (source === window.parent && data?.chuyenMucHoi) tell({ chuyenMucCao: height() });
    });
  }

  if (window.parent !== window) framed(new URL("../../", document.currentScript.src).href);
}
