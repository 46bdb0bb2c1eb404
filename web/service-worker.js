/*
 * Keeps the app's own files so that it opens without a network: for everybody the first screen and crisis help, for
 * people with an account the whole app. Only code, pictures of ours and the configuration; never anything a person wrote.
 * The build puts three constants before this text: `version`, `forEverybody`, `forMembers` (see service-worker-build.ts).
 */
/* global version, forEverybody, forMembers */
const cacheName = `sameboat-${version}`;
const configPaths = ['/suite.json', '/__/firebase/init.json'];
const patience = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(['/', ...forEverybody])));
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(
      names
        .filter((name) => name.startsWith('sameboat-') && name !== cacheName)
        .map((name) => caches.delete(name)),
    );
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

/** Sent by the app when somebody is signed in. */
self.addEventListener('message', (event) => {
  if (event.data !== 'keep-everything') return;
  const keep = async () => {
    const cache = await caches.open(cacheName);
    for (const path of forMembers) if (!(await cache.match(path))) await cache.add(path);
  };
  event.waitUntil(keep().catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (configPaths.includes(url.pathname)) event.respondWith(newestConfig(request));
  else if (url.pathname.startsWith('/__/')) return;
  else if (url.pathname.startsWith('/assets/') || forEverybody.includes(url.pathname))
    event.respondWith(file(request));
  else if (request.mode === 'navigate') event.respondWith(page(request));
});

/** Every address is the same page. The network has a moment to answer; then the copy does. */
const page = async (request) => {
  const copy = () => caches.match('/', { cacheName });
  const late = new Promise((resolve) => {
    setTimeout(() => copy().then(resolve), patience);
  });
  try {
    const response = await Promise.race([fetch(request), late]);
    return response ?? (await fetch(request));
  } catch (error) {
    const kept = await copy();
    if (kept) return kept;
    throw error;
  }
};

/** Files with a fingerprint in their name never change. A page in the place of a script (the sign-in page of a public network) is not kept. */
const file = async (request) => {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (response.ok && !isPage) await cache.put(request, response.clone());
  return response;
};

const newestConfig = async (request) => {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request.url);
    if (kept) return kept;
    throw error;
  }
};
