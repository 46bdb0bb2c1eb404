import type { Value } from '../../values/value.ts';
import { Constraint, type Known } from '../values/constraint.ts';
import { readStored } from '../values/read-stored.ts';
import { PartialMap, type RulesValue } from '../values/rules-value.ts';

/** One thing that a query says about a field: its exact value, or something less. */
export interface FieldFact {
  readonly field: readonly string[];
  readonly fact: { readonly kind: 'is'; readonly value: Value } | Known;
}

interface FieldNode {
  exact: { readonly value: Value } | null;
  readonly known: Known[];
  readonly fields: Map<string, FieldNode>;
}

const newNode = (): FieldNode => ({ exact: null, known: [], fields: new Map() });

/** `resource.data` as a query knows it: the fields of `facts` and nothing else. */
export function knownDocument(facts: readonly FieldFact[]): PartialMap {
  const root = newNode();
  for (const { field, fact } of facts) {
    let node = root;
    for (const name of field) {
      let next = node.fields.get(name);
      if (next === undefined) {
        next = newNode();
        node.fields.set(name, next);
      }
      node = next;
    }
    if (fact.kind === 'is') node.exact = { value: fact.value };
    else node.known.push(fact);
  }
  return toPartialMap(root);
}

function toPartialMap(node: FieldNode): PartialMap {
  return new PartialMap(new Map([...node.fields].map(([name, child]) => [name, toRulesValue(child)])));
}

function toRulesValue(node: FieldNode): RulesValue {
  if (node.exact !== null) return readStored(node.exact.value);
  return node.fields.size > 0 ? toPartialMap(node) : new Constraint(node.known);
}
