import { type RemoveContent, removeContentAnswerSchema } from '@sameboat/model/remove-content';
import { callFunction } from './call-function.ts';

/**
 * Removes somebody else's message, for those who run the chat's community. Removing it twice does nothing more. Throws
 * DataError: 'offline', 'not-allowed', 'not-found', 'too-often'.
 */
export async function removeMessage(input: Omit<RemoveContent, 'kind'>): Promise<void> {
  await callFunction(
    'removeContent',
    { kind: 'message', ...input },
    { answer: removeContentAnswerSchema, refusals: { 'resource-exhausted': 'too-often' } },
  );
}
