import type { Figure } from '../figures.ts';
import { measureDocuments } from './documents-and-queries.ts';
import { measureRules } from './rules-evaluation.ts';
import { measureSideBySide } from './side-by-side.ts';
import { measureListeners } from './two-hundred-listeners.ts';

/** What the local Firestore's budgets promise, measured on the built program. */
export async function measureEmulator(root: string): Promise<readonly Figure[]> {
  const figures = [
    ...(await measureDocuments(root)),
    ...(await measureRules(root)),
    ...(await measureListeners(root)),
    ...(await measureSideBySide(root)),
  ];
  return figures.map((figure) => ({ ...figure, what: `Firestore: ${figure.what}` }));
}
