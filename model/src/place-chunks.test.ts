import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  type Chunk,
  chunksBetween,
  chunksByCell,
  chunksByName,
  pieceFor,
  readFoundPlace,
} from './place-chunks.ts';
import { listedPlaces } from './place-list.ts';
import { placeTerm } from './place-term.ts';

const { chunks, heads } = chunksByName(listedPlaces);
const cells = chunksByCell(listedPlaces);
const beginnings = (list: readonly Chunk[]) => list.map(({ from }) => from);

function rowsFor(typed: string): readonly string[] {
  const { kind, index } = pieceFor(placeTerm(typed), beginnings(chunks), beginnings(heads));
  return (kind === 'head' ? heads : chunks)[index]?.rows ?? [];
}
const finds = (typed: string, id: string) => rowsFor(typed).some((row) => readFoundPlace(row).id === id);

describe('the list of places in pieces', () => {
  it('has no piece that is more than 30 KB on the wire', () => {
    const sizes = [...chunks, ...heads, ...cells].map(({ rows }) => gzipSync(rows.join('\n')).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(30_000);
  });

  it('has every place in the piece for each of its names', () => {
    const missing = listedPlaces.filter(
      ({ id, name, aliases }, index) =>
        // A hundredth of them is enough to notice a fault of the cut, and takes a second.
        index % 100 === 0 && ![name, ...aliases].every((each) => finds(each, id)),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['Munchen', 'munich-de'],
    ['münchen', 'munich-de'],
    ['Köln', 'cologne-de'],
    ['Koeln', 'cologne-de'],
    ['Cologne', 'cologne-de'],
    ['東京', 'tokyo-jp'],
    ['Мос', 'moscow-ru'],
    ['القا', 'cairo-eg'],
  ])('finds by "%s" %s', (typed, id) => {
    expect(finds(typed, id)).toBe(true);
  });

  it('offers the largest cities while nothing is typed, and large ones for what begins many names', () => {
    expect(finds('', 'tokyo-jp')).toBe(true);
    expect(finds('b', 'berlin-de')).toBe(true);
    expect(finds('sa', 'sao-paulo-br')).toBe(true);
  });

  it('finds nothing by what is no name', () => {
    expect(rowsFor('zzzz').filter((row) => placeTerm(readFoundPlace(row).name).startsWith('zzzz'))).toEqual(
      [],
    );
  });

  it('has every place in the piece for its geohash, and takes pieces between two of them in whole', () => {
    const from = beginnings(cells);
    for (const place of listedPlaces.filter((_, index) => index % 100 === 0)) {
      const pieces = chunksBetween(from, place.geohash, place.geohash);
      expect(pieces.flatMap((index) => cells[index]?.rows ?? []).join()).toContain(`|${place.id}|`);
    }
    expect(chunksBetween(['b', 'd', 'f'], 'c', 'e')).toEqual([0, 1]);
    expect(chunksBetween(['b', 'd', 'f'], '0', 'a')).toEqual([]);
    expect(chunksBetween(['b', 'd', 'f'], 'g', 'z')).toEqual([2]);
  });
});
