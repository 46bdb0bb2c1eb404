import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { followMail } from './follow-mail.ts';

const link = (mode: string) => `http://127.0.0.1:9099/emulator/action?mode=${mode}&oobCode=c`;
const reset = { email: 'ada@example.com', requestType: 'PASSWORD_RESET', oobCode: '1', oobLink: link('r') };
const verify = { email: 'ben@example.com', requestType: 'VERIFY_EMAIL', oobCode: '2', oobLink: link('v') };
const change = {
  email: 'old@example.com',
  newEmail: 'new@example.com',
  requestType: 'VERIFY_AND_CHANGE_EMAIL',
  oobCode: '3',
  oobLink: link('c'),
};

let oobCodes: readonly object[] = [];
const asked: string[] = [];
const auth = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  response.end(JSON.stringify({ oobCodes }));
});
let host = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => auth.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(auth.address() as AddressInfo).port}`;
});
afterAll(() => {
  auth.close();
});

const appUrl = 'http://127.0.0.1:5000';
const follow = (told: string[]) =>
  followMail({ authHost: host, projectId: 'demo', appUrl, tell: (lines) => told.push(lines) });
const inApp = (mode: string) => `${appUrl}/account-link?mode=${mode}&oobCode=c`;

it('tells each e-mail once: to whom, what for, and the link into the app', async () => {
  const told: string[] = [];
  const mail = follow(told);
  oobCodes = [verify];
  await mail.look();
  oobCodes = [verify, change];
  await mail.look();
  mail.stop();
  expect(asked[0]).toBe('GET /emulator/v1/projects/demo/oobCodes');
  expect(told).toEqual([
    `E-mail to ben@example.com: confirm your e-mail address\n  ${inApp('v')}`,
    `E-mail to new@example.com: confirm your new e-mail address\n  ${inApp('c')}`,
  ]);
});

it('gives the link of a reset as it is, for the app asks for the new password', async () => {
  oobCodes = [reset];
  const told: string[] = [];
  const mail = follow(told);
  await mail.look();
  mail.stop();
  expect(told).toEqual([`E-mail to ada@example.com: reset your password\n  ${inApp('r')}`]);
});

it('hears of a new e-mail by itself', async () => {
  oobCodes = [];
  const told: string[] = [];
  const mail = follow(told);
  await mail.look();
  expect(told).toEqual([]);
  oobCodes = [verify];
  await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 5_000 });
  mail.stop();
});
