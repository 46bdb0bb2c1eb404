import { connectFunctionsEmulator, type Functions, getFunctions } from 'firebase/functions';
import { emulators, firebaseApp } from './app.ts';

/** Where functions/src/options.ts puts them. */
const REGION = 'europe-west1';

let instance: Functions | undefined;

/** The callable functions, after startFirebase. Import it when it is needed: few screens call one. */
export const functions = (): Functions => {
  if (instance) return instance;
  instance = getFunctions(firebaseApp(), REGION);
  const local = emulators();
  if (local) connectFunctionsEmulator(instance, local.functions.host, local.functions.port);
  return instance;
};
