import type { FirebaseApp } from 'firebase/app';
import { initializeApp } from 'firebase/app';
import type { AppConfig } from './load-config.ts';
import { loadConfig } from './load-config.ts';
import type { SuiteConfig } from './suite-config.ts';

let started: { app: FirebaseApp; config: AppConfig } | undefined;
let starting: Promise<void> | undefined;

/** Reads the configuration and sets Firebase up, once. Throws ConfigError; a failed start may be tried again. */
export const startFirebase = (): Promise<void> => {
  starting ??= loadConfig().then(
    (config) => {
      const { projectId, apiKey } = config.config;
      const options =
        config.kind === 'hosting'
          ? definedOnly(config.config)
          : { projectId, apiKey, storageBucket: `${projectId}.appspot.com` };
      started = { app: initializeApp(options), config };
    },
    (error: unknown) => {
      starting = undefined;
      throw error;
    },
  );
  return starting;
};

/** The app. Throws when startFirebase has not finished: every signed-in screen comes after it. */
export const firebaseApp = (): FirebaseApp => running().app;

/** Where the local suite listens, or null in production. */
export const emulators = (): SuiteConfig['emulators'] | null => {
  const { config } = running();
  return config.kind === 'suite' ? config.config.emulators : null;
};

const running = () => {
  if (!started) throw new Error('startFirebase() has not finished.');
  return started;
};

const definedOnly = (record: Record<string, string | undefined>): Record<string, string> => {
  const result: Record<string, string> = {};
  for (const [key, value] of Object.entries(record)) if (value !== undefined) result[key] = value;
  return result;
};
