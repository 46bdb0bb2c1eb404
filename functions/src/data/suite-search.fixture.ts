import type { CollectionReference, Firestore } from 'firebase-admin/firestore';
import type { Bucket } from './pictures.ts';

/**
 * Where each of `needles` stands in the whole suite: paths of documents (their ids and fields) in every collection there
 * is, and names of objects in the bucket and their metadata.
 */
export async function whereIs(
  { firestore, bucket }: { readonly firestore: Firestore; readonly bucket: Bucket },
  needles: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const texts = new Map<string, string>();
  const walk = async (collection: CollectionReference): Promise<void> => {
    const references = await collection.listDocuments();
    if (references.length === 0) return;
    for (const found of await firestore.getAll(...references)) {
      texts.set(found.ref.path, `${found.ref.path} ${JSON.stringify(found.data() ?? null)}`);
    }
    const below = await Promise.all(references.map((reference) => reference.listCollections()));
    for (const each of below.flat()) await walk(each);
  };
  for (const collection of await firestore.listCollections()) await walk(collection);
  const [files] = await bucket.getFiles();
  for (const { name, metadata } of files) texts.set(`bucket:${name}`, `${name} ${JSON.stringify(metadata)}`);
  return Object.fromEntries(
    needles.map((needle) => [
      needle,
      [...texts]
        .filter(([, text]) => text.includes(needle))
        .map(([path]) => path)
        .sort(),
    ]),
  );
}
