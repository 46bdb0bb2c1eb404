import {
  arrayRemove,
  arrayUnion,
  type DocumentData,
  deleteField,
  disableNetwork,
  doc,
  enableNetwork,
  getDocFromCache,
  getDocFromServer,
  increment,
  maximum,
  minimum,
  refEqual,
  serverTimestamp,
  setDoc,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { failsWith, type SdkCase, same } from './sdk-case.ts';
import { WatchedDocument } from './watched-document.ts';

/** What a field is before (undefined: there is no document), what is done to it, and what it is then. */
type Step = readonly [before: unknown, act: unknown, after: unknown];

/** Does each step to a document that is listened to, by update or by merge, and sees it twice: expected, then stored. */
function stepsHold(steps: readonly Step[]): SdkCase['run'] {
  return async ({ keep, room }) => {
    const db = keep();
    for (const [index, [before, act, after]] of steps.entries()) {
      for (const way of before === undefined ? ['set', 'merge'] : ['update', 'merge']) {
        const target = doc(db, room, `${index}-${way}`);
        const other = before === undefined ? {} : { other: 1 };
        if (before !== undefined) await setDoc(target, { field: before, ...other });
        const watched = await WatchedDocument.open(target);
        const data = { field: act };
        if (way === 'update') await updateDoc(target, data);
        else await setDoc(target, data, way === 'merge' ? { merge: true } : {});
        const expected = [index, way, { field: after, ...other }];
        same([index, way, (await watched.pending()).data()], expected);
        same([index, way, (await watched.settled()).data()], expected);
        watched.stop();
        same([index, way, (await getDocFromServer(target)).data()], expected);
      }
    }
  };
}

export const transformCases: readonly SdkCase[] = [
  {
    name: 'adds to a number, and takes the place of anything else, at once and for good',
    run: stepsHold([
      [undefined, increment(1337), 1337],
      [1337, increment(1), 1338],
      [13.37, increment(0.1), 13.37 + 0.1],
      [13.37, increment(1), 14.37],
      [1337, increment(0.1), 1337.1],
      ['text', increment(1337), 1337],
      ['text', increment(13.37), 13.37],
      [null, increment(-2), -2],
      [5, increment(Number.NaN), Number.NaN],
      [Number.MAX_SAFE_INTEGER, increment(-Number.MAX_SAFE_INTEGER), 0],
    ]),
  },
  {
    name: 'keeps the smaller or the larger number, at once and for good',
    run: stepsHold([
      [undefined, minimum(1337), 1337],
      [undefined, maximum(1337), 1337],
      [10, minimum(5), 5],
      [10, minimum(20), 10],
      [10, maximum(5), 10],
      [10, maximum(20), 20],
      [10.5, minimum(5.5), 5.5],
      [10.5, maximum(5.5), 10.5],
      [10, minimum(5.5), 5.5],
      [10.5, minimum(5), 5],
      [10, maximum(20.5), 20.5],
      [10.5, maximum(20), 20],
      [3, minimum(3), 3],
      ['text', maximum(-1), -1],
      [Number.NaN, minimum(5), Number.NaN],
      [5, maximum(Number.NaN), Number.NaN],
      [5, minimum(Number.NEGATIVE_INFINITY), Number.NEGATIVE_INFINITY],
    ]),
  },
  {
    name: 'adds to lists and takes from them, at once and for good',
    run: stepsHold([
      [undefined, arrayUnion(1, 2), [1, 2]],
      [undefined, arrayRemove(1), []],
      [[1, 3], arrayUnion(2, 1, 4), [1, 3, 2, 4]],
      [[{ a: 'hi' }], arrayUnion({ a: 'hi' }, { a: 'bye' }), [{ a: 'hi' }, { a: 'bye' }]],
      [[1, 3, 1, 3], arrayRemove(1, 4), [3, 3]],
      [[{ a: 'hi' }, { a: 'bye' }], arrayRemove({ a: 'hi' }), [{ a: 'bye' }]],
      ['text', arrayUnion(1), [1]],
      [[1], arrayUnion(1), [1]],
    ]),
  },
  {
    name: 'adds a reference to a list once',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'self');
      const watched = await WatchedDocument.open(target);
      await setDoc(target, { list: arrayUnion(target) });
      const isSelf = (data: DocumentData = {}) => data.list.length === 1 && refEqual(data.list[0], target);
      same(
        [isSelf((await watched.pending()).data()), isSelf((await watched.settled()).data())],
        [true, true],
      );
      watched.stop();
      await updateDoc(target, { list: arrayUnion(target) });
      same(isSelf((await getDocFromServer(target)).data()), true);
    },
  },
  {
    name: 'is applied in turn where a batch has several of one field',
    run: async ({ keep, room }) => {
      const db = keep();
      const ways = {
        twice: [increment(1), increment(1)],
        between: [increment(1), deleteField(), increment(3)],
      };
      for (const [id, acts] of Object.entries(ways)) {
        const target = doc(db, room, id);
        await setDoc(target, { sum: 'text' });
        const watched = await WatchedDocument.open(target);
        const batch = writeBatch(db);
        for (const act of acts) batch.update(target, 'sum', act);
        await batch.commit();
        const sum = id === 'twice' ? 2 : 3;
        same([(await watched.pending()).get('sum'), (await watched.settled()).get('sum')], [sum, sum]);
        watched.stop();
      }
    },
  },
  {
    name: 'adds up what was written without a network, in its order',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'sums');
      await setDoc(target, { sum: 0 });
      const watched = await WatchedDocument.open(target);
      await disableNetwork(db);
      const written = [0.1, 0.01, 0.001].map((step) => updateDoc(target, 'sum', increment(step)));
      for (const sum of [0.1, 0.1 + 0.01, 0.1 + 0.01 + 0.001]) {
        same((await watched.until(true)).get('sum'), sum);
      }
      await enableNetwork(db);
      await Promise.all(written);
      same((await watched.until(false)).get('sum'), 0.1 + 0.01 + 0.001);
      watched.stop();
    },
  },
  {
    name: 'takes the place of a server time that no server has set yet',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'stacked');
      const watched = await WatchedDocument.open(target);
      await disableNetwork(db);
      const written = [setDoc(target, { n: serverTimestamp() })];
      same((await watched.until(true)).get('n', { serverTimestamps: 'estimate' }) === null, false);
      written.push(setDoc(target, { n: increment(1) }));
      same((await watched.until(true)).get('n'), 1);
      await enableNetwork(db);
      await Promise.all(written);
      same((await watched.until(false)).get('n'), 1);
      watched.stop();
    },
  },
  {
    name: 'leaves in the cache what the server made of it, as far as that can be known',
    run: async ({ db, room, keep }) => {
      const there = doc(db, room, 'there');
      await setDoc(there, { list: [42] });
      const own = keep();
      const [fresh, based] = [doc(own, room, 'fresh'), doc(own, room, 'based')];
      await setDoc(fresh, { list: arrayUnion(1, 2), n: increment(3) });
      same((await getDocFromCache(fresh)).data(), { list: [1, 2], n: 3 });

      await updateDoc(doc(own, room, 'there'), { list: arrayUnion(1, 2) });
      await failsWith('unavailable', getDocFromCache(doc(own, room, 'there')));
      await setDoc(doc(own, room, 'there'), { list: arrayUnion(3) }, { merge: true });
      same((await getDocFromCache(doc(own, room, 'there'))).data(), { list: [3] });
      same((await getDocFromServer(there)).data(), { list: [42, 1, 2, 3] });

      await setDoc(based, { list: [42] });
      await updateDoc(based, { list: arrayUnion(1, 2) });
      same((await getDocFromCache(based)).data(), { list: [42, 1, 2] });
      await updateDoc(based, { list: arrayRemove(1, 2) });
      same((await getDocFromCache(based)).data(), { list: [42] });
    },
  },
];
