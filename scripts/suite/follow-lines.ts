import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/**
 * Calls `hear` with each complete line of the file and of what is added to it. The file may not exist yet. Returns what
 * ends it. `everyMs`: how often the file is looked at. A watcher would be told late, or never, of a file that appears as
 * it begins.
 */
export function followLines(path: string, hear: (line: string) => void, everyMs = 300): () => void {
  let position = 0;
  let rest = '';
  let decoder = new StringDecoder('utf8');
  const read = () => {
    let file: number;
    try {
      file = openSync(path, 'r');
    } catch {
      return;
    }
    try {
      const { size } = fstatSync(file);
      if (size === position) return;
      if (size < position) {
        // A file that became shorter was begun anew.
        position = 0;
        rest = '';
        decoder = new StringDecoder('utf8');
      }
      const bytes = Buffer.alloc(size - position);
      const count = readSync(file, bytes, 0, bytes.length, position);
      position += count;
      const lines = (rest + decoder.write(bytes.subarray(0, count))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    } finally {
      closeSync(file);
    }
  };
  read();
  const timer = setInterval(read, everyMs);
  return () => clearInterval(timer);
}
