import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  completeHosting,
  functionsRegion,
  hostingSchema,
  productionServices,
  suiteServices,
} from './hosting.ts';
import { usualPorts } from './suite/ports.ts';

const root = join(import.meta.dirname, '..');
const hosting = hostingSchema.parse(JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')).hosting);

const builtApp = mkdtempSync(join(tmpdir(), 'sameboat-hosting-'));
beforeAll(() => {
  mkdirSync(join(builtApp, 'assets'));
  for (const name of ['app-1a_B.js', 'app-2c-D.css']) writeFileSync(join(builtApp, 'assets', name), '');
});
afterAll(() => rmSync(builtApp, { recursive: true }));

/** The sources of one directive. */
function policyOf({ headers }: typeof hosting, directive: string): readonly string[] {
  const values = headers.flatMap((rule) =>
    rule.headers.filter(({ key }) => key === 'Content-Security-Policy'),
  );
  expect(values).toHaveLength(1);
  const found = values[0]?.value.split('; ').find((each) => each.startsWith(`${directive} `));
  return found?.split(' ').slice(1) ?? [];
}

describe('what Hosting serves', () => {
  it.each([
    ['in production', productionServices('my-project')],
    ['locally', suiteServices('demo-sameboat', usualPorts)],
  ])('lets pages connect to their own project alone %s', (_where, services) => {
    const complete = completeHosting(hosting, builtApp, services);
    expect(policyOf(complete, 'connect-src')).toEqual(["'self'", ...services]);
    expect(JSON.stringify(complete)).not.toContain('://*');
    // Signing in with Google leaves the page, and needs neither a script nor a frame of Google's.
    expect(policyOf(complete, 'script-src')).toEqual(["'self'"]);
    expect(policyOf(complete, 'frame-src')).toEqual([]);
    for (const other of ['default-src', 'script-src', 'style-src', 'img-src', 'frame-ancestors'])
      expect(policyOf(complete, other)).toEqual(policyOf(hosting, other));
  });

  it('lets pages connect to nothing when it is served from firebase.json alone', () => {
    expect(policyOf(hosting, 'connect-src')).toEqual(["'self'"]);
  });

  it('names the project wherever a service has it in its address', () => {
    const named = productionServices('my-project').filter((service) => service.includes('my-project'));
    expect(named).toEqual([
      'https://firestore.googleapis.com/v1/projects/my-project/',
      'https://europe-west1-my-project.cloudfunctions.net',
      'https://firebasestorage.googleapis.com/v0/b/my-project.firebasestorage.app/',
      'https://firebasestorage.googleapis.com/v0/b/my-project.appspot.com/',
    ]);
  });

  it('knows the region of the functions', () => {
    const options = readFileSync(join(root, 'functions', 'src', 'options.ts'), 'utf8');
    expect(/functionsRegion = '([^']+)'/.exec(options)?.[1]).toBe(functionsRegion);
  });

  it('is kept for ever where it is a file of the build, and nowhere else', () => {
    const rules = completeHosting(hosting, builtApp, []).headers.filter(({ headers }) =>
      headers.some(({ value }) => value.includes('immutable')),
    );
    expect(rules.map(({ source }) => source)).toEqual(['/assets/@(app-1a_B.js|app-2c-D.css)']);
  });

  it('does not keep the refusal of a plain deployment', () => {
    expect(hosting.predeploy).toContain('refuse-plain-deploy');
    expect(completeHosting(hosting, builtApp, [])).not.toHaveProperty('predeploy');
  });
});

it('lets pages of any address read from the bucket, which asks for a sign-in, and do nothing else', () => {
  const cors: unknown = JSON.parse(readFileSync(join(root, 'storage.cors.json'), 'utf8'));
  expect(cors).toMatchObject([{ origin: ['*'], method: ['GET'] }]);
});
