import { foldText } from './fold-text.ts';

/** What a place is found by: "Saint-Étienne", "saint etienne" and "SAINT ÉTIENNE" have the same term. */
export function placeTerm(name: string): string {
  return foldText(name)
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
