/** What the tests of listeners share: targets, a stream with what it was told as lines, and queries. */
import type { StructuredQuery } from '../query/structured-query.ts';
import type { ListenStream } from './firestore-service.ts';
import type { LocalFirestore } from './options.ts';
import type { ListenResponse, ListenTarget } from './requests.ts';
import { ADMIN, DATABASE, EVERYTHING } from './service-fixture.ts';

type Resume = ListenTarget['resume'];

export function target(
  targetId: number,
  query: StructuredQuery,
  more: { resume?: Resume; expectedCount?: number; once?: boolean } = {},
): ListenTarget {
  const { resume = null, expectedCount = null, once = false } = more;
  return { targetId, resume, once, expectedCount, kind: 'query', parent: '', query };
}

export function documents(targetId: number, paths: readonly string[], resume: Resume = null): ListenTarget {
  return { targetId, resume, once: false, expectedCount: null, kind: 'documents', paths };
}

/** One line a response: what a client sees, without times. */
function line(response: ListenResponse): string {
  switch (response.kind) {
    case 'targetChange': {
      const cause = response.cause === null ? '' : ` ${response.cause.code}`;
      const token = response.resumeToken === null ? '' : ' token';
      return `${response.type} ${response.targetIds.join()}${token}${cause}`.replace('  ', ' ');
    }
    case 'documentChange': {
      const out = response.removedTargetIds.length > 0 ? ` -${response.removedTargetIds.join()}` : '';
      if (response.targetIds.length === 0) return `left ${response.document.path}${out}`;
      return `+ ${response.document.path} ${response.targetIds.join()}${out}`;
    }
    case 'filter':
      return `filter ${response.targetId} ${response.paths.join()}`;
    default:
      return `${response.kind === 'documentDelete' ? 'deleted' : 'removed'} ${response.path} ${response.removedTargetIds.join()}`;
  }
}

/** One stream, and what it was told. */
export interface Listener {
  readonly stream: ListenStream;
  readonly failures: string[];
  readonly lastToken: () => Uint8Array;
  /** The lines since the last call. */
  readonly take: () => string[];
}

export function listen(service: LocalFirestore, caller = ADMIN): Listener {
  let lines: string[] = [];
  let lastToken: Uint8Array = new Uint8Array();
  const failures: string[] = [];
  const stream = service.listen(
    caller,
    DATABASE,
    (response) => {
      lines.push(line(response));
      if (response.kind === 'targetChange' && response.resumeToken !== null) lastToken = response.resumeToken;
    },
    (error) => failures.push(error.code),
  );
  const take = (): string[] => {
    const taken = lines;
    lines = [];
    return taken;
  };
  return { stream, failures, lastToken: () => lastToken, take };
}

export const write = (
  service: LocalFirestore,
  ...writes: Parameters<LocalFirestore['commit']>[2][number][]
) => service.commit(ADMIN, DATABASE, writes, null);

export const BY_N: StructuredQuery = { ...EVERYTHING, orderBy: [{ field: ['n'], direction: 'ASCENDING' }] };
export const POSITIVE: StructuredQuery = {
  ...EVERYTHING,
  where: { kind: 'field', field: ['n'], op: '>', value: 0n },
};
