/** Calls that one address, and all together, may make in a window of `windowMs`. */
export interface CallLimits {
  readonly windowMs: number;
  readonly perAddress: number;
  readonly together: number;
}

/**
 * Counts calls in windows of time, in the memory of one instance: a brake on guessing, not a wall. The function that it
 * returns says whether a call is within the limits. What it holds is bounded by `together`.
 */
export function createCallCounter(limits: CallLimits, now: () => number): (address: string) => boolean {
  let windowEnds = Number.NEGATIVE_INFINITY;
  let together = 0;
  const counts = new Map<string, number>();
  return (address) => {
    if (now() >= windowEnds) {
      windowEnds = now() + limits.windowMs;
      together = 0;
      counts.clear();
    }
    const count = (counts.get(address) ?? 0) + 1;
    if (count > limits.perAddress || together >= limits.together) return false;
    together += 1;
    counts.set(address, count);
    return true;
  };
}

/**
 * The address that a call came from: the last one of X-Forwarded-For, which Google's front end adds; those before it are
 * whatever the caller wrote. An IPv6 address stands for its /64, which is what one line gets.
 */
export function callerAddress(forwardedFor: string | undefined, socketAddress: string | undefined): string {
  const address = forwardedFor?.split(',').at(-1)?.trim() || socketAddress || '';
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const end = tail === '' ? [] : tail.split(':');
    while (groups.length + end.length < 8) groups.push('0');
  }
  return groups.slice(0, 4).join(':');
}
