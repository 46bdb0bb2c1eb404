import {
  collection,
  type DocumentData,
  documentId,
  onSnapshot,
  orderBy,
  type Query,
  query,
  vector,
  where,
} from 'firebase/firestore';
import { aroundVectors } from '../around-vectors.ts';
import { Events } from './events.ts';
import { agrees, fill } from './fill.ts';
import { type SdkCase, type SdkWorld, same } from './sdk-case.ts';

/** The collection as a client that keeps sees it, filled by another in another order. */
async function kept({ db, keep, room }: SdkWorld, documents: readonly (readonly [string, DocumentData])[]) {
  await fill(db, room, Object.fromEntries(documents.toReversed()));
  return collection(keep(), room);
}

/** Rejects unless server, cache and a listener give these ids in this order. */
async function everywhere(all: Query, asked: Query, expected: readonly string[]): Promise<void> {
  const events = new Events<readonly string[]>();
  const stop = onSnapshot(asked, ({ docs }) => events.push(docs.map(({ id }) => id)), events.fail);
  same(await events.next(), expected);
  stop();
  await agrees(all, asked, expected);
}

const texts = ['Sierpiński', 'Łukasiewicz', '你好', '你顥', '岩澤', '︒', 'Ｐ', '🄟', '🐵', '😀', '😁'];

export const cachedOrderCases: readonly SdkCase[] = [
  {
    name: 'puts numeric ids first, to the ends of what 64 bits hold',
    run: async (world) => {
      const sorted = [
        '__id-9223372036854775808__',
        '__id-9223372036854775807__',
        '__id-2__',
        '__id7__',
        '__id12__',
        '__id9223372036854775806__',
        '__id9223372036854775807__',
        '12',
        '7',
        'A',
        'Aa',
        '__id',
        '__id1_',
        '_id1__',
        'a',
      ];
      const all = await kept(
        world,
        sorted.map((id) => [id, {}]),
      );
      await everywhere(all, query(all, orderBy(documentId())), sorted);
      const between = [where(documentId(), '>', '__id7__'), where(documentId(), '<=', 'Aa')];
      await everywhere(all, query(all, orderBy(documentId()), ...between), sorted.slice(4, 11));
    },
  },
  {
    name: 'puts text by its bytes: by itself, in lists, in maps, as the keys of maps and as ids',
    run: async (world) => {
      const all = await kept(
        world,
        texts.map((text, at) => [
          `d${String(at).padStart(2, '0')}`,
          { text, list: [text], map: { text }, keys: { [text]: true } },
        ]),
      );
      const sorted = texts.map((_, at) => `d${String(at).padStart(2, '0')}`);
      for (const field of ['text', 'list', 'map', 'keys']) {
        await everywhere(all, query(all, orderBy(field)), sorted);
      }
      const named = collection(all.firestore, world.room, 'by', 'name');
      await fill(world.db, named.path, Object.fromEntries(texts.toReversed().map((text) => [text, {}])));
      await everywhere(named, query(named, orderBy(documentId())), texts);
    },
  },
  {
    name: 'puts vectors between lists and maps, by their length and then by their numbers',
    run: async (world) => {
      const values = aroundVectors(vector);
      const sorted = values.map((_, at) => `d${String(at).padStart(2, '0')}`);
      const all = await kept(
        world,
        values.map((v, at) => [sorted[at] ?? '', { v }]),
      );
      const middle = values[10];
      await everywhere(all, query(all, orderBy('v')), sorted);
      await everywhere(all, query(all, orderBy('v'), where('v', '<', middle)), sorted.slice(2, 10));
      await everywhere(all, query(all, orderBy('v'), where('v', '>', middle)), sorted.slice(11, 12));
    },
  },
];
