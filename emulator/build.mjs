/** Builds emulator/dist: the two programs, each in few files that load fast, and the `java` that starts them. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
rmSync(dist, { recursive: true, force: true });

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

await build({
  absWorkingDir: here,
  entryPoints: { firestore: 'src/main/firestore.ts', 'storage-rules': 'src/main/storage-rules.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
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

const java = join(dist, 'java');
mkdirSync(java, { recursive: true });
copyFileSync(join(here, 'src', 'java', 'java.sh'), join(java, 'java'));
chmodSync(join(java, 'java'), 0o755);
for (const name of ['firestore.jar', 'storage-rules.jar']) {
  writeFileSync(join(java, name), 'A marker: the java beside it serves this file by a program of ours.\n');
}
