/** As quick as a double press: two dialogs closed one after the other take longer. */
const TWICE_MS = 500;

/** Calls `leave` when Escape is pressed twice in half a second, whatever has the focus. Returns a function that stops this. */
export const onEscapeTwice = (leave: () => void): (() => void) => {
  let last = Number.NEGATIVE_INFINITY;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.repeat) return;
    if (event.timeStamp - last <= TWICE_MS) leave();
    last = event.timeStamp;
  };
  window.addEventListener('keydown', press, true);
  return () => window.removeEventListener('keydown', press, true);
};
