import { communityNameClaimAnswerSchema } from '@sameboat/model/community-name';
import { callFunction } from './call-function.ts';

/**
 * Claims a name that is not ASCII for a community that is about to be created or renamed. Returns the slug to write with it,
 * which only the server can derive. Throws DataError: 'name-taken', 'too-often', 'offline', 'not-allowed'.
 */
export async function claimCommunityName(name: string, communityId: string): Promise<string> {
  const { slug } = await callFunction(
    'claimCommunityName',
    { name, communityId },
    {
      answer: communityNameClaimAnswerSchema,
      refusals: { 'already-exists': 'name-taken', 'resource-exhausted': 'too-often' },
    },
  );
  return slug;
}
