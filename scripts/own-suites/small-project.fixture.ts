import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type StandIn, standInProject } from './stand-in-project.fixture.ts';

const source = join(import.meta.dirname, 'small-project');

/** A stand-in with functions and rules of the tests' own, in which a suite can be started. */
export function smallProject(): StandIn & { readonly functions: string } {
  const standIn = standInProject(readdirSync(source));
  cpSync(source, standIn.root, { recursive: true });
  const functions = join(standIn.root, 'functions');
  // As the real functions are built: firebase-tools need not start a server to ask what there is.
  const tool = join(standIn.root, 'node_modules', '.bin', 'firebase-functions');
  execFileSync(process.execPath, [tool, functions], {
    cwd: functions,
    env: {
      ...process.env,
      FUNCTIONS_MANIFEST_OUTPUT_PATH: join(functions, 'functions.yaml'),
      GCLOUD_PROJECT: 'demo-build',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { ...standIn, functions };
}

const noteSchema = z.object({
  name: z.string(),
  version: z.number(),
  event: z.string(),
  document: z.string(),
  params: z.record(z.string(), z.string()),
  authType: z.nullable(z.string()),
  authId: z.nullable(z.string()),
  before: z.optional(z.nullable(z.number())),
  after: z.optional(z.nullable(z.number())),
  process: z.optional(z.number()),
});
export type Note = z.infer<typeof noteSchema>;

/** What the small project's functions have noted of the documents of a collection, in the order in which they did. */
export function notesOf(root: string, collection: string): readonly Note[] {
  const file = join(root, 'seen.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => noteSchema.parse(JSON.parse(line)))
    .filter(({ document }) => document.startsWith(`${collection}/`));
}
