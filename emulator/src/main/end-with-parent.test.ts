import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'end-with-parent-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it('ends a program whose parent was killed, and not before', async () => {
  const program = join(directory, 'program.mts');
  writeFileSync(
    program,
    `import { endWithParent } from ${JSON.stringify(join(import.meta.dirname, 'end-with-parent.ts'))};
    const staying = setInterval(() => {}, 1000);
    endWithParent(() => { process.stdout.write('ending'); clearInterval(staying); });
    process.stdout.write('running ');`,
  );
  const shell = spawn('sh', ['-c', '"$0" --import tsx "$1" & wait', process.execPath, program], {
    cwd: import.meta.dirname,
  });
  let output = '';
  // The pipe is closed when nobody holds it any more: neither the shell nor the program.
  const closed = new Promise((resolve) => shell.stdout.on('close', resolve));
  await new Promise<void>((resolve) => {
    shell.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('running')) resolve();
    });
  });
  shell.kill('SIGKILL');
  await closed;
  expect(output).toBe('running ending');
}, 20_000);
