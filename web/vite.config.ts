import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { noThirdPartyPing } from './no-third-party-ping.ts';
import { placesInPieces } from './places-build.ts';
import { serviceWorker } from './service-worker-build.ts';

/** The suite's own web server, named by the start script: it knows where everything else listens. */
const suite = process.env.SAMEBOAT_APP_URL;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Asks for the text face with the page itself, so that it is there before the first words are painted. */
const preloadFont = (): Plugin => ({
  name: 'sameboat:preload-font',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((name) => /figtree-latin-wght-normal.*\.woff2$/.test(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `/${name}`, as: 'font', type: 'font/woff2', crossorigin: '' },
          injectTo: 'head' as const,
        })),
  },
});

/** Screens that nobody needs before sign-in, what few people ever need, and what is wanted with the first picture of a chat. */
const later =
  /(?:signed-in-screens|banned-page|discreet-mode|not-found-page|help-page|breathing-page|passing-pages|find-standing|message-picture-grid|chat-picture-viewer|attachment-strip|open-attachments|upload-outgoing|picture-shelf)-[^/]*$/u;

/**
 * Which files are fetched along with a chunk. For these only their styles, which must be there first: the scripts before
 * them would list all their files to everybody.
 */
const resolveDependencies = (chunk: string, files: string[]) =>
  later.test(chunk) ? files.filter((file) => file.endsWith('.css')) : files;

export default defineConfig({
  root: here('.'),
  plugins: [react(), noThirdPartyPing(), preloadFont(), placesInPieces(), serviceWorker()],
  optimizeDeps: { rolldownOptions: { plugins: [noThirdPartyPing()] } },
  server: { proxy: suite ? { '/suite.json': suite } : {} },
  resolve: {
    alias: {
      // Firestore needs it only to evaluate pipelines (a query kind we do not use) and would carry it always:
      // its part of the bundle is 110 KB gzip without and 156 KB with it (firebase 12.19.0).
      re2js: here('./src/firebase/no-regular-expressions.ts'),
    },
  },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // What all account screens share: as one file it is a kilobyte smaller than as nine.
          groups: [
            {
              name: 'account-forms',
              test: /features\/account\/(?:account-card|account-sentences|return-path|sign-in-schemas|email-field|google-button)|ui\/(?:password-field|text-field|field|icon-button|form|use-form)\./u,
            },
          ],
        },
      },
    },
  },
});
