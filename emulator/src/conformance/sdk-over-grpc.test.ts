import { setLogLevel } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startRunning } from './running.ts';
import { allCases } from './sdk-cases/all-cases.ts';
import { openClient, runCase } from './sdk-cases/open-world.ts';

let running: Running;
let client: ReturnType<typeof openClient>;
beforeAll(async () => {
  // Lost connections and refusals are expected here; the SDK would warn of each.
  setLogLevel('silent');
  running = await startRunning();
  client = openClient(running.port);
});
afterAll(async () => {
  await client.close();
  await running.close();
});

describe.each(Object.entries(allCases))('%s of the Firebase SDK, over gRPC,', (_subject, cases) => {
  it.each(cases.map((each) => [each.name, each] as const))(
    '%s',
    async (_name, each) => {
      await expect(runCase(running.port, each, client.db)).resolves.toBeUndefined();
    },
    30_000,
  );
});
