import { useEffect, useRef, useState } from 'react';
import type { TimelineRow } from './timeline.ts';
import type { JumpGoal } from './use-message-jump.ts';

/** How long the message that the reader was led to is marked. */
const MARKED_MS = 2_000;

/** Calls `goTo` once for each goal, as soon as its row is there. Returns the message that is marked for a moment after that. */
export function useTarget(
  goal: JumpGoal | null,
  rows: readonly TimelineRow[],
  goTo: (id: string) => void,
): string | null {
  const reached = useRef<JumpGoal | null>(null);
  const [target, setTarget] = useState<JumpGoal | null>(null);

  useEffect(() => {
    if (goal === null || goal === reached.current || !rows.some(({ key }) => key === goal.id)) return;
    reached.current = goal;
    setTarget(goal);
    goTo(goal.id);
  });

  useEffect(() => {
    if (target === null) return;
    const timer = setTimeout(() => setTarget(null), MARKED_MS);
    return () => clearTimeout(timer);
  }, [target]);

  return target?.id ?? null;
}
