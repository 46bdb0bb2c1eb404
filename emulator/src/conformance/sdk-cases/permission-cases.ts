import { collection, deleteDoc, doc, type Firestore, onSnapshot, setDoc } from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, same } from './sdk-case.ts';
import type { Client, SignInCase } from './sign-in-cases.ts';

/** What a listener of a room's messages, or of its first message, is told: the texts, in the order of the ids. */
interface Watched {
  readonly list: Events<string>;
  readonly first: Events<string>;
}

function watch(db: Firestore, room: string): Watched {
  const [list, first] = [new Events<string>(), new Events<string>()];
  const texts = ({ docs }: { docs: readonly { get(field: string): unknown }[] }) =>
    docs.map((message) => message.get('text')).join();
  onSnapshot(collection(db, 'rooms', room, 'messages'), (all) => list.push(texts(all)), list.fail);
  onSnapshot(
    doc(db, 'rooms', room, 'messages', 'a'),
    (message) => first.push(String(message.get('text'))),
    first.fail,
  );
  return { list, first };
}

interface Room {
  readonly db: Firestore;
  readonly alice: Watched;
  readonly bob: Watched;
}

/** A room of which both are members, listening to its only message. The room is called as Alice is. */
async function openRoom(open: () => Client, users: { alice: string; bob: string }): Promise<Room> {
  const { db } = open();
  const room = users.alice;
  await setDoc(doc(db, 'rooms', room, 'messages', 'a'), { text: 'first' });
  const watchAs = async (uid: string): Promise<Watched> => {
    await setDoc(doc(db, 'rooms', room, 'members', uid), {});
    const client = open();
    await client.signIn(uid);
    const watched = watch(client.db, room);
    same([await watched.list.next(), await watched.first.next()], ['first', 'first']);
    return watched;
  };
  return { db, alice: await watchAs(users.alice), bob: await watchAs(users.bob) };
}

/** Alice has been shut out: her listeners have failed, and Bob's hear the next words. */
async function onlyBobHears({ db, alice, bob }: Room, room: string): Promise<void> {
  await failsWith('permission-denied', alice.list.next());
  await failsWith('permission-denied', alice.first.next());
  await setDoc(doc(db, 'rooms', room, 'messages', 'a'), { text: 'second' });
  same([await bob.list.next(), await bob.first.next()], ['second', 'second']);
  same([alice.list.waiting, alice.first.waiting], [0, 0]);
}

/** Rules that let a member read, unless banned: see `signInRules`. */
export const permissionCases: readonly SignInCase[] = [
  {
    name: 'loses the listeners of a member who is removed, while those of another member go on',
    run: async (open, users) => {
      const room = await openRoom(open, users);
      await deleteDoc(doc(room.db, 'rooms', users.alice, 'members', users.alice));
      await onlyBobHears(room, users.alice);
    },
  },
  {
    name: 'loses the listeners of a member who is banned, while those of another member go on',
    run: async (open, users) => {
      const room = await openRoom(open, users);
      await setDoc(doc(room.db, 'bans', users.alice), {});
      await onlyBobHears(room, users.alice);
    },
  },
];
