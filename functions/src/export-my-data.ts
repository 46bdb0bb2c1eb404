import {
  type ExportedPicture,
  type ExportPage,
  exportMyDataInputSchema,
} from '@sameboat/model/export-my-data';
import { firstProblem } from '@sameboat/model/text';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { readAccount } from './data/accounts.ts';
import { systemClock } from './data/clock.ts';
import { createDocumentStore } from './data/document-store.ts';
import { countExportCall } from './data/export-counter.ts';
import { openFirestore } from './data/firestore.ts';
import * as pictures from './data/pictures.ts';
import { createSanctionStore } from './data/sanction-store.ts';
import { ownsPicture } from './domain/export/owns-picture.ts';
import { readExportPage } from './domain/export/read-export-page.ts';
import { vouched } from './options.ts';

/**
 * What is stored about the caller, page by page, and picture by picture; the app makes a zip of it. Everything is looked up
 * by the caller's own uid. Somebody who is banned may have it too. A picture in Base64 is at most 7 MB, so few calls share
 * an instance.
 */
export const exportMyData = onCall(
  { ...vouched, memory: '512MiB', concurrency: 8, maxInstances: 5 },
  async ({ auth, data }): Promise<ExportPage | ExportedPicture> => {
    if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
    const { uid } = auth;
    if (auth.token.firebase.sign_in_provider === 'anonymous')
      throw new HttpsError('permission-denied', 'Guests have no account.');
    const input = exportMyDataInputSchema.safeParse(data);
    if (!input.success) throw new HttpsError('invalid-argument', firstProblem(input.error));
    const firestore = openFirestore();
    const documents = createDocumentStore(firestore);
    const sanction = await createSanctionStore(firestore).get(uid);
    if (
      sanction?.kind === 'deleted' ||
      auth.token.auth_time * 1_000 < (sanction?.validAfter?.toMillis() ?? 0)
    )
      throw new HttpsError('unauthenticated', 'Sign in again.');
    const call = input.data;
    const isStart = call.kind === 'page' && call.cursor === null;
    if (!(await countExportCall(firestore, uid, { isStart, now: systemClock.now() })))
      throw new HttpsError('resource-exhausted', 'You have exported your data a moment ago. Wait an hour.');
    if (call.kind === 'page') return readExportPage({ documents, pictures, readAccount }, uid, call.cursor);
    if (!(await ownsPicture(documents, uid, call.path)))
      throw new HttpsError('permission-denied', 'This is not a picture of yours.');
    const content = await pictures.readPicture(call.path);
    return { content: content?.toString('base64') ?? null };
  },
);
