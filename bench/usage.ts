import { firestoreHost } from '../e2e/suite/suite.ts';
import { project } from '../scripts/suite/config.ts';

/** What functions and this benchmark have used, as Firestore bills it, without listeners. */
export interface Usage {
  readonly reads: number;
  readonly writes: number;
  readonly deletes: number;
  /** Transactions that were turned away because others held what they read. */
  readonly aborted: number;
}

const endpoint = () => `http://${firestoreHost()}/emulator/v1/projects/${project}:usage`;

export async function takeUsage(): Promise<Usage> {
  const { admin } = (await (await fetch(endpoint())).json()) as { admin: Usage };
  await fetch(endpoint(), { method: 'DELETE' });
  return admin;
}
