// Captions of a film opened from a disk, where no browser reads a .vtt file for it. The cues stand above.
{
  const cues = window.CHUYEN_MUC_PHU_DE;
  const own = document.currentScript.src;

  function placed(cue, settings) {
    for (const setting of settings.split(/\s+/).filter(Boolean)) {
      const [name, value = ""] = setting.split(":");
      const number = parseFloat(value);
      if (name === "line" && !Number.isNaN(number)) {
        cue.snapToLines = !value.includes("%");
        cue.line = number;
      }
      if ((name === "position" || name === "size") && number >= 0 && number <= 100) cue[name] = number;
      if (name === "align" && /^(?:start|center|end|left|right)$/.test(value)) cue.align = value;
    }
    return cue;
  }

  for (const mark of document.querySelectorAll("track[data-phu-de]")) {
    if (new URL(mark.dataset.phuDe, document.baseURI).href !== own) continue;
    const track = mark.parentElement.addTextTrack(mark.kind, mark.label, mark.srclang);
    for (const [from, to, text, settings] of cues) track.addCue(placed(new VTTCue(from, to, text), settings));
    track.mode = mark.default ? "showing" : "disabled";
    mark.remove();
  }
}
