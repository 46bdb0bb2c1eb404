import {
  collection,
  type DocumentData,
  doc,
  type Firestore,
  getDocs,
  getDocsFromCache,
  type LoadBundleTaskProgress,
  loadBundle,
  namedQuery,
  onSnapshot,
  type Query,
  setDoc,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

const at = (seconds: number) => ({ seconds, nanos: 9_999 });

/** A bundle for `db` of the documents `a` and `b` of a collection, as old as can be, and of two named queries. */
function bundleOf({ app }: Firestore, room: string): string {
  const root = `projects/${app.options.projectId}/databases/(default)/documents`;
  const fields = (k: string, n: number) => ({ k: { stringValue: k }, n: { integerValue: n } });
  const newest = (limitType: 'FIRST' | 'LAST') => ({
    namedQuery: {
      name: `${room} ${limitType}`,
      readTime: at(1000),
      bundledQuery: {
        parent: root,
        structuredQuery: {
          from: [{ collectionId: room }],
          orderBy: ['n', '__name__'].map((fieldPath) => ({ field: { fieldPath }, direction: 'DESCENDING' })),
          limit: { value: 1 },
        },
        limitType,
      },
    },
  });
  const known = (id: string, n: number) => {
    const name = `${root}/${room}/${id}`;
    return [
      { documentMetadata: { name, readTime: at(1000), exists: true } },
      { document: { name, createTime: at(1), updateTime: at(1), fields: fields(id, n) } },
    ];
  };
  const prefixed = (element: object) => {
    const text = JSON.stringify(element);
    return `${new TextEncoder().encode(text).length}${text}`;
  };
  const body = [newest('FIRST'), newest('LAST'), ...known('a', 1), ...known('b', 2)].map(prefixed).join('');
  const totalBytes = new TextEncoder().encode(body).length;
  const metadata = { id: room, createTime: at(1001), version: 1, totalDocuments: 2, totalBytes };
  return prefixed({ metadata }) + body;
}

const told = ({ taskState, documentsLoaded, bytesLoaded, totalBytes }: LoadBundleTaskProgress) =>
  `${taskState} ${documentsLoaded}${bytesLoaded === totalBytes ? ' all' : ''}`;

/** What loading tells on the way, in its order. */
async function loaded(db: Firestore, bundle: string): Promise<readonly string[]> {
  const steps: string[] = [];
  const task = loadBundle(db, bundle);
  task.onProgress((progress) => steps.push(told(progress)));
  same(told(await task), 'Success 2 all');
  return steps;
}

const data = async (asked: Promise<{ docs: readonly { data(): DocumentData }[] }>) =>
  (await asked).docs.map((each) => each.data());

async function named(db: Firestore, name: string): Promise<Query> {
  const found = await namedQuery(db, name);
  if (found === null) throw new Error(`there is no query named ${name}`);
  return found;
}

const both = [
  { k: 'a', n: 1 },
  { k: 'b', n: 2 },
];

export const bundleCases: readonly SdkCase[] = [
  {
    name: 'fills the cache with what the server does not have, and counts as it goes',
    run: async ({ keep, room }) => {
      const db = keep();
      same(await loaded(db, bundleOf(db, room)), [
        'Running 0',
        'Running 1',
        'Running 2 all',
        'Success 2 all',
      ]);
      same(await data(getDocsFromCache(collection(db, room))), both);
      same(await data(getDocsFromCache(await named(db, `${room} FIRST`))), [both[1]]);
      same(await data(getDocsFromCache(await named(db, `${room} LAST`))), [both[0]]);
      same(await loaded(db, bundleOf(db, room)), ['Success 2 all']);
      same(await namedQuery(db, 'no such query'), null);
    },
  },
  {
    name: 'is kept though nobody listens, until the server says otherwise',
    run: async ({ connect, room }) => {
      const db = connect();
      await loaded(db, bundleOf(db, room));
      same((await getDocs(collection(db, `${room}/other/one`))).size, 0);
      same(await data(getDocsFromCache(collection(db, room))), both);
      same(await data(getDocs(collection(db, room))), []);
      same(await data(getDocsFromCache(collection(db, room))), []);
    },
  },
  {
    name: 'changes nothing that the client has from the server, and its queries ask the server',
    run: async ({ keep, room }) => {
      const db = keep();
      for (const id of ['a', 'b']) await setDoc(doc(db, room, id), { k: id, n: 0 });
      const events = new Events<unknown>();
      const stop = onSnapshot(
        collection(db, room),
        ({ docs }) => events.push(docs.map((each) => each.get('n'))),
        events.fail,
      );
      same(await events.next(), [0, 0]);
      await loaded(db, bundleOf(db, room));
      same(await data(getDocs(await named(db, `${room} FIRST`))), [{ k: 'b', n: 0 }]);
      same(await data(getDocs(await named(db, `${room} LAST`))), [{ k: 'a', n: 0 }]);
      same(events.waiting, 0);
      stop();
    },
  },
  {
    name: 'of another project is refused, and the client goes on',
    run: async ({ keep, room }) => {
      const db = keep();
      const bundle = bundleOf(db, room);
      const strange = bundle.replaceAll(String(db.app.options.projectId), 'demo-sdk-other');
      await failsWith('invalid-argument', Promise.resolve(loadBundle(db, strange)));
      await loaded(db, bundle);
      same(await data(getDocsFromCache(collection(db, room))), both);
    },
  },
];
