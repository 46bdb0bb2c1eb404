import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { claimPorts, findFreePorts } from './ports.ts';

describe('the ports of the suite', () => {
  it('are all different and free', async () => {
    const ports = await findFreePorts();
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
    expect(await claimPorts(ports)).toEqual(ports);
  });

  it('name the busy one, what it is for, and the way out', async () => {
    const ports = await findFreePorts();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(ports.hosting, '127.0.0.1', resolve));
    await expect(claimPorts(ports)).rejects.toThrow(
      `Port ${ports.hosting} (the app) is in use. Stop the program that uses it, or run "npm start -- --free-ports".`,
    );
    await new Promise((resolve) => server.close(resolve));
  });
});
