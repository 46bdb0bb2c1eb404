/** What a key press asks for, wherever it happens; null for nothing. */
export function shortcutOf(
  event: KeyboardEvent,
  { questionMark }: { questionMark: boolean },
): 'switcher' | 'keys' | null {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.altKey) return null;
  if (event.key.toLowerCase() === 'k' && event.ctrlKey !== event.metaKey && !event.shiftKey)
    return isSomethingOpen() ? null : 'switcher';
  const isPlain = event.key === '?' && !event.ctrlKey && !event.metaKey;
  return isPlain && questionMark && !isTyping(event.target) && !isSomethingOpen() ? 'keys' : null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function isSomethingOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}
