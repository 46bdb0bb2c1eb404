import { z } from 'zod';

const endpoint = z.object({ host: z.string().min(1), port: z.number().int().min(1).max(65_535) });

/** `/suite.json`, written by the start script: where the local suite listens. Ports vary from run to run. */
export const suiteConfigSchema = z.object({
  projectId: z.string().min(1),
  apiKey: z.string().min(1),
  emulators: z.object({ auth: endpoint, firestore: endpoint, functions: endpoint, storage: endpoint }),
});

/** `/__/firebase/init.json`, Firebase Hosting's reserved address: the project that serves this page. */
export const hostingConfigSchema = z.object({
  projectId: z.string().min(1),
  apiKey: z.string().min(1),
  appId: z.string().optional(),
  authDomain: z.string().optional(),
  storageBucket: z.string().optional(),
  messagingSenderId: z.string().optional(),
});

export type SuiteConfig = z.infer<typeof suiteConfigSchema>;
export type HostingConfig = z.infer<typeof hostingConfigSchema>;
