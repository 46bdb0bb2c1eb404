import { renewAccessCodeAnswerSchema } from '@sameboat/model/access-code';
import { callFunction } from './call-function.ts';

/**
 * Makes a new access code for a closed community and returns it, this once. The old one stops working. For its founder.
 * Throws DataError: 'too-often', 'offline', 'not-allowed'.
 */
export async function renewAccessCode(communityId: string): Promise<string> {
  const { code } = await callFunction(
    'renewAccessCode',
    { communityId },
    { answer: renewAccessCodeAnswerSchema, refusals: { 'resource-exhausted': 'too-often' } },
  );
  return code;
}
