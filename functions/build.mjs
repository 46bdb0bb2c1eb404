// Bundles the functions into functions/dist, with a package.json of their own: what `firebase deploy` uploads and
// installs knows nothing of workspaces, so the model is inlined and what stays outside is named with exact versions:
// the two SDKs, and sharp, which finds its libraries beside itself.
// CommonJS, because the suite's runtime and the deployment's discovery load it with `require`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
const require = createRequire(import.meta.url);
const outside = ['firebase-admin', 'firebase-functions', 'sharp'];

/** What is installed here: folder and package.json, which these packages do not export, so it is looked for. */
function installed(name) {
  for (const directory of require.resolve.paths(name) ?? []) {
    const path = join(directory, name, 'package.json');
    if (existsSync(path)) return { directory: dirname(path), ...JSON.parse(readFileSync(path, 'utf8')) };
  }
  throw new Error(`${name} is not installed. Run "npm ci".`);
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
writeFileSync(
  join(dist, 'package.json'),
  `${JSON.stringify(
    {
      name: 'sameboat-functions',
      private: true,
      type: 'commonjs',
      main: 'index.js',
      engines: { node: '22' },
      dependencies: Object.fromEntries(outside.map((name) => [name, installed(name).version])),
    },
    null,
    2,
  )}\n`,
);

/**
 * Describes the functions in functions.yaml with firebase-functions' own tool. Where that file stands, firebase-tools
 * reads it instead of starting a server to ask, which costs three seconds of every start.
 */
const describeFunctions = {
  name: 'describe-functions',
  setup({ onEnd }) {
    onEnd((result) => {
      if (result.errors.length > 0) return;
      const { directory, bin } = installed('firebase-functions');
      execFileSync(process.execPath, [join(directory, bin['firebase-functions']), dist], {
        cwd: dist,
        env: {
          ...process.env,
          FUNCTIONS_MANIFEST_OUTPUT_PATH: join(dist, 'functions.yaml'),
          GCLOUD_PROJECT: 'demo-build',
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    });
  },
};

const build = await context({
  entryPoints: [join(here, 'src', 'index.ts')],
  outfile: join(dist, 'index.js'),
  bundle: true,
  platform: 'node',
  // The developer's machine runs these on Node 20, production on 22.
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  external: outside.flatMap((name) => [name, `${name}/*`]),
  plugins: [describeFunctions],
  logLevel: 'warning',
});
await build.rebuild();
if (process.argv.includes('--watch')) await build.watch();
else await build.dispose();
