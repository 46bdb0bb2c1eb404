import type { Plugin } from 'vite';
import { type Chunk, chunksByCell, chunksByName } from '../model/src/place-chunks.ts';
import { listedPlaces } from '../model/src/place-list.ts';

const INDEX = 'virtual:places';
const piece = /^virtual:places-(chunk|head|cell)-(\d+)$/u;

/**
 * Serves the list of places in pieces: `virtual:places` has what each piece begins with and a function that loads it
 * (see src/ui/places/places.d.ts). The whole list is 2 MB, and a field needs one piece for what is typed.
 */
export const placesInPieces = (): Plugin => {
  let pieces: Record<'chunk' | 'head' | 'cell', readonly Chunk[]> | null = null;
  const all = () => {
    if (pieces === null) {
      const { chunks, heads } = chunksByName(listedPlaces);
      pieces = { chunk: chunks, head: heads, cell: chunksByCell(listedPlaces) };
    }
    return pieces;
  };
  return {
    name: 'sameboat:places',
    resolveId: (id) => (id === INDEX || piece.test(id) ? `\0${id}` : null),
    load(id) {
      const name = id.slice(1);
      if (!id.startsWith('\0')) return null;
      if (name === INDEX) return indexModule(all());
      const [, kind, index] = piece.exec(name) ?? [];
      if (kind !== 'chunk' && kind !== 'head' && kind !== 'cell') return null;
      return `export default ${JSON.stringify(all()[kind][Number(index)]?.rows.join('\n') ?? '')};`;
    },
  };
};

function indexModule(pieces: Record<string, readonly Chunk[]>): string {
  return Object.entries(pieces)
    .map(([kind, list]) => {
      const loads = list.map((_, index) => `() => import('virtual:places-${kind}-${index}')`);
      const beginnings = JSON.stringify(list.map(({ from }) => from));
      return `export const ${kind}s = { from: ${beginnings}, load: [${loads.join(', ')}] };`;
    })
    .join('\n');
}
