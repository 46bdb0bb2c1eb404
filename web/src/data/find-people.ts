import {
  type FindPeopleAnswer,
  type FindPeopleInput,
  findPeopleAnswerSchema,
} from '@sameboat/model/find-people';
import { connection, expectAnswerOf } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';
import type { Page } from './paged-source.ts';

export type FoundPerson = FindPeopleAnswer['people'][number];

/**
 * One page of the people who chose to be found and who fit. People across a block are left out. Throws DataError:
 * 'offline', 'too-often', 'not-allowed'.
 */
export async function findPeople(
  filter: Pick<FindPeopleInput, 'topics' | 'near'>,
  cursor: string | null,
): Promise<Page<FoundPerson, string>> {
  if (connection.read() === 'offline') throw new DataError('offline');
  const [{ httpsCallable }, { functions }] = await Promise.all([
    import('firebase/functions'),
    import('../firebase/functions.ts'),
  ]);
  try {
    const call = httpsCallable(functions(), 'findPeople');
    const { data } = await expectAnswerOf(call({ ...filter, cursor }));
    const { people, next } = findPeopleAnswerSchema.parse(data);
    return { items: people, next, fromCache: false };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'functions/resource-exhausted') throw new DataError('too-often', undefined, { cause });
    throw toDataError(cause);
  }
}
