import { type ExportedDataId, type PersonalData, personalData } from '@sameboat/model/personal-data';
import type { DocumentQuery, StoredDocument } from '../document-store.ts';
import { exportPageSize, type SectionReader } from './export-stores.ts';
import { readable } from './readable.ts';

type ToItem = (document: StoredDocument) => unknown;

const whole: ToItem = ({ data }) => readable(data);

/** Reads the one document that an entry of the table names by its path. */
export function oneDocument(id: ExportedDataId, toItem: ToItem = whole): SectionReader {
  return async ({ documents }, uid) => {
    const found = await documents.get(ownPaths(id, uid));
    return { items: found.map(toItem), after: null };
  };
}

/** Reads what lies in the collection that an entry of the table names by its path. */
export function ownCollection(id: ExportedDataId, toItem: ToItem = whole): SectionReader {
  const [pattern = ''] = personalData[id].paths;
  const collection = pattern.slice(0, pattern.lastIndexOf('/'));
  return pages((uid) => ({ collection: collection.replace('{uid}', uid) }), toItem);
}

/** Reads what an entry of the table finds by a field. `toItem` leaves out what it answers `undefined` for. */
export function byField(id: ExportedDataId, toItem: ToItem = whole): SectionReader {
  return pages((uid) => fieldQuery(id, uid), toItem);
}

/** The query for what an entry of the table finds by a field. Throws when it is found in another way. */
export function fieldQuery(id: ExportedDataId, uid: string): Omit<DocumentQuery, 'limit'> {
  const found: PersonalData['found'] = personalData[id].found;
  if (found.by !== 'field') throw new Error(`${id} is not found by a field.`);
  const { collection, group, field, op } = found;
  return { collection, group, where: [{ field, op, value: uid }] };
}

function pages(queryOf: (uid: string) => Omit<DocumentQuery, 'limit'>, toItem: ToItem): SectionReader {
  return async ({ documents }, uid, after) => {
    const page = await documents.find({
      ...queryOf(uid),
      limit: exportPageSize,
      after: after ?? undefined,
    });
    return {
      items: page.map(toItem).filter((item) => item !== undefined),
      after: page.length < exportPageSize ? null : (page.at(-1)?.path ?? null),
    };
  };
}

function ownPaths(id: ExportedDataId, uid: string): readonly string[] {
  return personalData[id].paths.map((path) => path.replace('{uid}', uid));
}
