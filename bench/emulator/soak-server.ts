/** The local Firestore as a child of the soak, which asks it what it holds in memory after a collection. */
import { startLocalFirestore } from '../../emulator/src/server/local-firestore.ts';
import { RulesBook } from '../../emulator/src/server/rules-book.ts';

const running = await startLocalFirestore(new RulesBook(), {
  host: '127.0.0.1',
  port: 0,
  project: 'bench',
  functions: null,
  indexes: () => null,
  seed: null,
  journal: process.argv[2] ?? null,
  log: (line) => process.stderr.write(`${line}\n`),
});

process.on('message', () => {
  // Twice: what the first collection finalises, the second one frees.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ used: (heapUsed + external) / 1024 / 1024, resident: rss / 1024 / 1024 });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: running.port });
