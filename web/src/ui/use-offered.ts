import { useEffect, useMemo, useState } from 'react';
import type { ComboboxOption, ComboboxProps } from './combobox-props.ts';
import { rankOptions } from './rank-options.ts';

interface Offered {
  /** At most `limit`, best first. While others are looked up: those found last that still fit. */
  readonly offered: readonly ComboboxOption[];
  readonly pending: boolean;
  /** Why nothing could be looked up, in a sentence. */
  readonly problem: string | null;
  /** Call when somebody comes to the field: nothing is looked up before. */
  readonly approach: () => void;
}

interface Answer {
  readonly typed: string;
  readonly options: readonly ComboboxOption[];
  readonly problem: string | null;
}

/** What a combobox offers for what is typed: of the list it has, or of one that is looked up with `find`. */
export function useOffered(
  options: readonly ComboboxOption[],
  find: ComboboxProps['find'],
  typed: string,
  limit: number,
): Offered {
  const [wanted, setWanted] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const pending = find !== undefined && wanted && answer?.typed !== typed;

  useEffect(() => {
    if (find === undefined || !wanted) return;
    let current = true;
    const take = (found: readonly ComboboxOption[], problem: string | null) => {
      if (current) setAnswer({ typed, options: found, problem });
    };
    find(typed).then(
      (found) => take(found, null),
      (error: unknown) => take([], error instanceof Error ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
  }, [find, typed, wanted]);

  const offered = useMemo(() => {
    if (find === undefined) return rankOptions(options, typed, limit);
    if (answer?.typed === typed) return answer.options.slice(0, limit);
    return rankOptions(answer?.options ?? [], typed, limit);
  }, [find, options, answer, typed, limit]);

  return {
    offered,
    pending,
    problem: pending ? null : (answer?.problem ?? null),
    approach: () => setWanted(true),
  };
}
