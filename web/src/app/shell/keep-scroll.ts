/** How far each place was scrolled: by entry of the history, and by path for the links that lead back. */
const places = new Map<string, number>();

export const placeOf = (name: string): number | undefined => places.get(name);

/** Notes how far `scroller` is scrolled, under each of these names, until the answer is called. */
export function followScroll(scroller: Element, names: readonly string[]): () => void {
  const note = () => {
    for (const name of names) places.set(name, scroller.scrollTop);
  };
  const source = scroller === document.scrollingElement ? window : scroller;
  source.addEventListener('scroll', note, { passive: true });
  return () => source.removeEventListener('scroll', note);
}

/** Content that comes later than this does not move the page any more. */
const PATIENCE_MS = 5_000;
const touches = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/**
 * Scrolls to `top`, and again as content comes in until it is reached, somebody moves by themselves, or five seconds
 * are over. Answers with a function that gives up.
 */
export function scrollBack(scroller: Element, top: number): () => void {
  const isThere = () => {
    scroller.scrollTop = top;
    return Math.abs(scroller.scrollTop - top) <= 1;
  };
  if (isThere()) return () => {};
  const tryAgain = () => {
    if (isThere()) stop();
  };
  // New content does not always make a box larger at once, nor does a box only grow by new content.
  const comes = new MutationObserver(tryAgain);
  const grows = new ResizeObserver(tryAgain);
  const patience = setTimeout(() => stop(), PATIENCE_MS);
  const stop = () => {
    clearTimeout(patience);
    comes.disconnect();
    grows.disconnect();
    for (const touch of touches) window.removeEventListener(touch, stop);
  };
  comes.observe(scroller, { childList: true, subtree: true, characterData: true });
  for (const box of scroller === document.scrollingElement ? [document.body] : scroller.children)
    grows.observe(box);
  for (const touch of touches) window.addEventListener(touch, stop, { passive: true });
  return stop;
}
