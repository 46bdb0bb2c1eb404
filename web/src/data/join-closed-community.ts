import { joinClosedCommunityAnswerSchema } from '@sameboat/model/access-code';
import { callFunction } from './call-function.ts';

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

/** Makes the caller a member. Throws what `lookAtClosedCommunity` throws, and 'too-often'. */
export async function joinClosedCommunity(
  communityId: string,
  code: string,
  { listed }: { readonly listed: boolean },
): Promise<void> {
  await call({ communityId, code, join: { listed } });
}

function call(input: object) {
  return callFunction('joinClosedCommunity', input, { answer: joinClosedCommunityAnswerSchema, refusals });
}
