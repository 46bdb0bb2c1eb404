import type { Auth } from 'firebase/auth';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from 'firebase/auth';
import { emulators, firebaseApp } from './app.ts';

let instance: Auth | undefined;

/**
 * Firebase Auth, after startFirebase. Set up by hand rather than by getAuth, which would bring the pop-up and
 * reCAPTCHA code of providers with it.
 */
export const auth = (): Auth => {
  if (instance) return instance;
  instance = initializeAuth(firebaseApp(), {
    persistence: [indexedDBLocalPersistence, browserLocalPersistence],
  });
  const local = emulators();
  if (local) {
    connectAuthEmulator(instance, `http://${local.auth.host}:${local.auth.port}`, { disableWarnings: true });
  }
  return instance;
};
