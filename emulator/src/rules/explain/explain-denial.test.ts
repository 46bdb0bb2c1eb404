import { describe, expect, it } from 'vitest';
import { GeoPoint } from '../../values/geo-point.ts';
import type { Value } from '../../values/value.ts';
import type { AccessRequest } from '../access.ts';
import {
  accessRequest,
  document,
  queryShape,
  readerOf,
  rulesetOf,
  signedIn,
} from '../testing/access-requests.ts';
import { denialLines } from './denial-lines.ts';
import { explainDenial } from './explain-denial.ts';

const ruleset = rulesetOf(`    function member(chat) {
      return exists(/databases/$(database)/documents/chats/$(chat)/members/$(request.auth.uid));
    }
    match /chats/{chat} {
      allow get: if request.auth != null && member(chat);
      allow update: if request.resource.data.diff(resource.data).affectedKeys().hasOnly(['name'])
        && request.resource.data.name is string;
      allow list: if resource.data.owner == request.auth.uid;
      allow list: if resource.data.open == true;
    }`);

const chat = document('chats/c', { name: 'old', owner: 'bob' });

function explain(changes: Partial<AccessRequest>) {
  return explainDenial(ruleset, accessRequest({ path: 'chats/c', ...changes }), readerOf([chat]));
}

describe('the sentence why a request was denied', () => {
  it('names the part of the condition that was false, and the value that made it so', () => {
    expect(explain({}).sentence).toBe(
      'get chats/c was denied at line 8: request.auth != null is false, where request.auth is null.',
    );
  });

  it('looks into functions', () => {
    expect(explain({ auth: signedIn('ann') })).toMatchObject({
      sentence: expect.stringMatching(
        /at line 5: exists\(.* is false for \/databases\/\(default\)\/documents\/chats\/c\/members\/ann\.$/,
      ),
      failures: [{ line: 5 }],
    });
  });

  it('says what was true where it should not have been', () => {
    const banning = rulesetOf(`    function refused(what) {
      return request.auth != null && (what == 'read' || what in ['write']);
    }
    match /notes/{note} {
      allow get: if !refused('write');
      allow delete: if !(note in ['n', 'm']);
    }`);
    const sentence = (method: 'get' | 'delete') =>
      explainDenial(banning, accessRequest({ path: 'notes/n', method, auth: signedIn('ann') }), readerOf([]))
        .sentence;
    expect(sentence('get')).toBe(
      "get notes/n was denied at line 5: what in ['write'] is true, where what is 'write'.",
    );
    expect(sentence('delete')).toBe(
      "delete notes/n was denied at line 9: note in ['n', 'm'] is true, where note is 'n'.",
    );
  });

  it('shows what a call was made on', () => {
    const newData = new Map([...chat.fields, ['owner', 'ann']]);
    const { failures } = explain({ method: 'update', resource: chat, newData });
    expect(failures[0]?.values).toStrictEqual([
      ['request.resource.data.diff(resource.data).affectedKeys()', "['owner'].toSet()"],
    ]);
  });

  it('names the error where there was one, and counts the other allow statements', () => {
    const query = queryShape({ where: { kind: 'field', field: ['owner'], op: '==', value: 'bob' } });
    const { sentence, failures } = explain({ method: 'list', path: 'chats/*', query, auth: signedIn('ann') });
    expect(sentence).toBe(
      "list chats/* was denied at line 11: resource.data.owner == request.auth.uid is false, where resource.data.owner is text(3) and request.auth.uid is 'ann'. (and 1 more)",
    );
    expect(failures[1]?.reason).toContain('Property open is undefined on object');
  });

  it('says so when the query itself is too wide', () => {
    const filters = Array.from({ length: 13 }, (_, index) => ({
      kind: 'field' as const,
      field: [`f${index}`],
      op: '==',
      value: 1n,
    }));
    const query = queryShape({ where: { kind: 'composite', op: 'and', filters } });
    expect(explain({ method: 'list', path: 'chats/*', query }).sentence).toBe(
      "list chats/* was denied: The query has too many alternatives to be proved for 'list'.",
    );
  });

  it('says so when no allow statement covers the path', () => {
    expect(explain({ path: 'users/u' }).sentence).toBe(
      'get users/u was denied: no allow statement covers this path and method.',
    );
  });
});

describe('what an explanation shows of a document', () => {
  const write = rulesetOf(`    match /notes/{id} {
      allow create: if request.resource.data.state == 'open'
        && request.resource.data.owner == request.auth.uid
        && request.resource.data.keys().hasOnly(['state', 'owner', 'text', 'near'])
        && request.resource.data.text.size() <= 3
        && request.resource.data.near == null
        && int(request.resource.data.text) > 0;
    }`);
  const values = (changes: Readonly<Record<string, Value>>) => {
    const note = { state: 'open', owner: 'ann', text: 'abc', near: null, ...changes };
    const { sentence, failures } = explainDenial(
      write,
      accessRequest({
        method: 'create',
        path: 'notes/n',
        auth: signedIn('ann'),
        newData: new Map<string, Value>(Object.entries(note)),
      }),
      readerOf([]),
    );
    return `${sentence} ${JSON.stringify(failures)}`;
  };

  it('is never what somebody wrote, but how long it is', () => {
    const shown = values({ text: 'I cannot sleep' });
    expect(shown).not.toContain('sleep');
    expect(values({ state: 'I cannot sleep' })).toContain('request.resource.data.state is text(14).');
    expect(shown).toContain('request.resource.data.text.size() <= 3 is false');
  });

  it('is no position, and no text inside an error', () => {
    expect(values({ near: new GeoPoint(52.5, 13.4) })).toContain('request.resource.data.near is latlng(…)');
    expect(values({ text: 'abc' })).toContain(
      'fails (Invalid integer), where request.resource.data.text is text(3)',
    );
  });

  it('is the uid of who asks, ids of the path, generated ids, and what the rules compare with', () => {
    expect(values({ owner: 'q3XbR7c0ZkTt5w9Y1LmN' })).toContain(
      "owner is 'q3XbR7c0ZkTt5w9Y1LmN' and request.auth.uid is 'ann'",
    );
    expect(values({ owner: 'open' })).toContain("owner is 'open'");
    expect(values({ owner: 'n' })).toContain("owner is 'n'");
  });

  it('is a field that ought not to be there', () => {
    expect(values({ extra: 'something' })).toContain("'extra'");
  });
});

describe('the lines of a denial', () => {
  it('are one that is short enough, and the rest below it', () => {
    const long = `x${'y'.repeat(150)}z`;
    const lines = denialLines(explain({ path: `chats/${long}`, method: 'list' }));
    expect(lines[0]).toMatch(
      /^denied list chats\/xy+…y+z at line 11: resource\.data\.owner fails .*\(and 1 more\)$/,
    );
    expect(lines[0]?.length).toBeLessThanOrEqual(200);
    expect(lines.slice(1)).toHaveLength(2);
    expect(lines[1]).toMatch(
      /^ {4}line 11: resource\.data\.owner fails \(Property owner is undefined on object\)/,
    );
  });

  it('are one alone where nothing is left out', () => {
    expect(denialLines(explain({}))).toStrictEqual([
      'denied get chats/c at line 8: request.auth != null is false, where request.auth is null.',
    ]);
  });
});
