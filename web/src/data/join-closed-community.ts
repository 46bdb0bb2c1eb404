import { joinClosedCommunityAnswerSchema } from '@sameboat/model/access-code';
import { communityMemberPath } from '@sameboat/model/community-member';
import { callFunction } from './call-function.ts';
import { commitNow } from './commit-now.ts';
import { readShows } from './read-shows.ts';

const refusals = {
  'not-found': 'wrong-code',
  'too-many-tries': 'too-many-tries',
  'too-often': 'too-often',
} as const;

/** What somebody with the code may read before they join. */
export interface ClosedCommunity {
  readonly name: string;
  readonly about: string;
  readonly rules: string;
}

/** Throws DataError: 'wrong-code', 'too-many-tries', 'offline', 'not-allowed'. */
export function lookAtClosedCommunity(communityId: string, code: string): Promise<ClosedCommunity> {
  return call({ communityId, code, join: null });
}

/**
 * Makes `uid`, the caller, a member, who then shows what they chose to show to their communities. Throws what
 * `lookAtClosedCommunity` throws, and 'too-often'.
 */
export async function joinClosedCommunity(
  uid: string,
  communityId: string,
  { code, listed }: { readonly code: string; readonly listed: boolean },
): Promise<void> {
  const shows = await readShows(uid);
  await call({ communityId, code, join: { listed } });
  if (Object.keys(shows).length === 0) return;
  // They are in: that nothing is shown yet is no reason to say that it failed.
  await commitNow([{ update: communityMemberPath(communityId, uid), data: { shows } }]).catch(
    () => undefined,
  );
}

function call(input: object) {
  return callFunction('joinClosedCommunity', input, { answer: joinClosedCommunityAnswerSchema, refusals });
}
