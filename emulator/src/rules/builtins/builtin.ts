import type { GeoPoint } from '../../values/geo-point.ts';
import type { Timestamp } from '../../values/timestamp.ts';
import type { Duration } from '../values/duration.ts';
import { RulesError } from '../values/rules-error.ts';
import type { RulesPath } from '../values/rules-path.ts';
import type { MapDiff, RulesMap, RulesSet, RulesValue } from '../values/rules-value.ts';
import { bounded } from '../values/size-limits.ts';
import { type TypeName, typeOf } from '../values/type-names.ts';

/** What a parameter of each kind is in TypeScript. */
interface Parameters {
  any: RulesValue;
  int: bigint;
  float: number;
  string: string;
  bytes: Uint8Array;
  list: readonly RulesValue[];
  set: RulesSet;
  map: RulesMap;
  map_diff: MapDiff;
  path: RulesPath;
  timestamp: Timestamp;
  duration: Duration;
  latlng: GeoPoint;
  number: bigint | number;
  'list or set': readonly RulesValue[] | RulesSet;
  'string or bytes': string | Uint8Array;
  'string or list': string | readonly RulesValue[];
  'int, float or string': bigint | number | string;
  printable: bigint | number | null | string | boolean | RulesPath;
}

export type ParameterKind = keyof Parameters;

/** The types that each kind accepts, in the order in which Google's warnings name them; null: any. */
export const acceptedTypes: Readonly<Record<ParameterKind, readonly TypeName[] | null>> = {
  any: null,
  int: ['int'],
  float: ['float'],
  string: ['string'],
  bytes: ['bytes'],
  list: ['list'],
  set: ['set'],
  map: ['map'],
  map_diff: ['map_diff'],
  path: ['path'],
  timestamp: ['timestamp'],
  duration: ['duration'],
  latlng: ['latlng'],
  number: ['int', 'float'],
  'list or set': ['list', 'set'],
  'string or bytes': ['string', 'bytes'],
  'string or list': ['string', 'list'],
  'int, float or string': ['int', 'float', 'string'],
  printable: ['int', 'float', 'null', 'string', 'bool', 'path'],
};

export type ResultType = TypeName | 'any';

export interface Overload {
  /** For a method the first parameter is its receiver. */
  readonly parameters: readonly ParameterKind[];
  readonly result: ResultType;
  /** Called only with arguments that `parameters` accept. */
  readonly run: (...args: RulesValue[]) => RulesValue;
}

export interface Builtin {
  /** `size` for a method, `math.abs` or `int` for a function. */
  readonly name: string;
  readonly kind: 'method' | 'function';
  readonly doc: string;
  readonly overloads: readonly Overload[];
}

/** An overload, with `run` typed after its parameters. */
export function overload<const P extends readonly ParameterKind[]>(
  parameters: P,
  result: ResultType,
  run: (...args: { [K in keyof P]: Parameters[P[K]] }) => RulesValue,
): Overload {
  // The one unchecked step: `callBuiltin` compares the arguments with `parameters` before it calls `run`.
  return { parameters, result, run: run as unknown as Overload['run'] };
}

export function method(name: string, doc: string, ...overloads: Overload[]): Builtin {
  return { name, kind: 'method', doc, overloads };
}

export function globalFunction(name: string, doc: string, ...overloads: Overload[]): Builtin {
  return { name, kind: 'function', doc, overloads };
}

/** Calls the overload that takes `args` (none of them an error). A receiver is the first argument. */
export function callBuiltin(builtin: Builtin, args: readonly RulesValue[]): RulesValue {
  for (const candidate of builtin.overloads) {
    if (accepts(candidate.parameters, args)) return bounded(candidate.run(...args));
  }
  return mismatch(builtin, args);
}

function accepts(parameters: readonly ParameterKind[], args: readonly RulesValue[]): boolean {
  if (parameters.length !== args.length) return false;
  for (let index = 0; index < parameters.length; index += 1) {
    const kind = parameters[index];
    const types = kind === undefined ? null : acceptedTypes[kind];
    if (types !== null && !types.includes(typeOf(args[index] ?? null))) return false;
  }
  return true;
}

function mismatch(builtin: Builtin, args: readonly RulesValue[]): RulesError {
  const received = describe(builtin, args.map(typeOf));
  const expected = builtin.overloads.flatMap(({ parameters }) =>
    typesOf(parameters).map((types) => describe(builtin, types)),
  );
  return new RulesError(
    `Unsupported operation error. Received: ${received}. Expected: ${expected.join(', ')}.`,
  );
}

/** Every list of types that `parameters` accept. */
function typesOf(parameters: readonly ParameterKind[]): readonly (readonly string[])[] {
  return parameters.reduce<readonly (readonly string[])[]>(
    (lists, kind) => {
      const types: readonly string[] = acceptedTypes[kind] ?? ['any'];
      return lists.flatMap((list) => types.map((type) => [...list, type]));
    },
    [[]],
  );
}

function describe(builtin: Builtin, types: readonly string[]): string {
  if (builtin.kind === 'function') return `${builtin.name}(${types.join(', ')})`;
  return `${types[0] ?? ''}.${builtin.name}(${types.slice(1).join(', ')})`;
}
