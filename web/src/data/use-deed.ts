import { useState } from 'react';
import { errorSentence, toDataError } from './data-error.ts';

interface Deed {
  /** From the press on. Stays true once the deed is done: what it changed then takes its button away. */
  busy: boolean;
  /** Why it did not work the last time, in a sentence; null before that and while it is tried again. */
  problem: string | null;
  /** Never throws. */
  start: () => Promise<void>;
}

/** Something a person does with one press and that may be refused: join, leave. */
export function useDeed(deed: () => Promise<void>): Deed {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await deed();
    } catch (cause) {
      setProblem(errorSentence(toDataError(cause)));
      setBusy(false);
    }
  };
  return { busy, problem, start };
}
