import type { CDPSession, Page } from 'playwright-core';

/** A cheap phone on a mobile network: a CPU four times slower than here, 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

export async function slowDownCpu(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return session;
}

export async function makeSlowPhone(page: Page): Promise<void> {
  const session = await slowDownCpu(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
}

/** Bytes of JavaScript objects that are in use, after everything that is not was collected. */
export async function usedHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}
