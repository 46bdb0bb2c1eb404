import { closeSync, fstatSync, openSync, readSync, unwatchFile, watchFile } from 'node:fs';

/**
 * Calls `hear` with each complete line that is added to the file from now on, within half a second of it. The file
 * may not exist yet. Returns what ends it.
 */
export function followLines(path: string, hear: (line: string) => void): () => void {
  let position = 0;
  let rest = '';
  const read = () => {
    let file: number;
    try {
      file = openSync(path, 'r');
    } catch {
      return;
    }
    try {
      const { size } = fstatSync(file);
      // A file that became shorter was begun anew.
      if (size < position) position = 0;
      const bytes = Buffer.alloc(size - position);
      position += readSync(file, bytes, 0, bytes.length, position);
      const lines = (rest + bytes.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    } finally {
      closeSync(file);
    }
  };
  read();
  watchFile(path, { interval: 500 }, read);
  return () => unwatchFile(path, read);
}
