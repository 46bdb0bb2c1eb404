import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { keepAccounts } from './keep-accounts.ts';

const directory = mkdtempSync(join(tmpdir(), 'keep-accounts-'));
const path = join(directory, 'accounts.json');
const asked: string[] = [];
let accounts = '';
let status = 200;
const auth = createServer((request, response) => {
  asked.push(`${request.headers.authorization} ${request.method} ${request.url}`);
  response.writeHead(status).end(accounts);
});
let host = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => auth.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(auth.address() as AddressInfo).port}`;
});
afterAll(() => {
  auth.close();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(path, { force: true });
  status = 200;
});

it('writes the accounts as the administrator sees them, and nothing else', async () => {
  accounts = '{"users":[{"localId":"ada"}]}';
  const keeper = keepAccounts(host, 'demo', path);
  await keeper.look();
  keeper.stop();
  expect(asked[0]).toBe(
    'Bearer owner GET /identitytoolkit.googleapis.com/v1/projects/demo/accounts:batchGet?maxResults=-1',
  );
  expect(readFileSync(path, 'utf8')).toBe(accounts);
  expect(readdirSync(directory)).toEqual(['accounts.json']);
});

it('leaves the file alone while nothing changes', async () => {
  const keeper = keepAccounts(host, 'demo', path);
  await keeper.look();
  const { ino } = statSync(path);
  await keeper.look();
  expect(statSync(path).ino).toBe(ino);
  keeper.stop();
});

it('sees a new account by itself, within a second or two', async () => {
  const keeper = keepAccounts(host, 'demo', path);
  accounts = '{"users":[{"localId":"ada"},{"localId":"bo"}]}';
  await vi.waitFor(() => expect(readFileSync(path, 'utf8')).toContain('bo'), { timeout: 5000 });
  keeper.stop();
});

it('never takes a failure for a list', async () => {
  status = 500;
  const keeper = keepAccounts(host, 'demo', path);
  await expect(keeper.look()).rejects.toThrow('Auth answered 500');
  keeper.stop();
  expect(existsSync(path)).toBe(false);
});
