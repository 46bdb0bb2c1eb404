// Loaded into firebase-tools with --require: a suite whose launcher is gone, however it went, stops as it does when it
// is interrupted, and saves what it was told to save. Interrupted twice, firebase-tools drops everything at once: so a
// suite that is stopping already is left to it.
const lookEveryMs = 500;
const launcher = process.ppid;
let isStopping = false;

process.on('SIGINT', () => {
  isStopping = true;
  // Before firebase-tools listens, there is nothing to stop in order.
  if (process.listenerCount('SIGINT') === 1) process.exit(130);
});

const timer = setInterval(() => {
  if (process.ppid === launcher) return;
  clearInterval(timer);
  if (!isStopping) process.kill(process.pid, 'SIGINT');
}, lookEveryMs);
timer.unref();
