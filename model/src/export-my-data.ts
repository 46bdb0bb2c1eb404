import './without-eval.ts';
import * as z from 'zod/mini';
import { imagePathSchema } from './image.ts';

/** An export may be started twice in an hour: once, and once more should the first one break off. */
export const exportsPerHour = 2;

/** Calls that one hour's exports may take, pages and pictures together. */
export const exportCallsPerHour = 6_000;

/** `users/{uid}/pace/export`: the counter of these. Functions write it. */
export function exportPacePath(uid: string): string {
  return `users/${uid}/pace/export`;
}

/** Where the next page begins: a section of the export, and the path of the last document that was given. */
export const exportCursorSchema = z.strictObject({
  section: z.int().check(z.minimum(0), z.maximum(100)),
  /** Which page of its section this is, counted from 1. */
  page: z.int().check(z.minimum(1), z.maximum(100_000)),
  after: z.nullable(
    z
      .string()
      .check(z.maxLength(1_000), z.regex(/^[\w-]{1,128}\/[\w-]{1,128}(?:\/[\w-]{1,128}\/[\w-]{1,128})*$/)),
  ),
});
export type ExportCursor = z.infer<typeof exportCursorSchema>;

/** What the callable `exportMyData` takes: a page (null begins), or one of the pictures that a page named. */
export const exportMyDataInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page'), cursor: z.nullable(exportCursorSchema) }),
  z.strictObject({ kind: z.literal('picture'), path: imagePathSchema }),
]);
export type ExportMyDataInput = z.infer<typeof exportMyDataInputSchema>;

/** A page: files for the zip, Storage paths of pictures to ask for, and how many of the sections are done. */
export const exportPageSchema = z.object({
  files: z.array(z.object({ name: z.string(), text: z.string() })),
  pictures: z.array(imagePathSchema),
  next: z.nullable(exportCursorSchema),
  done: z.number(),
  of: z.number(),
});
export type ExportPage = z.infer<typeof exportPageSchema>;

/** A picture in Base64; null when it is gone. */
export const exportedPictureSchema = z.object({ content: z.nullable(z.string()) });
export type ExportedPicture = z.infer<typeof exportedPictureSchema>;
