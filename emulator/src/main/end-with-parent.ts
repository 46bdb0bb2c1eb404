const LOOK_EVERY_MS = 250;

/**
 * Calls `end` soon after the process that started this one is gone: killed, it cannot pass a signal on, and a server
 * that nobody knows of would keep its port.
 */
export function endWithParent(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, LOOK_EVERY_MS);
  timer.unref();
}
