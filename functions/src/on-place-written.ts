import { onDocumentWritten } from 'firebase-functions/v2/firestore';
import { correctPlaceOf, correctShownPlaceOf } from './data/correct-place.ts';
import { openFirestore } from './data/firestore.ts';
import { placeCorrection } from './domain/place-correction.ts';
import { retried } from './options.ts';

/** Rules check the shape of a place, and these that it says what the list says. Most events end at the first line. */
function placeTrigger(document: string) {
  return onDocumentWritten({ ...retried, document }, async ({ data }) => {
    const after = data?.after;
    if (!after?.exists || placeCorrection(after.data() ?? {}) === null) return;
    await correctPlaceOf(openFirestore(), after.ref.path);
  });
}

export const onCommunityPlaceWritten = placeTrigger('communities/{communityId}');
export const onPersonPlaceWritten = placeTrigger('people/{uid}');
export const onProfilePlaceWritten = placeTrigger('users/{uid}/private/profile');

export const onShownPlaceWritten = onDocumentWritten(
  { ...retried, document: 'communities/{communityId}/members/{uid}' },
  async ({ data }) => {
    const after = data?.after;
    if (!after?.exists || placeCorrection(after.data()?.shows ?? {}) === null) return;
    await correctShownPlaceOf(openFirestore(), after.ref.path);
  },
);
