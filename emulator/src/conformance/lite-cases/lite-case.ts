import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type Firestore,
  initializeFirestore,
  type Settings,
} from 'firebase/firestore/lite';

/** What a case of the Lite SDK is given: a Firestore without rules, which this SDK asks over REST. */
export interface LiteWorld {
  readonly db: Firestore;
  /** The id of a collection that no other case uses. */
  readonly room: string;
  /** A client of its own; ended when the case has. */
  connect(settings?: Settings): Firestore;
}

/** As the cases of the whole SDK: it runs in Node and in a browser, and fails by rejecting. */
export interface LiteCase {
  readonly name: string;
  readonly run: (world: LiteWorld) => Promise<void>;
}

let made = 0;

/** Runs a case against the local Firestore at `port`. Rejects as the case does, after its clients are ended. */
export async function runLiteCase(port: number, { run }: LiteCase): Promise<void> {
  const ends: (() => Promise<void>)[] = [];
  const connect = (settings: Settings = {}) => {
    made += 1;
    const app = initializeApp({ projectId: 'demo-lite-cases', apiKey: 'local' }, `lite-${made}`);
    const db = initializeFirestore(app, settings);
    connectFirestoreEmulator(db, '127.0.0.1', port);
    ends.push(() => deleteApp(app));
    return db;
  };
  try {
    const db = connect();
    await run({ db, room: `room-${made}-${Math.random().toString(36).slice(2)}`, connect });
  } finally {
    await Promise.all(ends.map((end) => end()));
  }
}
