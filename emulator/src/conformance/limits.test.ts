import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { ask, type Running, startRunning } from './running.ts';

type Spec = readonly [kind: string, ...rest: unknown[]];
interface Case {
  readonly name: string;
  readonly path: readonly (string | readonly [string, string, number])[];
  readonly fields: Readonly<Record<string, Spec>>;
  readonly outcome: { readonly status: number; readonly message: string };
}

const ROOT = 'projects/limits/databases/(default)/documents';
const { cases } = fixture<{ cases: readonly Case[] }>('emulator-limits.json');

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.close());

const fieldsOf = (specs: Readonly<Record<string, Spec>>) =>
  Object.fromEntries(Object.entries(specs).map(([key, spec]) => [key, toJsonOf(spec)]));

function toJsonOf([kind, first, second]: Spec): unknown {
  switch (kind) {
    case 'int':
      return { integerValue: '1' };
    case 'string':
      return { stringValue: String(second).repeat(Number(first)) };
    case 'bytes':
      return { bytesValue: Buffer.alloc(Number(first)).toString('base64') };
    case 'array':
      return { arrayValue: { values: (first as readonly Spec[]).map(toJsonOf) } };
    case 'map':
      return { mapValue: { fields: fieldsOf(first as Readonly<Record<string, Spec>>) } };
    case 'nest':
      return nest(Number(first), second === true);
    default:
      throw new Error(`Unknown value ${kind}.`);
  }
}

/** Maps within maps, or maps and arrays by turns, the outermost a map. */
function nest(levels: number, alternate: boolean): unknown {
  let value: unknown = { integerValue: '1' };
  for (let level = levels; level > 0; level -= 1) {
    value =
      alternate && level % 2 === 0
        ? { arrayValue: { values: [value] } }
        : { mapValue: { fields: { f: value } } };
  }
  return value;
}

describe('limits', () => {
  it.each(cases)('$name', async ({ path, fields, outcome }) => {
    const segments = path.map((part) => (typeof part === 'string' ? part : part[1].repeat(part[2])));
    const body = {
      writes: [{ update: { name: `${ROOT}/${segments.join('/')}`, fields: fieldsOf(fields) } }],
    };
    const answer = await ask(running.url, { method: 'POST', path: `/v1/${ROOT}:commit`, body });
    expect(answer.status, answer.text.slice(0, 500)).toBe(outcome.status);
    if (outcome.status !== 200) expect(answer.json).toMatchObject({ error: { message: outcome.message } });
  });
});
