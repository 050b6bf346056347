// Reads an item aloud with the browser's own Vietnamese voice; without such a voice the button stays hidden.
{
  const READ = "h1, .sapo, .saying__words, .amount__value, .amount__label, .answer__text, .honour__name, .honour__deed, "
    + ".proof__label, .proof__claim, .proof__verdict, .proof__truth, .slogan__words, .steps__list li, .goals li, .messages__list li, .theme__words, .pledge__words, "
    + ".prose :is(h2, h3, h4, p, li, blockquote, figcaption, td, th)";
  const LONGEST = 180; // characters at a time: Chrome falls silent in utterances of more than some 15 seconds

  const voices = () => speechSynthesis.getVoices().filter((voice) => /^vi\b/i.test(voice.lang));

  /** The parts to be read, each once: of a paragraph in a list entry only the paragraph. */
  function parts(article) {
    const found = [...article.querySelectorAll(READ)].filter((part) => !part.closest("[hidden], .footnote, .quiz"));
    return found.filter((part) => !found.some((other) => other !== part && part.contains(other)) && part.textContent.trim());
  }

  function words(part) {
    const copy = part.cloneNode(true);
    for (const unread of copy.querySelectorAll(".unseen, .neo, .footnote-ref, svg, .answer__mark")) unread.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /** Sentences, joined as long as they stay short; a longer one is cut where it breathes. */
  function chunks(text) {
    const made = [];
    for (const piece of text.match(/[^.!?…;:]+[.!?…;:]*["”’)]*\s*|[.!?…;:]+/g) ?? []) {
      for (const part of piece.length > LONGEST ? breaths(piece) : [piece]) {
        if (made.length && made.at(-1).length + part.length <= LONGEST) made[made.length - 1] += part;
        else made.push(part);
      }
    }
    return made;
  }

  function breaths(sentence) {
    const made = [""];
    for (const word of sentence.split(/(?<=\s)/)) {
      const full = made.at(-1).length + word.length > LONGEST || (made.at(-1).length > 80 && /,\s$/.test(made.at(-1)));
      if (full) made.push(word);
      else made[made.length - 1] += word;
    }
    return made;
  }

  function reader(group, article) {
    const [listen, stop, rate] = ["nghe", "dung", "toc-do"].map((name) => group.querySelector(`[data-doc=${name}]`));
    const label = group.querySelector("[data-doc-nhan]");
    let queue = [], place = 0, state = "im", turn = 0;

    function mark(part) {
      for (const old of article.querySelectorAll(".dang-doc")) old.classList.remove("dang-doc");
      part?.classList.add("dang-doc");
      const box = part?.getBoundingClientRect();
      if (box && (box.top < 0 || box.bottom > innerHeight)) part.scrollIntoView({ block: "center" });
    }

    function show(next) {
      state = next;
      label.textContent = { im: "Nghe bài", doc: "Tạm dừng", nghi: "Đọc tiếp" }[state];
      stop.hidden = state === "im";
      group.querySelector("[data-doc-toc-do]").hidden = state === "im";
    }

    function silence() {
      turn += 1; // what the cancelled utterance still reports is of an earlier turn
      speechSynthesis.cancel();
    }

    function speak() {
      const now = turn;
      if (place >= queue.length) return finish();
      const { part, text } = queue[place];
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = "vi-VN";
      utterance.voice = voices()[0] ?? null;
      utterance.rate = Number(rate.value);
      const next = () => { if (now === turn) { place += 1; speak(); } };
      utterance.addEventListener("end", next);
      utterance.addEventListener("error", () => { if (now === turn) finish(); });
      mark(part);
      speechSynthesis.speak(utterance);
    }

    function finish() {
      silence();
      mark(null);
      place = 0;
      if (group.contains(document.activeElement)) listen.focus();
      show("im");
    }

    listen.addEventListener("click", () => {
      if (state === "doc") { silence(); return show("nghi"); }
      if (state === "im") queue = parts(article).flatMap((part) => chunks(words(part)).map((text) => ({ part, text })));
      silence();
      show("doc");
      speak();
    });
    stop.addEventListener("click", finish);
    rate.addEventListener("change", () => { if (state === "doc") { silence(); speak(); } });
    addEventListener("pagehide", silence);
    show("im");
  }

  function aloud() {
    const group = document.querySelector("[data-doc-bai]");
    const article = document.querySelector("article.split__main, article.campaign");
    if (!group || !article || !("speechSynthesis" in window)) return;
    const offer = () => { group.hidden = !voices().length; };
    speechSynthesis.addEventListener?.("voiceschanged", offer);
    offer();
    reader(group, article);
  }

  aloud();
}
