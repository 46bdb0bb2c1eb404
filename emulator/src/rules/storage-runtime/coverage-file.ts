import { renameSync, writeFileSync } from 'node:fs';
import { type Coverage, createCoverage } from '../coverage/create-coverage.ts';
import type { StorageObservation } from './run-storage-runtime.ts';

/**
 * Keeps in a file, true after each request, the coverage of every ruleset that was loaded: a JSON array of what `GET
 * …:ruleCoverage` answers for Firestore. firebase-tools has no such route for Storage. The file is replaced whole.
 */
export function writeCoverageTo(file: string): StorageObservation {
  const coverages: Coverage[] = [];
  return {
    observe: (ruleset) => {
      const coverage = createCoverage(ruleset);
      coverages.push(coverage);
      return coverage.observer;
    },
    verified: () => {
      const fresh = `${file}.${process.pid}`;
      writeFileSync(fresh, JSON.stringify(coverages.map((coverage) => coverage.report('storage.rules'))));
      renameSync(fresh, file);
    },
  };
}
