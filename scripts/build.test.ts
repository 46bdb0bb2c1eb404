import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fingerprint } from './build.ts';

const folder = mkdtempSync(join(tmpdir(), 'sameboat-build-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('knows what is built by its sources alone, wherever the project lies', () => {
  const root = join(folder, 'project');
  mkdirSync(join(root, 'web', 'src'), { recursive: true });
  writeFileSync(join(root, 'web', 'src', 'main.ts'), 'one');
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(join(root, 'web'), join(elsewhere, 'web'));
  const built = fingerprint(root, ['web/src', 'web/missing']);
  expect(fingerprint(elsewhere, ['web/src', 'web/missing'])).toBe(built);
  writeFileSync(join(root, 'web', 'src', 'main.ts'), 'two');
  expect(fingerprint(root, ['web/src', 'web/missing'])).not.toBe(built);
});
