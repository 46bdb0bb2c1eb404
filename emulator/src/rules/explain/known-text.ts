import type { Expression } from '../parser/ast.ts';
import { childrenOf } from '../parser/children.ts';
import { rootExpressions } from '../parser/root-expressions.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';

const comparedIn = new WeakMap<Ruleset, ReadonlySet<string>>();

/** An id as Firebase makes them: one long word that nobody would write by hand. */
const generatedId = /^(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9]{20,36}$/;

/**
 * Tells which text an explanation may show. Documents hold what people wrote, so a text is shown only where it can be
 * none of that: when the rules compare something with it, when it is one of `more` (the request's path, the caller's
 * uid, names of fields), or when it is a generated id.
 */
export function knownText(ruleset: Ruleset, more: Iterable<string>): (text: string) => boolean {
  const compared = comparedIn.get(ruleset) ?? comparedTexts(ruleset);
  comparedIn.set(ruleset, compared);
  const given = new Set(more);
  return (text) => compared.has(text) || given.has(text) || text === '' || generatedId.test(text);
}

/** A longer list is one to choose from (topics, say), and what a person chose is theirs. */
const shortList = 10;

/** The texts on a side of `==` and `!=` and those in short lists: states, roles, kinds, names of fields. */
function comparedTexts({ file }: Ruleset): ReadonlySet<string> {
  const texts = new Set<string>();
  const add = (node: Expression) => {
    if (node.kind === 'literal' && typeof node.value === 'string') texts.add(node.value);
  };
  const visit = (node: Expression): void => {
    if (node.kind === 'binary' && (node.operator === '==' || node.operator === '!=')) {
      add(node.left);
      add(node.right);
    }
    if (node.kind === 'list' && node.items.length <= shortList) node.items.forEach(add);
    childrenOf(node).forEach(visit);
  };
  rootExpressions(file).forEach(visit);
  return texts;
}
