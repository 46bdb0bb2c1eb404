import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

const source = fileURLToPath(new URL('./service-worker.js', import.meta.url));

/** Screens that must open for anybody without a network. */
const openOffline = ['help-page', 'breathing-page', 'not-found-page'];

/** Large, and not wanted by most: the list of common passwords, and the list of places in its pieces. */
const onDemandOnly = /^assets\/(guess-password-|_virtual_places)/u;

const isChunk = (file: Rolldown.OutputChunk | Rolldown.OutputAsset): file is Rolldown.OutputChunk =>
  file.type === 'chunk';

/** The chunk, what it imports at once, and their stylesheets. */
const withImports = (name: string, bundle: Rolldown.OutputBundle, found: Set<string>) => {
  const file = bundle[name];
  if (!file || found.has(name)) return;
  found.add(name);
  if (!isChunk(file)) return;
  for (const imported of file.imports) withImports(imported, bundle, found);
  for (const sheet of file.viteMetadata?.importedCss ?? []) found.add(sheet);
};

/** Writes `sw.js`: service-worker.js behind the list of this build's files. */
export const serviceWorker = (): Plugin => ({
  name: 'sameboat:service-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const first = new Set<string>();
      for (const file of Object.values(bundle)) {
        if (isChunk(file) && (file.isEntry || openOffline.includes(file.name)))
          withImports(file.fileName, bundle, first);
        if (/figtree-latin-wght-normal.*\.woff2$/u.test(file.fileName)) first.add(file.fileName);
      }
      const path = (name: string) => `/${name}`;
      const all = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const forEverybody = [
        '/color-scheme.js',
        '/mark.svg',
        '/manifest.webmanifest',
        '/notes.css',
        '/notes.html',
        '/notes.svg',
        ...[...first].filter((name) => name.startsWith('assets/')).map(path),
      ].sort();
      const forMembers = all
        .filter((name) => !onDemandOnly.test(name))
        .map(path)
        .filter((name) => !forEverybody.includes(name))
        .sort();
      const text = readFileSync(source, 'utf8');
      const version = createHash('sha256')
        .update(JSON.stringify([forEverybody, forMembers, text]))
        .digest('hex')
        .slice(0, 12);
      const constants = Object.entries({ version, forEverybody, forMembers })
        .map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`)
        .join('');
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: constants + text });
    },
  },
});
