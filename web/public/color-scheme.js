// Runs before the first paint, so that a chosen scheme never flashes the other one. A file of its own because
// the Content-Security-Policy forbids inline scripts. src/ui/theme/color-scheme.ts writes the key.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('color-scheme');
  } catch {
    // Storage may be switched off; then the device's setting decides.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.colorScheme = dark ? 'dark' : 'light';
})();
