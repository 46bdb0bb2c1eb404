import { typingMaxMs } from '@sameboat/model/limits';

/** A mark as it is stored; `until` in milliseconds of the writer's clock. */
interface StoredMark {
  readonly id: string;
  readonly until: number;
}

/** A mark as this device believes it: until `ends` of its own clock. */
export interface SeenMark extends StoredMark {
  readonly ends: number;
}

/** A mark that ran out so long ago is not news that was on its way, whatever the clocks, in milliseconds. */
const TOO_LATE_MS = 30_000;

/**
 * The marks to believe. One that is there from the start (`isFirst`) lasts as long as it says, and one that changes while we
 * look for ten seconds from then on, as clocks differ.
 */
export function seenMarks(
  before: readonly SeenMark[],
  stored: readonly StoredMark[],
  { now, isFirst }: { readonly now: number; readonly isFirst: boolean },
): readonly SeenMark[] {
  return stored.flatMap((mark) => {
    const known = before.find(({ id, until }) => id === mark.id && until === mark.until);
    if (known !== undefined) return known.ends > now ? [known] : [];
    const longest = now + typingMaxMs;
    const ends = isFirst ? Math.min(mark.until, longest) : longest;
    return ends > now && mark.until > now - TOO_LATE_MS ? [{ ...mark, ends }] : [];
  });
}
