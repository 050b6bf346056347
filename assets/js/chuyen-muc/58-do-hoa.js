// Pictures of an infographic that stand side by side, more of them than there is room for.
{
  /** A browser takes a link of which a sliver shows for seen, and leaves it there. A pointer must not be led astray. */
  function shown({ target }) {
    if (target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  document.querySelectorAll(".posters__reel").forEach((reel) => reel.addEventListener("focusin", shown));
}
