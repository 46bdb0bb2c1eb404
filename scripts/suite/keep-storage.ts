import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { type Keeper, keepLooking } from './keep-looking.ts';

const bucketsSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

const objectSchema = z.object({
  name: z.string(),
  bucket: z.string(),
  generation: z.string(),
  metageneration: z.string(),
  size: z.string(),
  md5Hash: z.string(),
  crc32c: z.string(),
  etag: z.string(),
  timeCreated: z.string(),
  updated: z.string(),
  storageClass: z.string(),
  contentType: z.optional(z.string()),
  contentDisposition: z.optional(z.string()),
  contentEncoding: z.optional(z.string()),
  contentLanguage: z.optional(z.string()),
  cacheControl: z.optional(z.string()),
  customTime: z.optional(z.string()),
  metadata: z.optional(z.record(z.string(), z.string())),
});
type StoredObject = z.infer<typeof objectSchema>;

const objectsSchema = z.object({ items: z.optional(z.array(objectSchema)) });

/** The file that is written when everything else is there: a folder without it is not to be recovered from. */
export const storageSeal = 'buckets.json';

/**
 * Storage's emulator keeps its files in a temporary folder and what is known of them in memory. This asks once a second
 * what there is and brings `directory` to the same: files and metadata as its export has them, so that they can be
 * imported. Each file is taken once, whole, and goes when it was deleted.
 *
 * The emulator's own export is not asked for: it fails when a file is deleted meanwhile, and takes the suite with it.
 */
export function keepStorage(storageHost: string, directory: string): Keeper {
  const blobs = join(directory, 'blobs');
  const metadata = join(directory, 'metadata');

  const list = async (path: string): Promise<unknown> =>
    JSON.parse((await getBytes(`http://${storageHost}${path}`)).toString('utf8'));
  /** One name for what is not whole yet: a crash leaves one such file, which the next write replaces. */
  const writeWhole = (path: string, content: Buffer | string) => {
    const unfinished = join(directory, 'unfinished');
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  };

  /** False when it was changed or deleted since it was listed; the next look tells. */
  async function take(key: string, object: StoredObject): Promise<boolean> {
    const { bucket, name } = object;
    const bytes = await getBytes(`http://${storageHost}/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`);
    if (createHash('md5').update(bytes).digest('base64') !== object.md5Hash) return false;
    writeWhole(join(blobs, key), bytes);
    writeWhole(join(metadata, `${key}.json`), JSON.stringify(toExported(object)));
    return true;
  }

  return keepLooking(async (isStopped) => {
    const buckets = bucketsSchema.parse(await list('/b')).items.map(({ id }) => ({ id }));
    const wanted = new Map<string, StoredObject>();
    for (const { id } of buckets) {
      const { items = [] } = objectsSchema.parse(await list(`/b/${id}/o?maxResults=1000000000`));
      for (const object of items) wanted.set(keyOf(object), object);
    }
    mkdirSync(blobs, { recursive: true });
    mkdirSync(metadata, { recursive: true });
    const kept = readdirSync(metadata).map((file) => file.replace(/\.json$/, ''));
    let complete = true;
    for (const [key, object] of wanted) {
      if (isStopped()) return;
      if (!kept.includes(key)) complete = (await take(key, object)) && complete;
    }
    if (isStopped() || !complete) return;
    // What went goes last: a crash between leaves the old beside the new, and never neither.
    for (const key of kept) {
      if (wanted.has(key)) continue;
      rmSync(join(metadata, `${key}.json`), { force: true });
      rmSync(join(blobs, key), { force: true });
    }
    const sealed = JSON.stringify({ buckets });
    const seal = join(directory, storageSeal);
    if (!existsSync(seal) || readFileSync(seal, 'utf8') !== sealed) writeWhole(seal, sealed);
  });
}

/** Another one for each version of an object's bytes or metadata. */
function keyOf({ bucket, name, generation, metageneration }: StoredObject): string {
  return createHash('sha256')
    .update(JSON.stringify([bucket, name, generation, metageneration]))
    .digest('hex');
}

/** As the emulator's import reads it; of the download tokens it knows how to find them in the metadata. */
function toExported({ metadata, size, generation, metageneration, crc32c, ...rest }: StoredObject): unknown {
  return {
    ...rest,
    generation: Number(generation),
    metageneration: Number(metageneration),
    size: Number(size),
    crc32c: String(Buffer.from(crc32c, 'base64').readUInt32BE()),
    ...(metadata ? { customMetadata: metadata } : {}),
  };
}

/** What is stored, byte for byte: `fetch` would unpack a file that was uploaded packed. */
function getBytes(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = get(url, { headers: { 'accept-encoding': 'gzip' }, timeout: 10_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve(Buffer.concat(chunks)));
    });
    sent.on('timeout', () => sent.destroy(new Error('Storage does not answer.')));
    sent.on('error', reject);
  });
}
