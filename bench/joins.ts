import { setTimeout } from 'node:timers/promises';
import { communityPath } from '@sameboat/model/community';
import { communityFactsPath } from '@sameboat/model/community-facts';
import { communityMemberPath, joiningMember } from '@sameboat/model/community-member';
import { FieldValue } from 'firebase-admin/firestore';
import { asAdministrator } from '../e2e/suite/suite.ts';
import { createAccount, createCommunity } from '../e2e/suite/world.ts';
import type { Figure } from './figures.ts';

const joins = 500;
const spreadMs = 10_000;
const patienceMs = 60_000;

/** Lets 500 people join a community in ten seconds, and counts what the functions write about them until all are counted. */
export async function measureJoins(): Promise<readonly Figure[]> {
  const firestore = asAdministrator();
  const community = await createCommunity([await createAccount('Founder')]);
  let counted = 0;
  let changed = () => {};
  const versions = new Map(
    [communityPath(community.id), communityFactsPath(community.id)].map((path) => [path, 0]),
  );
  const watched = [...versions.keys()].map((path) =>
    firestore.doc(path).onSnapshot((snapshot) => {
      versions.set(path, (versions.get(path) ?? 0) + 1);
      counted = snapshot.get('memberCount') ?? counted;
      changed();
    }),
  );
  const reaches = (members: number) =>
    new Promise<void>((resolve) => {
      const late = AbortSignal.timeout(patienceMs);
      late.addEventListener('abort', () => resolve());
      changed = () => {
        if (counted === members) resolve();
      };
      changed();
    });

  await reaches(1);
  for (const path of versions.keys()) versions.set(path, 0);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: joins }, async (_, index) => {
      await setTimeout((index * spreadMs) / joins);
      const uid = `joiner${index}`;
      const member = joiningMember(uid, FieldValue.serverTimestamp());
      await firestore.doc(communityMemberPath(community.id, uid)).set(member);
    }),
  );
  await reaches(joins + 1);
  const seconds = (performance.now() - began) / 1_000;
  for (const stop of watched) stop();
  const busiest = Math.max(...versions.values());
  return [
    {
      what: `${joins} joins in ${spreadMs / 1_000} s, not counted`,
      unit: 'rows',
      value: joins + 1 - counted,
      budget: 0,
    },
    {
      what: 'the same, writes to the busiest document',
      unit: 'a second',
      value: busiest / seconds,
      budget: 1,
    },
  ];
}
