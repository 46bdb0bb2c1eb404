import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the functions run, in production and locally (functions/src/options.ts). */
export const functionsRegion = 'europe-west1';

const headerRule = z.looseObject({ headers: z.array(z.object({ key: z.string(), value: z.string() })) });

/** The `hosting` of firebase.json. `predeploy` keeps a plain `firebase deploy` from leaving out what is added here. */
export const hostingSchema = z.looseObject({
  public: z.string(),
  headers: z.array(headerRule).default([]),
  predeploy: z.optional(z.string()),
});
export type Hosting = z.infer<typeof hostingSchema>;

/**
 * The addresses that a page of this project may connect to, each as narrow as the service's own addresses allow.
 * The two buckets are the only names that a default bucket can have; Google gives neither to another project.
 */
export function productionServices(projectId: string): readonly string[] {
  const storage = 'https://firebasestorage.googleapis.com/v0/b';
  return [
    // One path for all projects: the project is named in what is sent.
    'https://firestore.googleapis.com/google.firestore.v1.Firestore/',
    `https://firestore.googleapis.com/v1/projects/${projectId}/`,
    // Here an API key names the project.
    'https://identitytoolkit.googleapis.com',
    'https://securetoken.googleapis.com',
    `https://${functionsRegion}-${projectId}.cloudfunctions.net`,
    `${storage}/${projectId}.firebasestorage.app/`,
    `${storage}/${projectId}.appspot.com/`,
  ];
}

/** The same addresses of a local suite, given the port of each emulator. */
export function suiteServices(
  projectId: string,
  ports: Readonly<Record<'auth' | 'firestore' | 'functions' | 'storage', number>>,
): readonly string[] {
  const origin = (service: keyof typeof ports) => `http://127.0.0.1:${ports[service]}`;
  return [
    `${origin('firestore')}/google.firestore.v1.Firestore/`,
    `${origin('firestore')}/v1/projects/${projectId}/`,
    `${origin('auth')}/identitytoolkit.googleapis.com/`,
    `${origin('auth')}/securetoken.googleapis.com/`,
    `${origin('functions')}/${projectId}/${functionsRegion}/`,
    `${origin('storage')}/v0/b/${projectId}.appspot.com/`,
  ];
}

/**
 * What is served in the end: the policy lets a page connect to `services`, and the files that were built are kept for
 * ever. They are listed one by one, because a header for all of `/assets/` would keep a 404 for ever too.
 */
export function completeHosting(
  { predeploy: _, ...hosting }: Hosting,
  builtApp: string,
  services: readonly string[],
): Hosting {
  return {
    ...hosting,
    headers: [
      ...hosting.headers.map((rule) => ({
        ...rule,
        headers: rule.headers.map(({ key, value }) => ({
          key,
          value: key === 'Content-Security-Policy' ? allowServices(value, services) : value,
        })),
      })),
      ...immutableFiles(builtApp),
    ],
  };
}

function allowServices(policy: string, services: readonly string[]): string {
  const directives = policy.split(';').map((directive) => directive.trim());
  if (!directives.some(isConnect)) throw new Error('The Content-Security-Policy has no connect-src.');
  return directives
    .map((directive) => (isConnect(directive) ? [directive, ...services].join(' ') : directive))
    .join('; ');
}

const isConnect = (directive: string) => directive.startsWith('connect-src ');

function immutableFiles(builtApp: string): Hosting['headers'] {
  const folder = join(builtApp, 'assets');
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  if (files.length === 0) return [];
  const headers = [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }];
  return [{ source: `/assets/@(${files.join('|')})`, headers }];
}
