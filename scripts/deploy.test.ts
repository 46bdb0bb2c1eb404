import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployConfig, deployedProject } from './deploy.ts';

const root = mkdtempSync(join(tmpdir(), 'sameboat-deploy-'));
beforeAll(() => {
  writeFileSync(join(root, '.firebaserc'), '{"projects":{"default":"demo-sameboat","live":"sameboat-live"}}');
  mkdirSync(join(root, 'dist'));
  const policy = { key: 'Content-Security-Policy', value: "default-src 'none'; connect-src 'self'" };
  writeFileSync(
    join(root, 'firebase.json'),
    JSON.stringify({
      firestore: { rules: 'firestore.rules' },
      hosting: { public: 'dist', predeploy: 'refuse', headers: [{ source: '**', headers: [policy] }] },
    }),
  );
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a deployment', () => {
  it('goes to the project that was named, by its id or by an alias', () => {
    expect(deployedProject(root, ['--project', 'my-project'])).toBe('my-project');
    expect(deployedProject(root, ['--project', 'live'])).toBe('sameboat-live');
  });

  it.each([
    ['nothing', []],
    ['an option without a value', ['--project']],
    ['the local project', ['--project', 'demo-sameboat']],
    ['an alias of the local project', ['--project', 'default']],
    ['what is no project id', ['--project', "x; script-src 'unsafe-inline'"]],
  ])('is refused when %s names the project', (_what, args) => {
    expect(() => deployedProject(root, args)).toThrow('Name the Firebase project to deploy to');
  });

  it("has firebase.json's settings, with the project's own services in the policy", () => {
    const config = JSON.parse(deployConfig(root, 'my-project'));
    expect(config.firestore).toEqual({ rules: 'firestore.rules' });
    expect(config.hosting.predeploy).toBeUndefined();
    expect(config.hosting.headers[0].headers[0].value).toMatch(
      /^default-src 'none'; connect-src 'self' .* https:\/\/europe-west1-my-project\.cloudfunctions\.net /,
    );
  });
});
