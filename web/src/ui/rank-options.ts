import type { ComboboxOption } from './combobox-props.ts';

/** "Zürich" as somebody types it on another keyboard: "zurich". */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim();

/**
 * The options that match what was typed, best first: those that begin with it, then those where a later word does, then
 * those that contain it. Within one kind they keep their order. At most `limit`.
 */
export function rankOptions(
  options: readonly ComboboxOption[],
  typed: string,
  limit: number,
): readonly ComboboxOption[] {
  const wanted = plain(typed);
  if (wanted === '') return options.slice(0, limit);
  const kinds: [ComboboxOption[], ComboboxOption[], ComboboxOption[]] = [[], [], []];
  for (const option of options) {
    const label = plain(option.label);
    const at = label.indexOf(wanted);
    if (at === 0) kinds[0].push(option);
    else if (at > 0 && label.split(/[\s,/-]+/u).some((word) => word.startsWith(wanted)))
      kinds[1].push(option);
    else if (at > 0) kinds[2].push(option);
  }
  return kinds.flat().slice(0, limit);
}
