import { useEffect, useState } from 'react';
import { type Breath, breathAt } from './breath-at.ts';

interface Breathing {
  /** Null while it does not run. */
  readonly breath: Breath | null;
  start(): void;
  stop(): void;
}

/** The exercise, running or not. Escape stops it. */
export function useBreathing(): Breathing {
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [breath, setBreath] = useState<Breath | null>(null);

  useEffect(() => {
    if (startedAt === null) return;
    const timer = setInterval(() => {
      const next = breathAt(performance.now() - startedAt);
      setBreath((now) => (now?.left === next.left && now.phase === next.phase ? now : next));
    }, 100);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setStartedAt(null);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      clearInterval(timer);
      window.removeEventListener('keydown', onKeyDown);
      setBreath(null);
    };
  }, [startedAt]);

  return {
    breath,
    start: () => {
      setBreath(breathAt(0));
      setStartedAt(performance.now());
    },
    stop: () => setStartedAt(null),
  };
}
