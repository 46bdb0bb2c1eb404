import { setLogLevel } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startRunning } from './running.ts';
import { permissionCases } from './sdk-cases/permission-cases.ts';
import { runSignInCase, signInCases, signInRules } from './sdk-cases/sign-in-cases.ts';
import { type SignInAccounts, startAccounts } from './sign-in-accounts.ts';

let running: Running;
let accounts: SignInAccounts;
beforeAll(async () => {
  // Refusals are expected here; the SDK would warn of each.
  setLogLevel('silent');
  running = await startRunning({ rules: signInRules });
  accounts = await startAccounts();
});
afterAll(async () => {
  accounts.close();
  await running.close();
});

describe('a Firebase client whose user changes, over gRPC,', () => {
  it.each(signInCases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    const ports = { firestore: running.port, accounts: accounts.port };
    await expect(runSignInCase(ports, each)).resolves.toBeUndefined();
  });
});

describe('a Firebase client whose rights change, over gRPC,', () => {
  it.each(permissionCases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    const ports = { firestore: running.port, accounts: accounts.port };
    await expect(runSignInCase(ports, each)).resolves.toBeUndefined();
  });
});
