/** The Storage rules runtime as a program: one JSON object a line on both sides. */
import { writeCoverageTo } from '../rules/storage-runtime/coverage-file.ts';
import { runStorageRuntime } from '../rules/storage-runtime/run-storage-runtime.ts';

process.on('SIGINT', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
const { STORAGE_RULES_COVERAGE: coverageFile } = process.env;
await runStorageRuntime(process.stdin, process.stdout, coverageFile ? writeCoverageTo(coverageFile) : null);
