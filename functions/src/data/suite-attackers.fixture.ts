import type { Caller } from './suite-caller.fixture.ts';
import { suiteFirestore } from './suite-chat.fixture.ts';

/** Inputs that no callable takes, by name. */
export const wrongInputs: readonly (readonly [string, unknown])[] = [
  ['a word', 'everything'],
  ['a number', 7],
  ['a list', [{}]],
  ['true', true],
  ['a map in a map', { input: { input: {} } }],
  ['a long text', 'x'.repeat(100_000)],
];

/** Bans somebody, as staff do. Their token stays as it is. */
export async function ban({ uid }: Caller): Promise<void> {
  const sanction = { denied: [], reason: 'Spam', by: 'staff', at: new Date(), until: null };
  await suiteFirestore()
    .doc(`sanctions/${uid}`)
    .set({ ...sanction, banned: true, kind: 'staff', validAfter: null });
}

/** Ends the sign-in of somebody who keeps the token, as signing out everywhere does. */
export async function endSignIn({ uid }: Caller): Promise<void> {
  const sanction = { banned: false, denied: [], reason: '', by: uid, at: new Date(), until: null };
  const validAfter = new Date(Date.now() + 2_000);
  await suiteFirestore()
    .doc(`sanctions/${uid}`)
    .set({ ...sanction, kind: 'signOut', validAfter });
}
