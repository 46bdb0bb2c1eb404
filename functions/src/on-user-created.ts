import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { bringHome } from './data/bring-home.ts';
import { openFirestore } from './data/firestore.ts';
import { retried } from './options.ts';

/** Whoever finishes sign-up lands in the home chat. */
export const onUserCreated = onDocumentCreated({ ...retried, document: 'users/{uid}' }, ({ params }) =>
  bringHome(openFirestore(), params.uid, Date.now()),
);
