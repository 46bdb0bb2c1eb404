/** Where to go from here: where somebody wanted to go before they had an account, if that is a path of the app. */
export function pathAfterSetUp(state: unknown): string {
  const from: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'from') : null;
  return typeof from === 'string' && /^\/(?!\/|$|welcome)/u.test(from) ? from : '/discover';
}
