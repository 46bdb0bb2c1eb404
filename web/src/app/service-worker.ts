import { readSession, subscribeSession } from '../data/session/session-store.ts';

/**
 * Installs the service worker once the page has settled, and asks it to keep the whole app for people with an account.
 * Only in a build: the development server's files change too often to be kept.
 */
export const installServiceWorker = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const install = async () => {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    let asked = false;
    const askOnce = () => {
      if (asked || readSession().status !== 'signed-in') return;
      asked = true;
      active?.postMessage('keep-everything');
    };
    askOnce();
    subscribeSession(askOnce);
  };
  window.addEventListener('load', () => {
    // Refused in private windows of some browsers; the app then simply needs the network.
    install().catch(() => undefined);
  });
};
