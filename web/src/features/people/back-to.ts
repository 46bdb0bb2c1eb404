import { useLocation } from 'react-router';

interface Back {
  readonly to: string;
  readonly label: string;
}

const places: readonly (readonly [RegExp, string])[] = [
  [/^\/chats\/[\w-]+$/u, 'Back to the chat'],
  [/^\/requests$/u, 'Back to requests'],
  [/^\/communities\/[\w-]+$/u, 'Back to the community'],
  [/^\/discover(?:\/people)?$/u, 'Back to Discover'],
  [/^\/settings\/blocked$/u, 'Back to blocked people'],
];

/** Where a profile leads back to: the screen that its link stood on, or the chats for whoever came by the address. */
export function backTo(state: unknown): Back {
  const from: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'from') : null;
  const known = typeof from === 'string' && places.find(([path]) => path.test(from));
  return known ? { to: String(from), label: known[1] } : { to: '/', label: 'Back to chats' };
}

export const useBackTo = (): Back => backTo(useLocation().state);
