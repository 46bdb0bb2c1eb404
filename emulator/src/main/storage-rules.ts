/** The Storage rules runtime as a program: one JSON object a line on both sides. */
import { runStorageRuntime } from '../rules/storage-runtime/run-storage-runtime.ts';

process.on('SIGINT', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
await runStorageRuntime(process.stdin, process.stdout);
