import '@sameboat/model/without-eval';
import * as z from 'zod/mini';

const named = z.string().check(z.minLength(1));
const endpoint = z.object({ host: named, port: z.int().check(z.gte(1), z.lte(65_535)) });

/** `/suite.json`, written by the start script: where the local suite listens. Ports vary from run to run. */
export const suiteConfigSchema = z.object({
  projectId: named,
  apiKey: named,
  emulators: z.object({ auth: endpoint, firestore: endpoint, functions: endpoint, storage: endpoint }),
});

/** `/__/firebase/init.json`, Firebase Hosting's reserved address: the project that serves this page. */
export const hostingConfigSchema = z.object({
  projectId: named,
  apiKey: named,
  appId: z.optional(z.string()),
  authDomain: z.optional(z.string()),
  storageBucket: z.optional(z.string()),
  messagingSenderId: z.optional(z.string()),
});

export type SuiteConfig = z.infer<typeof suiteConfigSchema>;
export type HostingConfig = z.infer<typeof hostingConfigSchema>;
