import { communityNameClaimAnswerSchema } from '@sameboat/model/community-name';
import { connection, expectAnswerOf } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';

/**
 * Claims a name that is not ASCII for a community that is about to be created. Returns the slug to write with it, which
 * only the server can derive. Throws DataError: 'name-taken', 'too-often', 'offline', 'not-allowed'.
 */
export async function claimCommunityName(name: string, communityId: string): Promise<string> {
  if (connection.read() === 'offline') throw new DataError('offline');
  const [{ httpsCallable }, { functions }] = await Promise.all([
    import('firebase/functions'),
    import('../firebase/functions.ts'),
  ]);
  try {
    const call = httpsCallable(functions(), 'claimCommunityName');
    const { data } = await expectAnswerOf(call({ name, communityId }));
    return communityNameClaimAnswerSchema.parse(data).slug;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'functions/already-exists') throw new DataError('name-taken', undefined, { cause });
    if (code === 'functions/resource-exhausted') throw new DataError('too-often', undefined, { cause });
    throw toDataError(cause);
  }
}
