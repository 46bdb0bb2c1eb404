import type { QuerySpec } from '@sameboat/model/queries';
import { doc, getDoc } from 'firebase/firestore';
import { ask } from '../ask.ts';
import { askByRest, restRoot, unsignedToken } from '../ask-by-rest.ts';
import type { World } from '../world.ts';
import { commit, type Write } from '../write.ts';
import { toRestWrite } from './rest-write.ts';

export type Verdict = 'allowed' | 'refused';

/** Somebody who attacks: their uid, and what their token says beside it. */
export interface Actor {
  readonly uid: string;
  readonly guest?: boolean;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A way into Firestore. An attack is tried through each: a rule that held for the SDK alone would hold nothing. */
export interface Door {
  readonly name: string;
  read(actor: Actor, path: string): Promise<Verdict>;
  list(actor: Actor, query: QuerySpec): Promise<Verdict>;
  /** All writes in one commit. */
  write(actor: Actor, ...writes: readonly Write[]): Promise<Verdict>;
}

/** The doors to the local Firestore: the web SDK, and plain REST with a token of one's own. */
export function doorsOf(world: () => World): readonly Door[] {
  const database = ({ uid, guest, claims }: Actor) =>
    guest ? world().guest(uid) : world().as(uid, { ...claims });
  return [
    {
      name: 'the SDK',
      read: (actor, path) => verdict(() => getDoc(doc(database(actor), path))),
      list: (actor, query) => verdict(() => ask(database(actor), query)),
      write: (actor, ...writes) => verdict(() => commit(database(actor), ...writes)),
    },
    {
      name: 'REST',
      read: async (actor, path) => fromStatus(await send(actor, `/${path}`)),
      list: async (actor, query) => fromStatus(await askByRest(actor.uid, query, 0, claimsOf(actor))),
      write: async (actor, ...writes) =>
        fromStatus(await send(actor, ':commit', { writes: writes.map((write) => toRestWrite(write)) })),
    },
  ];
}

function claimsOf({ guest, claims }: Actor): Readonly<Record<string, unknown>> {
  return guest
    ? { firebase: { sign_in_provider: 'anonymous', identities: {} }, ...claims }
    : { email_verified: true, ...claims };
}

async function verdict(act: () => Promise<unknown>): Promise<Verdict> {
  try {
    await act();
    return 'allowed';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'permission-denied') return 'refused';
    throw error;
  }
}

async function send(actor: Actor, path: string, body?: object): Promise<string> {
  const response = await fetch(`${restRoot()}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${unsignedToken(actor.uid, claimsOf(actor))}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { error?: { status: string } };
  return answer.error?.status ?? 'OK';
}

function fromStatus(status: string): Verdict {
  // A document that does not exist was looked for with leave.
  if (status === 'OK' || status === 'NOT_FOUND') return 'allowed';
  if (status === 'PERMISSION_DENIED') return 'refused';
  throw new Error(`Neither allowed nor refused: ${status}`);
}
