import { useState } from 'react';
import { errorSentence, toDataError } from './data-error.ts';

interface Action {
  /** True from the press on, and also after success: the change it made then removes its button. */
  busy: boolean;
  /** Why the last attempt failed, in a sentence; null before that and while it is tried again. */
  problem: string | null;
  /** Never throws. */
  start: () => Promise<void>;
}

/** Runs something that a person starts with one press and that can be refused, such as joining or leaving. */
export function useAction(act: () => Promise<void>): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (cause) {
      setProblem(errorSentence(toDataError(cause)));
      setBusy(false);
    }
  };
  return { busy, problem, start };
}
