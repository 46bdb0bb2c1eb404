/**
 * Stands in for the `re2js` package, which Firestore uses only to evaluate regular expressions in pipelines. The app
 * runs no pipelines; should one ever arrive here, this says so instead of giving a wrong result.
 */
export const RE2JS = {
  compile: (): never => {
    throw new Error('Pipelines with regular expressions are not part of this build (see vite.config.ts).');
  },
};
