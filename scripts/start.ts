import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { fillWithDemoData } from './demo-data.ts';
import { project } from './suite/config.ts';
import { dataDirectory } from './suite/data.ts';
import { denialIn } from './suite/denials.ts';
import { followLines } from './suite/follow-lines.ts';
import { followMail } from './suite/follow-mail.ts';
import { keepAccounts } from './suite/keep-accounts.ts';
import { keepStorage } from './suite/keep-storage.ts';
import { startSuite } from './suite/launch.ts';
import { claimPort } from './suite/ports.ts';
import { runningNote } from './suite/running.ts';
import { UserError } from './user-error.ts';

const devPort = 5173;

const usage = `npm start -- [--fresh] [--free-ports] [--empty] [--official]
  --fresh       forget what was kept and start anew, with the demo people
  --empty       with --fresh: without them
  --free-ports  listen on any free ports instead of the usual ones
  --official    run Google's own Firestore and rules programs (needs Java 21 and their download)`;

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        dev: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        'free-ports': { type: 'boolean', default: false },
        official: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** Vite's dev server in the place of the built app, and the functions rebuilt as they change. */
function startDevelopment(appUrl: string, port: number): { url: string; stop(): void } {
  const environment = { ...process.env, SAMEBOAT_APP_URL: appUrl };
  const vite = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'web', '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
    { stdio: ['ignore', 'ignore', 'inherit'], env: environment },
  );
  const functions = spawn(process.execPath, ['functions/build.mjs', '--watch'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      vite.kill();
      functions.kill();
    },
  };
}

/** What Firestore said of the journal that it found. */
function recoveryOf(log: string): string {
  const found = readFileSync(log, 'utf8').match(/^(The journal .* breaks off .*|Recovered .*)$/gm) ?? [];
  return `The last run was not stopped in good order. ${found.join(' ') || 'No document had been written in it.'}`;
}

export async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const root = process.cwd();
  const data = dataDirectory(root);
  const running = runningNote(root);
  await running.settle();
  data.adopt();
  if (options.fresh) data.clear();
  const recovers = data.recover();
  if (recovers && options.official) {
    throw new UserError(
      'The last run was killed, and what it left can only be read by our own Firestore. ' +
        'Run "npm start" once without --official, and stop it with Ctrl-C.',
    );
  }

  // With hot reload the app is served by Vite instead of Hosting.
  const appPort = options.dev ? await claimPort(options['free-ports'] ? 0 : devPort, 'the app') : 0;

  console.log('Starting Sameboat …');
  await build(root);
  const kept = data.exists();
  let note: () => Promise<void> = async () => {};
  const suite = await startSuite(root, {
    name: 'start',
    freePorts: options['free-ports'],
    official: options.official,
    liveFunctions: options.dev,
    importFrom: kept ? data.path : undefined,
    exportTo: data.next,
    journal: data.journal,
    onSpawn: ({ pid, url, temporaryDirectory }) => {
      const spawned = { launcher: process.pid, suite: pid, url, temporary: temporaryDirectory };
      note = () => running.write(spawned);
      void note();
    },
  });
  const authHost = `127.0.0.1:${suite.ports.auth}`;
  const accounts = keepAccounts(authHost, project, data.accounts);
  const mail = followMail({
    authHost,
    projectId: project,
    appUrl: suite.url,
    tell: (lines) => console.log(lines),
  });
  const keepers = [accounts, keepStorage(`127.0.0.1:${suite.ports.storage}`, data.storage), mail];
  await note();

  let development: ReturnType<typeof startDevelopment> | null = null;
  let saving = false;
  const end = async () => {
    if (saving) {
      console.log('Still saving; one moment.');
      return;
    }
    saving = true;
    console.log('\nSaving and stopping …');
    development?.stop();
    for (const keeper of keepers) keeper.stop();
    await suite.stop();
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  process.on('SIGHUP', () => void end());

  const demo = await fillWithDemoData({
    firestoreHost: `127.0.0.1:${suite.ports.firestore}`,
    authHost,
    storageHost: `127.0.0.1:${suite.ports.storage}`,
    projectId: project,
    fill: !kept && !options.empty,
  });
  // When this fails, the look a second later tells.
  await accounts.look().catch(() => {});
  if (options.dev) {
    development = startDevelopment(suite.url, appPort);
    await note();
  }

  const signIns = demo.signIns.map(
    ({ email, password, name }) => `  ${name.padEnd(10)} ${email}   ${password}`,
  );
  console.log(
    [
      ...(recovers ? ['', recoveryOf(join(suite.logsDirectory, 'firestore-debug.log'))] : []),
      '',
      `Sameboat is at ${development?.url ?? suite.url}`,
      '',
      ...(signIns.length === 0
        ? []
        : ['Sign in as one of the demo people (or sign up as yourself):', ...signIns, '']),
      `Data is kept in ${relative(root, data.path)} (npm start -- --fresh starts anew); logs in ${relative(root, suite.logsDirectory)}.`,
      'Ctrl-C stops and saves.',
      '',
    ].join('\n'),
  );

  // The rules are the only gate: somebody who works on them wants to see at once what they refuse, and why.
  const showDenial = (line: string) => {
    const denial = denialIn(line);
    if (denial !== null) console.log(denial);
  };
  // firebase-tools keeps no log of the Storage rules: it says itself what they warn of.
  const logs = [join(suite.logsDirectory, 'firestore-debug.log'), suite.logPath];
  const stopFollowing = logs.map((path) => followLines(path, showDenial));
  const code = await suite.ended;
  for (const stop of stopFollowing) stop();
  for (const keeper of keepers) keeper.stop();
  development?.stop();
  running.remove();
  const saved = data.adopt();
  if (saving && saved) console.log('Saved. Goodbye.');
  else if (saving)
    throw new UserError(`The data could not be saved; the next start recovers it. See ${suite.logPath}.`);
  else
    throw new UserError(
      `The Firebase suite ended by itself (exit ${code}); the next start recovers its data. See ${suite.logPath}.`,
    );
  process.exit(0);
}
