import type { AccessRequest } from '../access.ts';
import { compileRuleset } from '../compile-ruleset.ts';
import { evaluateAccess } from '../evaluate-access.ts';
import { accessRequest, readerOf } from './access-requests.ts';

export type ConditionVerdict = 'true' | 'false' | 'error' | 'compile-error';

/** Rules that allow reading `/probe/{id}` on one condition, which stands at line 5, column 22. */
export function rulesFor(condition: string): string {
  return `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /probe/{id} {
      allow read: if ${condition};
    }
  }
}`;
}

/** What a condition comes to for the `get` of a missing document by nobody, or what `changes` says. */
export function verdictOf(condition: string, changes: Partial<AccessRequest> = {}): ConditionVerdict {
  const { ruleset } = compileRuleset(rulesFor(condition));
  if (ruleset === null) return 'compile-error';
  const { allowed, message } = evaluateAccess(ruleset, accessRequest(changes), readerOf([]));
  if (allowed) return 'true';
  return message.endsWith("false for 'get' @ L5") ? 'false' : 'error';
}
