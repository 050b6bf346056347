"""Words that a page tears apart."""

# Words of a part of the page that stand on two lines; addresses may.
BROKEN = """parts => parts.flatMap(part => {
  const told = [], texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.checkVisibility() || text.parentElement.closest('.unseen, .aids__word')) continue;
    for (const word of text.data.matchAll(/\\S+/g)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const tops = [...range.getClientRects()].map(box => box.top);
      if (Math.max(...tops) - Math.min(...tops) > 8) told.push(word[0]);
    }
  }
  return told;
})"""
