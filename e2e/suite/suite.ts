import { type App, getApps, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';

/** The project that every local suite runs as. A `demo-` project can reach nothing outside this machine. */
export const projectId = 'demo-sameboat';

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests with "npm test -- browser".`);
  return value;
}

export function firestoreHost(): string {
  return required('FIRESTORE_EMULATOR_HOST');
}

export function authHost(): string {
  return required('FIREBASE_AUTH_EMULATOR_HOST');
}

function app(): App {
  // Without these two the Admin SDK would look for a real project.
  firestoreHost();
  authHost();
  // Nor should it ask the machine whether it stands in a data centre.
  process.env.METADATA_SERVER_DETECTION = 'none';
  return getApps()[0] ?? initializeApp({ projectId });
}

/** The suite's Firestore as its administrator sees it: no rules. For setting up and for looking behind the screen. */
export function asAdministrator(): Firestore {
  return getFirestore(app());
}

export function accounts(): Auth {
  return getAuth(app());
}
