import type { DenialExplanation } from '../access.ts';

/**
 * A denial as lines for a log: `denied <method> <path> at line <n>: <reason>`, and below it, indented, the reason of each
 * allow statement in full where the first line cannot hold that.
 */
export function denialLines({ sentence, failures }: DenialExplanation): readonly string[] {
  const first = `denied ${sentence.replace(/ was denied/, '')}`;
  const [only] = failures;
  const isWhole = failures.length === 0 || (failures.length === 1 && only && first.endsWith(only.reason));
  return isWhole ? [first] : [first, ...failures.map(({ line, reason }) => `    line ${line}: ${reason}`)];
}
