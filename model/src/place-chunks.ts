import { type ListedPlace, readPlaceRow } from './place-row.ts';
import { placeTerm } from './place-term.ts';

/** A piece of a sorted list: everything from `from` up to where the next piece begins. */
export interface Chunk {
  readonly from: string;
  readonly rows: readonly string[];
}

/** A place as found: under which name, and how many places are more populous. */
export interface FoundPlace extends ListedPlace {
  /** The other name that was found; null for its own. */
  readonly alias: string | null;
  readonly rank: number;
}

interface Entry {
  readonly key: string;
  readonly rank: number;
  readonly row: string;
}

/** A chunk has at most so many characters, which is less than 30 KB gzip in any script. */
const CHUNK_CHARACTERS = 44_000;
/** So many of the most populous are kept for what begins more names than one chunk holds. */
const HEAD_ROWS = 200;

/** The list cut by what a name begins with, and for beginnings that more than one chunk has, their largest places. */
export function chunksByName(places: readonly ListedPlace[]): { chunks: Chunk[]; heads: Chunk[] } {
  const entries = places.flatMap((place, rank) =>
    [null, ...place.aliases].map((alias) => ({
      key: placeTerm(alias ?? place.name),
      rank,
      row: toRow(place, alias, rank),
    })),
  );
  const chunks = cut(entries.sort(byKey), 0);
  const heads = [...sharedBeginnings(chunks)].sort().map((beginning) => ({
    from: beginning,
    rows: entries
      .filter(({ key }) => key.startsWith(beginning))
      .sort((one, other) => one.rank - other.rank || isByAlias(one) - isByAlias(other))
      .filter((entry, index, all) => entry.rank !== all[index - 1]?.rank)
      .slice(0, HEAD_ROWS)
      .map(({ row }) => row),
  }));
  return { chunks: chunks.map(toChunk), heads };
}

/** The list cut by where places are: by geohash. */
export function chunksByCell(places: readonly ListedPlace[]): Chunk[] {
  const entries = places.map((place, rank) => ({ key: place.geohash, rank, row: toRow(place, null, rank) }));
  return cut(entries.sort(byKey), 0).map(toChunk);
}

/**
 * Which piece holds what begins with `term`: an index of `heads` where more than one chunk does, else of `chunks`. Both
 * are the beginnings of the pieces, in order.
 */
export function pieceFor(
  term: string,
  chunks: readonly string[],
  heads: readonly string[],
): { readonly kind: 'head' | 'chunk'; readonly index: number } {
  const head = heads.indexOf(term);
  if (head >= 0) return { kind: 'head', index: head };
  const next = chunks.findIndex((from) => from > term);
  const holding = next < 0 ? chunks.length - 1 : Math.max(0, next - 1);
  // What begins with the term may begin where the next chunk does.
  return { kind: 'chunk', index: next > 0 && chunks[next]?.startsWith(term) ? next : holding };
}

/** The indexes of the chunks that hold keys from `from` to `to`. */
export function chunksBetween(chunks: readonly string[], from: string, to: string): number[] {
  return chunks.flatMap((begin, index) => {
    const end = chunks[index + 1];
    return begin <= to && (end === undefined || end > from) ? [index] : [];
  });
}

/** Reads a row of a chunk. */
export function readFoundPlace(row: string): FoundPlace {
  const [alias = '', rank = '', ...rest] = row.split('|');
  return { ...readPlaceRow(rest.join('|')), alias: alias === '' ? null : alias, rank: Number(rank) };
}

function toRow(
  { id, name, region, country, geohash }: ListedPlace,
  alias: string | null,
  rank: number,
): string {
  return [alias ?? '', rank, id, name, region, country, geohash].join('|');
}

const isByAlias = ({ row }: Entry) => (row.startsWith('|') ? 0 : 1);

const byKey = (one: Entry, other: Entry) =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : one.rank - other.rank;

/** Cuts where the letter at `depth` changes; what begins alike and is still too much, at the next letter. */
function cut(entries: readonly Entry[], depth: number): Entry[][] {
  const chunks: Entry[][] = [];
  let open: Entry[] = [];
  for (const group of groupsAt(entries, depth)) {
    if (lengthOf(open) + lengthOf(group) <= CHUNK_CHARACTERS) {
      open.push(...group);
      continue;
    }
    if (open.length > 0) chunks.push(open);
    open = [];
    if (lengthOf(group) <= CHUNK_CHARACTERS) open = [...group];
    else chunks.push(...cut(group, depth + 1));
  }
  if (open.length > 0) chunks.push(open);
  return chunks;
}

function groupsAt(entries: readonly Entry[], depth: number): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const beginning = entry.key.slice(0, depth + 1);
    const group = groups.get(beginning);
    if (group) group.push(entry);
    else groups.set(beginning, [entry]);
  }
  return [...groups.values()];
}

const lengthOf = (entries: readonly Entry[]) => entries.reduce((sum, { row }) => sum + row.length + 1, 0);

const toChunk = (entries: readonly Entry[]): Chunk => ({
  from: entries[0]?.key ?? '',
  rows: entries.map(({ row }) => row),
});

/** What keys of two neighbouring chunks begin with alike; the empty beginning among them. */
function sharedBeginnings(chunks: readonly (readonly Entry[])[]): Set<string> {
  const shared = new Set(['']);
  chunks.slice(1).forEach((chunk, index) => {
    const before = chunks[index]?.at(-1)?.key ?? '';
    const first = chunk[0]?.key ?? '';
    for (let length = 1; length <= first.length && before.startsWith(first.slice(0, length)); length++)
      shared.add(first.slice(0, length));
  });
  return shared;
}
