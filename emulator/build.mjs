/**
 * Builds the two programs, each in one file, and the `java` that starts them: `node build.mjs [folder]`, emulator/dist
 * when none is named. Files are replaced whole, so that a suite that is running, or starting, is not disturbed.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = resolve(process.argv[2] ?? join(here, 'dist'));

/** The part of the published protos that is served, without what only documents it. */
function trimmedDescriptor() {
  const require = createRequire(createRequire(import.meta.url).resolve('firebase-admin'));
  const root = JSON.parse(
    readFileSync(require.resolve('@google-cloud/firestore/build/protos/v1.json'), 'utf8'),
  );
  const { firestore, rpc, type, protobuf } = root.nested.google.nested;
  const wanted = [
    'Timestamp',
    'Int32Value',
    'Int64Value',
    'DoubleValue',
    'Empty',
    'Duration',
    'Struct',
    'Value',
    'ListValue',
    'NullValue',
    'Any',
  ];
  const wrapped = Object.fromEntries(wanted.map((name) => [name, protobuf.nested[name]]));
  const google = {
    firestore,
    rpc,
    type: { nested: { LatLng: type.nested.LatLng } },
    protobuf: { nested: wrapped },
  };
  return bare({ nested: { google: { nested: google } } });
}

function bare(node) {
  const { nested, fields, oneofs, values } = node;
  const kept = {};
  if (fields) {
    kept.fields = Object.fromEntries(
      Object.entries(fields).map(([name, { type, id, rule, keyType }]) => [
        name,
        { type, id, rule, keyType },
      ]),
    );
  }
  if (oneofs) kept.oneofs = oneofs;
  if (values) kept.values = values;
  if (nested) {
    const types = Object.entries(nested).filter(([, inner]) => !inner.methods);
    kept.nested = Object.fromEntries(types.map(([name, inner]) => [name, bare(inner)]));
  }
  return kept;
}

const embedDescriptor = {
  name: 'embed-descriptor',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]wire[\\/]descriptor\.ts$/ }, () => ({
      contents: `const text = ${JSON.stringify(JSON.stringify(trimmedDescriptor()))};
        export const loadDescriptor = () => JSON.parse(text);`,
      loader: 'js',
    }));
  },
};

const { outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: { firestore: 'src/main/firestore.ts', 'storage-rules': 'src/main/storage-rules.ts' },
  outdir: dist,
  write: false,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [embedDescriptor],
  // The libraries in the bundle were written for CommonJS and call its require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

/** @param {string} path @param {string | Uint8Array} content @param {number} [mode] */
function put(path, content, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content, { mode });
  renameSync(fresh, path);
}

for (const { path, contents } of outputFiles) put(path, contents);
put(join(dist, 'java', 'java'), readFileSync(join(here, 'src', 'java', 'java.sh')), 0o755);
for (const name of ['firestore.jar', 'storage-rules.jar']) {
  put(join(dist, 'java', name), 'A marker: the java beside it serves this file by a program of ours.\n');
}
