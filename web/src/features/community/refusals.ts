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

/** Why somebody could not join. `told` is what they were last told about their membership, if anything. */
export function joinRefusal(told: string | null): string {
  return told ?? 'You cannot join this community at the moment.';
}

/** Where in the form of a community's details a refusal belongs, and in what words. */
export function editRefusal(error: DataError): { name?: string; form?: string } {
  if (error.code === 'name-taken') return { name: errorSentence(error) };
  if (error.code === 'too-often') return { name: 'That was a lot of names. Try again tomorrow.' };
  if (error.code === 'not-allowed')
    return { form: 'This was not saved. Perhaps somebody else runs the community now.' };
  return { form: errorSentence(error) };
}
