export interface ToastAction {
  /** One word or two: "Undo". */
  label: string;
  onSelect: () => void;
}

export interface ToastMessage {
  readonly id: number;
  readonly words: string;
  readonly action: ToastAction | null;
}

let waiting: readonly ToastMessage[] = [];
let last = 0;
const readers = new Set<() => void>();

const change = (next: readonly ToastMessage[]) => {
  waiting = next;
  for (const reader of readers) reader();
};

/**
 * A short sentence at the foot of the screen about something that was done: "Chat muted." What needs an answer is a
 * dialog; what is wrong with a field stands under the field. Spoken politely. Stays for six seconds, with an action for
 * twelve, longer while somebody points at it or has the focus in it.
 */
export const toast = (words: string, action: ToastAction | null = null): void => {
  last += 1;
  change([...waiting, { id: last, words, action }]);
};

/** What nobody has shown yet. */
export const waitingToasts = () => waiting;

/** Hands over what waits, for whoever shows it. */
export const takeToasts = (): readonly ToastMessage[] => {
  const taken = waiting;
  if (taken.length > 0) change([]);
  return taken;
};

export const subscribeToasts = (reader: () => void) => {
  readers.add(reader);
  return () => {
    readers.delete(reader);
  };
};
