/** What `npm start` tells a developer, and what becomes of all that it had started when it is killed itself. */
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { project } from '../suite/config.ts';
import { processTree, signal, stillRunning } from '../suite/processes.ts';
import { account, at, post, type Started, startFolder } from './npm-start.fixture.ts';

const folder = startFolder();
afterAll(() => folder.remove());

const suiteIn = (tree: Awaited<ReturnType<typeof processTree>>) =>
  tree.find(({ command }) => command.includes('emulators:start'))?.pid ?? 0;

async function killLauncher(started: Started): Promise<void> {
  signal(started.pid, 'SIGKILL');
  await started.exit;
}

/** Rejects when somebody else listens there. */
const listen = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });

let running: Started;
beforeAll(async () => {
  running = await folder.untilUp(folder.launch());
}, 120_000);

it('prints the links of the e-mails that would be sent, and they work', async () => {
  await account(running, 'signUp', 'cleo@example.com');
  const send = `${at(running.emulators.auth)}/identitytoolkit.googleapis.com/v1/accounts:sendOobCode?key=any`;
  await post(send, { requestType: 'PASSWORD_RESET', email: 'cleo@example.com' });
  const link = await vi.waitFor(
    () => {
      const [, found] =
        /^E-mail to cleo@example\.com: reset your password\n {2}(http:\S+)$/m.exec(running.output()) ?? [];
      if (found === undefined) throw new Error('No e-mail was printed.');
      return found;
    },
    { timeout: 10_000 },
  );
  expect(link).toMatch(new RegExp(`^${running.url}/account-link\\?`));
  expect((await fetch(link)).status).toBe(200);
  // What the app's page does with it.
  await post(
    `${at(running.emulators.auth)}/identitytoolkit.googleapis.com/v1/accounts:resetPassword?key=any`,
    {
      oobCode: new URL(link).searchParams.get('oobCode'),
      newPassword: 'another-horse',
    },
  );
  const signIn = account(running, 'signInWithPassword', 'cleo@example.com', 'another-horse');
  expect((await signIn).uid).not.toBe('');
});

it('tells a read of what does not exist from a denial', async () => {
  const { idToken } = await account(running, 'signUp', 'dan@example.com');
  const documents = `${at(running.emulators.firestore)}/v1/projects/${project}/databases/(default)/documents`;
  const get = (path: string) =>
    fetch(`${documents}/${path}`, { headers: { authorization: `Bearer ${idToken}` } });
  expect((await get('chats/nothing')).status).toBe(403);
  expect((await get('audit/nothing')).status).toBe(403);
  await vi.waitFor(() => expect(running.output()).toMatch(/^denied get audit\/nothing /m), {
    timeout: 5_000,
  });
  expect(running.output()).toMatch(/^not found: chats\/nothing$/m);
  expect(running.output()).not.toMatch(/^denied get chats\/nothing /m);
});

it('stops in good order by itself when its launcher is killed', async () => {
  const first = running;
  const { uid } = await account(first, 'signUp');
  const tree = await processTree(first.pid);
  await killLauncher(first);
  await vi.waitFor(async () => expect(await stillRunning(tree)).toEqual([]), {
    timeout: 30_000,
    interval: 500,
  });

  running = await folder.untilUp(folder.launch());
  expect(running.output()).not.toContain('not stopped in good order');
  expect((await account(running, 'signInWithPassword')).uid).toBe(uid);
}, 120_000);

it('waits for what a launcher has left that was killed while it stopped', async () => {
  const second = running;
  const { uid } = await account(second, 'signUp', 'ben@example.com');
  const tree = await processTree(second.pid);
  const suite = suiteIn(tree);
  // So that its stop takes as long as this test wants.
  signal(suite, 'SIGSTOP');
  second.launcher.kill('SIGINT');
  await vi.waitFor(() => expect(second.output()).toContain('Saving and stopping'), { timeout: 10_000 });
  await killLauncher(second);

  const launching = folder.launch();
  await vi.waitFor(() => expect(launching.output()).toContain('Ending what the last run has left'), {
    timeout: 10_000,
  });
  signal(suite, 'SIGCONT');
  const third = await folder.untilUp(launching);
  expect(third.output()).not.toContain('not stopped in good order');
  expect((await account(third, 'signInWithPassword', 'ben@example.com')).uid).toBe(uid);
  expect(await stillRunning(tree)).toEqual([]);
  for (const { port } of Object.values(second.emulators)) await listen(port);

  third.launcher.kill('SIGINT');
  expect(await third.exit).toBe(0);
}, 120_000);
