export type BreathPhase = 'in' | 'hold' | 'out';

const phases: readonly { readonly phase: BreathPhase; readonly seconds: number }[] = [
  { phase: 'in', seconds: 4 },
  { phase: 'hold', seconds: 4 },
  { phase: 'out', seconds: 6 },
];
const roundSeconds = phases.reduce((sum, { seconds }) => sum + seconds, 0);

export interface Breath {
  readonly phase: BreathPhase;
  /** Whole seconds until the next phase, from its length down to 1. */
  readonly left: number;
  /** Rounds that are done. */
  readonly rounds: number;
}

/** Where the exercise is so many milliseconds after its start. */
export function breathAt(elapsedMs: number): Breath {
  const second = Math.max(0, Math.floor(elapsedMs / 1_000));
  const rounds = Math.floor(second / roundSeconds);
  let left = second % roundSeconds;
  for (const { phase, seconds } of phases) {
    if (left < seconds) return { phase, left: seconds - left, rounds };
    left -= seconds;
  }
  throw new Error('A round is the sum of its phases.');
}
