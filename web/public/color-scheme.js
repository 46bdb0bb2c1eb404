// Runs before the first paint, so that a chosen scheme never flashes the other one. A file of its own because
// the Content-Security-Policy forbids inline scripts. The key is the one Mantine's provider reads and writes.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage may be switched off; the system's choice is then all there is.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();
