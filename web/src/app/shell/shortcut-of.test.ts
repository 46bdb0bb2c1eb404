import { afterEach, describe, expect, it } from 'vitest';
import { shortcutOf } from './shortcut-of.ts';

/** What a press on `target` asks for; on the page itself where none is given. */
const press = (init: KeyboardEventInit, target: HTMLElement = document.body, questionMark = true) => {
  if (target !== document.body) document.body.append(target);
  const event = new KeyboardEvent('keydown', { bubbles: true, ...init });
  target.dispatchEvent(event);
  return shortcutOf(event, { questionMark });
};
afterEach(() => document.body.replaceChildren());

describe('a shortcut', () => {
  it('opens the switcher with Ctrl or Command and K, also from a text field', () => {
    expect(press({ key: 'k', ctrlKey: true })).toBe('switcher');
    expect(press({ key: 'K', metaKey: true }, document.createElement('textarea'))).toBe('switcher');
    expect(press({ key: 'k' })).toBeNull();
    expect(press({ key: 'k', ctrlKey: true, shiftKey: true })).toBeNull();
    expect(press({ key: 'k', ctrlKey: true, altKey: true })).toBeNull();
  });

  it('opens the list of shortcuts with a question mark, but not while somebody types', () => {
    expect(press({ key: '?', shiftKey: true })).toBe('keys');
    for (const field of ['input', 'textarea', 'select'])
      expect(press({ key: '?', shiftKey: true }, document.createElement(field)), field).toBeNull();
    expect(press({ key: '?' }, document.body, false)).toBeNull();
  });

  it('opens nothing over what is open', () => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    expect(press({ key: '?' })).toBeNull();
    expect(press({ key: 'k', ctrlKey: true })).toBeNull();
  });
});
