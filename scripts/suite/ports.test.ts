import { createServer } from 'node:net';
import { clearLockedPorts } from 'get-port';
import { beforeEach, describe, expect, it } from 'vitest';
import { claimPort, claimPorts, findFreePorts } from './ports.ts';

// What was found in this process is not found again for a while; here it is asked for at once.
beforeEach(() => clearLockedPorts());

describe('the ports of the suite', () => {
  it('are all different and free', async () => {
    const ports = await findFreePorts();
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
    clearLockedPorts();
    expect(await claimPorts(ports)).toEqual(ports);
  });

  it('are not those of another suite that was found a moment ago', async () => {
    const [one, two] = [await findFreePorts(), await findFreePorts()];
    expect(new Set([...Object.values(one), ...Object.values(two)]).size).toBe(2 * Object.keys(one).length);
  });

  it('name the busy one, what it is for, and the way out', async () => {
    const ports = await findFreePorts();
    clearLockedPorts();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(ports.hosting, '127.0.0.1', resolve));
    await expect(claimPorts(ports)).rejects.toThrow(
      `Port ${ports.hosting} (the app) is in use. Stop the program that uses it, or run "npm start -- --free-ports".`,
    );
    await new Promise((resolve) => server.close(resolve));
    expect(await claimPort(ports.hosting, 'the app')).toBe(ports.hosting);
  });

  it('are any free one where none is asked for', async () => {
    expect(await claimPort(0, 'the app')).toBeGreaterThan(0);
  });
});
