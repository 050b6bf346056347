// Films from elsewhere, shown in place after a click; pictures of albums and slides, shown large.
{
  /** Nothing is asked of the other site before the click. Opened from a disk, its player would refuse: the link stays. */
  function films() {
    if (location.protocol === "file:") return;
    for (const link of document.querySelectorAll("a[data-phim]")) {
      link.querySelector("[data-nhan]").textContent = "Xem tại đây, phát từ YouTube";
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        play(link);
      });
    }
  }

  function play(link) {
    const frame = document.createElement("iframe");
    frame.className = "player__frame";
    frame.title = `Video: ${link.dataset.ten}`;
    frame.allow = "fullscreen; encrypted-media; picture-in-picture";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin"; // its player asks who shows it
    frame.src = `${link.dataset.phim}?rel=0&hl=vi`;
    link.replaceWith(frame);
    frame.focus();
  }

  const dialogs = typeof HTMLDialogElement === "function";

  /** A viewer over the page: arrow keys, Escape, and the focus back on the picture that opened it. */
  function lightbox(links) {
    const dialog = document.createElement("dialog");
    dialog.className = "lightbox";
    dialog.setAttribute("aria-label", "Xem ảnh lớn");
    const bar = made("div", "lightbox__bar");
    const count = made("p", "lightbox__count");
    count.setAttribute("aria-live", "polite");
    const keys = made("div", "lightbox__keys");
    const stage = made("div", "lightbox__stage");
    const image = document.createElement("img");
    const said = made("p", "lightbox__said");
    stage.append(image);
    let at = 0;

    function show(number) {
      at = (number + links.length) % links.length;
      const figure = links[at].closest("figure");
      const text = (name) => figure.querySelector(name)?.textContent.trim() ?? "";
      image.src = links[at].href;
      image.alt = links[at].querySelector("img").alt;
      count.textContent = `Ảnh ${at + 1}/${links.length}`;
      said.textContent = [text("[data-loi-anh]"), text("[data-nguon-anh]")].filter(Boolean).join(" – ");
    }

    const steps = links.length > 1 ? [button("Trước", () => show(at - 1)), button("Sau", () => show(at + 1))] : [];
    keys.append(...steps, button("Đóng", () => dialog.close()));
    bar.append(count, keys);
    dialog.append(bar, stage, said);
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft") show(at - 1);
      if (event.key === "ArrowRight") show(at + 1);
    });
    dialog.addEventListener("close", () => links[at].focus());
    document.body.append(dialog);
    return (number) => {
      show(number);
      dialog.showModal();
    };
  }

  function made(tag, name) {
    const element = document.createElement(tag);
    element.className = name;
    return element;
  }

  function button(words, does) {
    const key = document.createElement("button");
    key.type = "button";
    key.textContent = words;
    key.addEventListener("click", does);
    return key;
  }

  function pictures() {
    const links = [...document.querySelectorAll("a[data-anh]")];
    if (!links.length || !dialogs) return;
    let open = null;
    links.forEach((link, number) =>
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        open ??= lightbox(links);
        open(number);
      }),
    );
  }

  films();
  pictures();
}
