import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';
import { project, writeSuiteFiles } from './config.ts';
import { claimPorts, findFreePorts, type Ports, usualPorts } from './ports.ts';
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

/** Ends what a suite that was killed has left running; after a stop in good order there is nothing. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
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

  const argv = [
    '--require',
    join(root, 'scripts', 'suite', 'lazy-validators.cjs'),
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
  // Detached: Ctrl-C reaches us alone, and we end the suite in order.
  const child: ChildProcess = spawn(process.execPath, argv, {
    cwd: logs,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logPath);
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      endGroup(child.pid);
      log.end();
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
    let text = '';
    const hear = (chunk: Buffer) => {
      log.write(chunk);
      if (text === '\u0000') return;
      text += chunk.toString('utf8');
      if (readyLine.test(text)) {
        text = '\u0000';
        resolve();
      }
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then((code) => {
      const words = lastLines(logPath, 15);
      const reason = options.official && lacksDownload(words) ? `${downloadNeeded}\n` : '';
      reject(
        new UserError(`${reason}The Firebase suite did not start (exit ${code}). Its last words:\n${words}`),
      );
    });
  });

  const local = (port: number) => `127.0.0.1:${port}`;
  return {
    url: `http://${local(ports.hosting)}`,
    ports,
    suiteJson: files.suiteJson,
    environment: {
      GCLOUD_PROJECT: project,
      SAMEBOAT_APP_URL: `http://${local(ports.hosting)}`,
      SAMEBOAT_FUNCTIONS_URL: `http://${local(ports.functions)}/${project}/europe-west1`,
      SAMEBOAT_LOGS: logs,
      FIRESTORE_EMULATOR_HOST: local(ports.firestore),
      FIREBASE_AUTH_EMULATOR_HOST: local(ports.auth),
      FIREBASE_STORAGE_EMULATOR_HOST: local(ports.storage),
    },
    ended,
    pid: child.pid ?? 0,
    logPath,
    logsDirectory: logs,
    temporaryDirectory: temporary,
    storageCoveragePath,
    stop,
  };
}
