import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { z } from 'zod';
import { processTree } from '../suite/processes.ts';
import { killAtOnce } from './kill-at-once.fixture.ts';
import { type StandIn, standInProject } from './stand-in-project.fixture.ts';

const address = z.object({ host: z.string(), port: z.number() });
const suiteSchema = z.object({
  emulators: z.object({ auth: address, firestore: address, storage: address }),
});

/** The origin of an emulator. */
export const at = ({ host, port }: z.infer<typeof address>) => `http://${host}:${port}`;

export interface Launching {
  readonly launcher: ChildProcess;
  readonly pid: number;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

export interface Started extends Launching {
  /** Where the app is. */
  readonly url: string;
  readonly emulators: z.infer<typeof suiteSchema>['emulators'];
}

/** A folder in which a test runs `npm start`, on free ports and without demo people. */
export interface StartFolder extends StandIn {
  launch(): Launching;
  /** Resolves when `npm start` says that it is up, and finds its emulators as the app does. */
  untilUp(launching: Launching): Promise<Started>;
}

export function startFolder(): StartFolder {
  const standIn = standInProject();
  const launched: number[] = [];
  return {
    root: standIn.root,
    launch() {
      const launcher = spawn(
        process.execPath,
        [join(import.meta.dirname, 'run-start.mjs'), '--free-ports', '--empty'],
        { cwd: standIn.root, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      const { pid } = launcher;
      if (pid === undefined) throw new Error('npm start could not be started.');
      launched.push(pid);
      let output = '';
      for (const stream of [launcher.stdout, launcher.stderr])
        stream.on('data', (chunk) => {
          output += chunk;
        });
      const exit = new Promise<number | null>((resolve) => launcher.once('exit', resolve));
      return { launcher, pid, output: () => output, exit };
    },
    async untilUp(launching) {
      const ended = launching.exit.then((code) => {
        throw new Error(`npm start ended with ${code}: ${launching.output()}`);
      });
      const up = vi.waitFor(() => expect(launching.output()).toMatch(/Ctrl-C stops and saves/), {
        timeout: 90_000,
      });
      await Promise.race([up, ended]);
      const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(launching.output()) ?? [];
      const { emulators } = suiteSchema.parse(await (await fetch(`${url}/suite.json`)).json());
      return { ...launching, url, emulators };
    },
    async remove() {
      for (const pid of launched) killAtOnce(await processTree(pid));
      await standIn.remove();
    },
  };
}

const administrator = { authorization: 'Bearer owner' };

/** Posts JSON, as an administrator unless `caller` says otherwise; throws when it is refused. */
export async function post(
  url: string,
  body: unknown,
  caller: Readonly<Record<string, string>> = administrator,
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...caller, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

interface Account {
  readonly uid: string;
  readonly idToken: string;
}

/** Signs up or in with this address. */
export async function account(
  { emulators }: Started,
  call: 'signUp' | 'signInWithPassword',
  email = 'ada@example.com',
  password = 'correct horse',
): Promise<Account> {
  const url = `${at(emulators.auth)}/identitytoolkit.googleapis.com/v1/accounts:${call}?key=any`;
  const answer = await post(url, { email, password, returnSecureToken: true }, {});
  const { localId: uid, idToken } = z.object({ localId: z.string(), idToken: z.string() }).parse(answer);
  return { uid, idToken };
}
