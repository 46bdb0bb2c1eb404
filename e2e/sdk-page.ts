import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app';
import {
  clearIndexedDbPersistence,
  collection,
  connectFirestoreEmulator,
  disableNetwork,
  doc,
  enableNetwork,
  type Firestore,
  getDocsFromCache,
  getDocsFromServer,
  initializeFirestore,
  onSnapshot,
  persistentLocalCache,
  persistentMultipleTabManager,
  type QuerySnapshot,
  setDoc,
  setLogLevel,
  terminate,
} from 'firebase/firestore';
import { setLogLevel as setLiteLogLevel } from 'firebase/firestore/lite';
import { allLiteCases } from '../emulator/src/conformance/lite-cases/all-lite-cases.ts';
import { runLiteCase } from '../emulator/src/conformance/lite-cases/lite-case.ts';
import { allCases, casesOnDevice } from '../emulator/src/conformance/sdk-cases/all-cases.ts';
import { Events } from '../emulator/src/conformance/sdk-cases/events.ts';
import {
  openClient,
  runCase,
  type SdkClient,
  type WorldOptions,
} from '../emulator/src/conformance/sdk-cases/open-world.ts';
import { permissionCases } from '../emulator/src/conformance/sdk-cases/permission-cases.ts';
import {
  runSignInCase,
  type SignInPorts,
  signInCases,
} from '../emulator/src/conformance/sdk-cases/sign-in-cases.ts';

// Lost connections and refusals are expected here; the SDK would warn of each.
setLogLevel('silent');
setLiteLogLevel('silent');

/** How a case runs: as ever; with each answer ending its response, as behind some proxies; or with caches on the device. */
export type SdkMode = 'plain' | 'polling' | 'on the device';

const options: Readonly<Record<SdkMode, WorldOptions>> = {
  plain: {},
  polling: { settings: { experimentalForceLongPolling: true } },
  'on the device': { keptCache: () => persistentLocalCache() },
};

/** The client that the cases share: one, because a browser opens no more than six connections to a server. */
let shared: { readonly mode: SdkMode; readonly client: SdkClient } | null = null;
let app: FirebaseApp;
let db: Firestore;
const answers = new Events<string>();

const idsOf = ({ docs }: QuerySnapshot) => docs.map(({ id }) => id).join();

/** What a test asks of this page: to run a case, or to be one of several tabs with a cache on the device. */
const sdkPage = {
  /** 'held', or why the case did not. */
  async run(port: number, subject: string, name: string, mode: SdkMode): Promise<string> {
    const cases = { ...allCases, ...casesOnDevice };
    const found = cases[subject]?.find((each) => each.name === name);
    if (found === undefined) return `there is no case "${name}"`;
    if (shared?.mode !== mode) {
      await shared?.client.close();
      shared = { mode, client: openClient(port, options[mode].settings) };
    }
    return runCase(port, found, shared.client.db, options[mode]).then(
      () => 'held',
      (error: unknown) => String(error),
    );
  },

  /** The same for a case of the Lite SDK. */
  async runLite(port: number, subject: string, name: string): Promise<string> {
    const found = allLiteCases[subject]?.find((each) => each.name === name);
    if (found === undefined) return `there is no case "${name}"`;
    return runLiteCase(port, found).then(
      () => 'held',
      (error: unknown) => String(error),
    );
  },

  /** 'held', or why the case of a user, or of rights, that change did not. */
  async runSignIn(ports: SignInPorts, name: string): Promise<string> {
    const found = [...signInCases, ...permissionCases].find((each) => each.name === name);
    if (found === undefined) return `there is no case "${name}"`;
    return runSignInCase(ports, found).then(
      () => 'held',
      (error: unknown) => String(error),
    );
  },

  openTab(port: number, project: string): void {
    app = initializeApp({ projectId: `demo-${project}`, apiKey: 'local' }, 'tab');
    const localCache = persistentLocalCache({ tabManager: persistentMultipleTabManager() });
    db = initializeFirestore(app, { localCache });
    connectFirestoreEmulator(db, '127.0.0.1', port);
  },

  watch(path: string): void {
    onSnapshot(collection(db, path), (snapshot) => answers.push(idsOf(snapshot)), answers.fail);
  },

  /** Resolves when the watched collection holds exactly these ids. */
  async sees(ids: string): Promise<void> {
    await answers.until((answer) => answer === ids);
  },

  async write(path: string): Promise<void> {
    await setDoc(doc(db, path), {});
  },

  /** Without waiting for the server. */
  writeLater(path: string): void {
    void setDoc(doc(db, path), {});
  },

  async read(path: string): Promise<void> {
    await getDocsFromServer(collection(db, path));
  },

  async readCache(path: string): Promise<string> {
    return idsOf(await getDocsFromCache(collection(db, path)));
  },

  async network(on: boolean): Promise<void> {
    await (on ? enableNetwork(db) : disableNetwork(db));
  },

  /** 'cleared', or the code of what stands against it. */
  async clear(): Promise<string> {
    // What stands against it is thrown, not rejected.
    return Promise.resolve()
      .then(() => clearIndexedDbPersistence(db))
      .then(
        () => 'cleared',
        ({ code }: { code: string }) => code,
      );
  },

  async end(): Promise<void> {
    await terminate(db);
    await deleteApp(app);
  },
};

export type SdkPage = typeof sdkPage;
Object.assign(globalThis, { sdkPage });
