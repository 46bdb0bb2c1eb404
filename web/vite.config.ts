import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The start script writes where the local suite listens; this serves it under Vite's own servers. A build served by
 * Firebase Hosting finds the same file in its public directory.
 */
const suiteConfig = (): Plugin => {
  const file = resolve(process.env.SAMEBOAT_SUITE_FILE ?? here('../.sameboat/suite.json'));
  type Middlewares = import('vite').Connect.Server;
  const serve = (middlewares: Middlewares) => {
    middlewares.use('/suite.json', (_request, response, next) => {
      readFile(file, 'utf8').then(
        (text) => {
          response.setHeader('content-type', 'application/json');
          response.end(text);
        },
        () => next(),
      );
    });
  };
  return {
    name: 'sameboat:suite-config',
    configureServer: ({ middlewares }) => serve(middlewares),
    configurePreviewServer: ({ middlewares }) => serve(middlewares),
  };
};

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

export default defineConfig({
  root: here('.'),
  plugins: [react(), suiteConfig(), preloadFont()],
  resolve: {
    alias: {
      // Firestore needs it only to evaluate pipelines (a query kind we do not use) and would carry it always.
      re2js: here('./src/firebase/no-regular-expressions.ts'),
    },
  },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
