import type { AccessRequest, DenialExplanation, DocumentReader, ShapeFilter, Verdict } from '../access.ts';
import { evaluateAccess, tryAlternatives } from '../evaluate-access.ts';
import type { Expression } from '../parser/ast.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { RulesValue } from '../values/rules-value.ts';
import { explainTrial } from './explain-trial.ts';
import { knownText } from './known-text.ts';

/**
 * Why a request was denied: for each allow statement that was tried, the smallest expression that decided and the
 * values that it saw. Evaluates once more, so it is for denials only. Nothing that a person may have written is shown
 * (`knownText`).
 */
export function explainDenial(
  ruleset: Ruleset,
  request: AccessRequest,
  reader: DocumentReader,
): DenialExplanation {
  const seen = new Map<Expression, RulesValue>();
  const trial = tryAlternatives(ruleset, request, reader, {
    record: (node, value) => void seen.set(node, value),
  });
  const what = `${request.method} ${request.path}`;
  if (trial === null)
    return { sentence: withoutTrial(what, evaluateAccess(ruleset, request, reader)), failures: [] };
  const reveals = knownText(ruleset, textsOf(request));
  return explainTrial({ what, file: ruleset.file, attempts: trial.attempts, seen, reveals });
}

/** A query may be denied before any allow statement is tried: when it leaves too much open. */
function withoutTrial(what: string, { allowed, message }: Verdict): string {
  return allowed ? `${what}: the rules do not deny this.` : `${what} was denied: ${message.trim()}.`;
}

/** Names in a request that no one writes to be read: its path, the caller's uid, names of fields. */
function textsOf({ path, database, auth, resource, newData, query }: AccessRequest): readonly string[] {
  return [
    ...path.split('/'),
    database.database,
    ...(auth === null ? [] : [auth.uid]),
    ...(resource?.fields.keys() ?? []),
    ...(newData?.keys() ?? []),
    ...(query?.orderBy.flatMap(({ field }) => field) ?? []),
    ...(query?.where ? fieldsOf(query.where) : []),
  ];
}

function fieldsOf(filter: ShapeFilter): readonly string[] {
  return filter.kind === 'composite' ? filter.filters.flatMap(fieldsOf) : filter.field;
}
