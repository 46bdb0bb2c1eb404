/** The Firestore server as a program: flags in, one line when it accepts, 0 on SIGINT. */
import { UnusableJournal } from '../journal/journal-file.ts';
import { startLocalFirestore } from '../server/local-firestore.ts';
import { RulesBook } from '../server/rules-book.ts';
import { StatusError } from '../values/status.ts';
import { endWithParent } from './end-with-parent.ts';
import { type Flags, parseFlags, UsageError } from './flags.ts';
import { openIndexesFile } from './indexes-file.ts';
import { loadRulesFile, watchRulesFile } from './rules-file.ts';

const log = (line: string) => process.stdout.write(`${line}\n`);

async function run(args: readonly string[]): Promise<void> {
  const flags = parseFlags(args, process.env);
  const rules = new RulesBook({
    coverage: process.env.FIRESTORE_EMULATOR_RULE_COVERAGE !== undefined,
    costs: process.env.FIRESTORE_EMULATOR_RULE_COSTS !== undefined,
  });
  if (flags.rules !== null) loadRulesFile(rules, flags.rules, log);
  const running = await startLocalFirestore(rules, {
    host: flags.host,
    port: flags.port,
    project: flags.project,
    functions: flags.functions,
    indexes: flags.indexes === null ? () => null : openIndexesFile(flags.indexes),
    seed: flags.seed,
    journal: flags.journal,
    log,
  });
  const unwatch = flags.rules === null ? () => {} : watchRulesFile(rules, flags.rules, log);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    unwatch();
    void running.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Whoever read the output may be gone; the server is not to end of that.
  process.stdout.on('error', () => {});
  if (process.env.FIRESTORE_EMULATOR_ENDS_WITH_PARENT !== undefined) endWithParent(stop);
  // Nothing that a client sends should get here; if it does, the others are not to suffer.
  process.on('uncaughtException', (error) => log(`Unexpected: ${error.stack ?? error}`));
  process.on('unhandledRejection', (error) =>
    log(`Unexpected: ${error instanceof Error ? error.stack : error}`),
  );
  if (flags.rules === null) {
    log(`WARNING: no --rules, so every document is open to whoever reaches ${flags.host}:${running.port}!`);
  }
  log(`Firestore accepts on ${flags.host}:${running.port} for ${flags.project}.`);
}

function explain(error: unknown, flags: Flags | null): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof StatusError || error instanceof UnusableJournal) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  // firebase-tools looks for "address already in use".
  if (code === 'EADDRINUSE')
    return `Port ${flags?.port} is taken: address already in use. Choose another with --port.`;
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${flags?.host}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function flagsOrNull(args: readonly string[]): Flags | null {
  try {
    return parseFlags(args, process.env);
  } catch {
    return null;
  }
}

const args = process.argv.slice(2);
run(args).catch((error) => {
  process.stderr.write(`${explain(error, flagsOrNull(args))}\n`);
  process.exit(1);
});
