import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functionsRegion } from '../hosting.ts';
import { UserError } from '../user-error.ts';
import { project, writeSuiteFiles } from './config.ts';
import { followLines } from './follow-lines.ts';
import { claimPorts, findFreePorts, type Ports, usualPorts } from './ports.ts';
import { signal } from './processes.ts';
import { downloadNeeded, lacksDownload, withOfficialPrograms, withOurPrograms } from './programs.ts';

export interface SuiteOptions {
  /** Tells runs that go on at the same time apart: 'start', 'test', 'bench'. */
  readonly name: string;
  readonly freePorts: boolean;
  readonly official?: boolean;
  readonly liveFunctions?: boolean;
  /** Keep what the rules were asked: Storage's for `readRulesCoverage`, Firestore's costs for `:ruleCosts`. */
  readonly rulesCoverage?: boolean;
  /** An export to fill the suite with, and where to leave one when it stops. */
  readonly importFrom?: string | undefined;
  readonly exportTo?: string | undefined;
  /** Where Firestore notes every write, so that a suite that was killed loses at most the last moment. */
  readonly journal?: string | undefined;
  /** Called as soon as there is a process to be ended, long before the suite is ready. */
  readonly onSpawn?: (spawned: Pick<Suite, 'pid' | 'url' | 'temporaryDirectory'>) => void;
}

export interface Suite {
  readonly url: string;
  readonly ports: Ports;
  readonly suiteJson: string;
  /** What tests and the Admin SDK need to find the suite. */
  readonly environment: Readonly<Record<string, string>>;
  /** Resolves when the suite's process has ended, for whatever reason. */
  readonly ended: Promise<number | null>;
  readonly pid: number;
  /** Where the suite's own words go, and the folder that each emulator logs into. */
  readonly logPath: string;
  readonly logsDirectory: string;
  /** Of its own, for sockets and uploads; removed when the suite has ended. */
  readonly temporaryDirectory: string;
  /** Where the Storage rules keep what was asked of them; null when that was not wanted, or of Google's program. */
  readonly storageCoveragePath: string | null;
  /** Asks the suite to end in good order (exporting what it was told to) and waits for it. */
  stop(): Promise<void>;
}

const readyLine = /All emulators ready!/;

function lastLines(path: string, count: number): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

/** Starts the Firebase suite and resolves when every emulator answers and the functions are loaded. */
export async function startSuite(root: string, options: SuiteOptions): Promise<Suite> {
  const ports = options.freePorts ? await findFreePorts() : await claimPorts(usualPorts);
  const files = writeSuiteFiles(root, options.name, ports, options.liveFunctions ?? false);
  const logs = join(root, '.sameboat', 'logs', options.name);
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const logPath = join(logs, 'suite.log');

  // A directory of its own for sockets and the hub's locator file: two suites of one project are then strangers.
  const temporary = mkdtempSync(join(tmpdir(), 'sameboat-'));
  const base = {
    ...process.env,
    TMPDIR: temporary,
    NO_UPDATE_NOTIFIER: '1',
    FORCE_COLOR: '0',
    // The Functions emulator starts a process for each event it handles at once: fifty, unless it is told otherwise.
    FUNCTIONS_EMULATOR_PARALLEL: '4',
    // The Admin SDK need not ask whether this machine stands in a data centre.
    METADATA_SERVER_DETECTION: 'none',
    // firebase-tools runs Firestore in a session of its own, where no signal to the suite reaches it.
    FIRESTORE_EMULATOR_ENDS_WITH_PARENT: '1',
    ...(options.journal ? { FIRESTORE_EMULATOR_JOURNAL: options.journal } : {}),
    ...(options.rulesCoverage ? { FIRESTORE_EMULATOR_RULE_COSTS: '1' } : {}),
  };
  const storageCoveragePath =
    options.rulesCoverage && !options.official ? join(logs, 'storage-rules-coverage.json') : null;
  const environment = {
    ...(options.official ? withOfficialPrograms(base) : withOurPrograms(root, base)),
    ...(storageCoveragePath === null ? {} : { STORAGE_RULES_COVERAGE: storageCoveragePath }),
  };

  const preloaded = ['lazy-validators.cjs', 'end-with-launcher.cjs'];
  const argv = [
    ...preloaded.flatMap((name) => ['--require', join(root, 'scripts', 'suite', name)]),
    join(root, 'node_modules', 'firebase-tools', 'lib', 'bin', 'firebase.js'),
    'emulators:start',
    '--config',
    files.configPath,
    '--project',
    project,
    '--only',
    'auth,firestore,functions,storage,hosting,tasks,eventarc',
    '--non-interactive',
    ...(options.importFrom ? ['--import', options.importFrom] : []),
    ...(options.exportTo ? ['--export-on-exit', options.exportTo] : []),
  ];
  // Its words go straight into the file: with a pipe to us, it would fail at the next word when we are killed.
  const log = openSync(logPath, 'w');
  // Detached: Ctrl-C reaches us alone, and we end the suite in order.
  const child: ChildProcess = spawn(process.execPath, argv, {
    cwd: logs,
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error('The Firebase suite could not be started.');
  const local = (port: number) => `127.0.0.1:${port}`;
  const url = `http://${local(ports.hosting)}`;
  options.onSpawn?.({ pid, url, temporaryDirectory: temporary });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      // A suite that was killed leaves its functions running; after a stop in good order there is nothing.
      signal(-pid, 'SIGKILL');
      files.remove();
      rmSync(temporary, { recursive: true, force: true });
      resolve(code);
    });
  });

  let asked = false;
  const stop = async () => {
    if (!asked && child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    asked = true;
    await ended;
  };

  await new Promise<void>((resolve, reject) => {
    const stopFollowing = followLines(
      logPath,
      (line) => {
        if (!readyLine.test(line)) return;
        stopFollowing();
        resolve();
      },
      50,
    );
    void ended.then((code) => {
      stopFollowing();
      const words = lastLines(logPath, 15);
      const reason = options.official && lacksDownload(words) ? `${downloadNeeded}\n` : '';
      reject(
        new UserError(`${reason}The Firebase suite did not start (exit ${code}). Its last words:\n${words}`),
      );
    });
  });

  return {
    url,
    ports,
    suiteJson: files.suiteJson,
    environment: {
      GCLOUD_PROJECT: project,
      SAMEBOAT_APP_URL: `http://${local(ports.hosting)}`,
      SAMEBOAT_FUNCTIONS_URL: `http://${local(ports.functions)}/${project}/${functionsRegion}`,
      SAMEBOAT_LOGS: logs,
      FIRESTORE_EMULATOR_HOST: local(ports.firestore),
      FIREBASE_AUTH_EMULATOR_HOST: local(ports.auth),
      FIREBASE_STORAGE_EMULATOR_HOST: local(ports.storage),
      CLOUD_TASKS_EMULATOR_HOST: local(ports.tasks),
    },
    ended,
    pid,
    logPath,
    logsDirectory: logs,
    temporaryDirectory: temporary,
    storageCoveragePath,
    stop,
  };
}
