// Runs before the first paint, so that a chosen scheme never flashes the other one, and discreet mode (src/ui/discreet.ts)
// never our name. A file of its own because the Content-Security-Policy forbids inline scripts.
// src/ui/theme/color-scheme.ts and src/ui/discreet.ts write the keys.
(() => {
  let chosen = null;
  let discreet = false;
  try {
    chosen = localStorage.getItem('color-scheme');
    discreet = localStorage.getItem('discreet') !== null;
  } catch {
    // Storage may be switched off; then the device's setting decides.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const { dataset } = document.documentElement;
  dataset.colorScheme = dark ? 'dark' : 'light';
  if (!discreet) return;
  dataset.discreet = '';
  document.title = 'Notes';
  for (const link of document.querySelectorAll('link[rel~="icon"]')) link.href = '/notes.svg';
  // Come back to with the browser's own button: covered until src/app/discreet-mode.tsx can ask.
  if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward') dataset.veiled = '';
})();
