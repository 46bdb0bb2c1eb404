import { type DataError, errorSentence } from '../../data/data-error.ts';

/** Where in the form for a new community a refusal belongs, and in what words. */
export function communityRefusal(error: DataError): { name?: string; form?: string } {
  if (error.code === 'name-taken') return { name: errorSentence(error) };
  if (error.code === 'too-often')
    return { form: 'You have created as many communities as one can in a day. Try again tomorrow.' };
  if (error.code === 'not-allowed') return { form: 'You cannot create a community at the moment.' };
  return { form: errorSentence(error) };
}

/** Why a group chat was not created. */
export function groupChatRefusal(error: DataError): string {
  if (error.code === 'too-often')
    return 'You have created as many group chats as one can in a day. Try again tomorrow.';
  if (error.code === 'not-allowed') return 'You cannot create a group chat here at the moment.';
  return errorSentence(error);
}
