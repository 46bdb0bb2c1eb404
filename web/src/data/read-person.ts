import { communityMemberPath, communityMemberSchema } from '@sameboat/model/community-member';
import { type ShownProfile, toShownProfile } from '@sameboat/model/own-profile';
import { personPath, personSchema } from '@sameboat/model/person';
import { doc, getDocFromServer } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { checkedBy, type DocumentSchema, type WithId } from './checked-documents.ts';
import { expectAnswerOf } from './connection.ts';
import { toDataError } from './data-error.ts';
import type { UserEntry } from './get-user.ts';
import { type LiveSource, liveSource } from './live-source.ts';

interface Asking {
  readonly asker: string;
  readonly user: UserEntry;
  /** Communities that the asker is in: the other person may show something there. A read each. */
  readonly communityIds: readonly string[];
}

/**
 * What a person shows `asker` of their profile, read once: from `users`, from their listing, and from the communities that
 * both are in. A document that is refused shows nothing, so a block looks like somebody who does not want to be found.
 */
export function shownProfile({ asker, user, communityIds }: Asking): LiveSource<ShownProfile> {
  return liveSource(`shown-profile/${asker}/${user.id}/${communityIds.join()}`, (observer) => {
    let open = true;
    Promise.all([
      readIfAllowed(personPath(user.id), personSchema),
      ...communityIds.map((id) => readIfAllowed(communityMemberPath(id, user.id), communityMemberSchema)),
    ]).then(
      ([listing, ...members]) => {
        const shows = members.flatMap((member) => (member === null ? [] : [member.shows]));
        if (open) observer.next(toShownProfile(user, listing, shows), false);
      },
      (error: unknown) => {
        if (open) observer.error(error);
      },
    );
    return () => {
      open = false;
    };
  });
}

async function readIfAllowed<T>(path: string, schema: DocumentSchema<T>): Promise<WithId<T> | null> {
  try {
    const reference = doc(firestore(), path).withConverter(checkedBy(schema));
    const read = (await expectAnswerOf(getDocFromServer(reference))).data();
    return read?.ok ? read.value : null;
  } catch (cause) {
    const error = toDataError(cause);
    if (error.code === 'not-allowed') return null;
    throw error;
  }
}
