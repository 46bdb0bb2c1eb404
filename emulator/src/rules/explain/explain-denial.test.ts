import { describe, expect, it } from 'vitest';
import type { AccessRequest } from '../access.ts';
import {
  accessRequest,
  document,
  queryShape,
  readerOf,
  rulesetOf,
  signedIn,
} from '../testing/access-requests.ts';
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

  it('shows what a call was made on', () => {
    const newData = new Map([...chat.fields, ['owner', 'ann']]);
    const { failures } = explain({ method: 'update', resource: chat, newData });
    expect(failures[0]?.values).toEqual([
      ['request.resource.data.diff(resource.data).affectedKeys()', "['owner'].toSet()"],
    ]);
  });

  it('names the error where there was one, and counts the other allow statements', () => {
    const query = queryShape({ where: { kind: 'field', field: ['owner'], op: '==', value: 'bob' } });
    const { sentence, failures } = explain({ method: 'list', path: 'chats/*', query, auth: signedIn('ann') });
    expect(sentence).toBe(
      "list chats/* was denied at line 11: resource.data.owner == request.auth.uid is false, where resource.data.owner is 'bob' and request.auth.uid is 'ann'. (and 1 more)",
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
