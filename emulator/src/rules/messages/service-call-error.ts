import { RulesError } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import type { RulesValue } from '../values/rules-value.ts';

/** What Google's emulator says when a document cannot be had: the path as a text-format protobuf message. */
export function serviceCallError(name: string, argument: RulesValue): RulesError {
  const segments = argument instanceof RulesPath ? argument.segments : [];
  const lines = segments
    .map((segment) => `  segments {\n    simple: ${JSON.stringify(segment)}\n  }\n`)
    .join('');
  return new RulesError(`Service call error. Function: [${name}], Argument: [path_value {\n${lines}}\n].`);
}
