import { isFirestoreTime } from '@sameboat/model/time';
import type { DemoDocument } from './demo-document.ts';

/** The administrator of every local emulator. */
const administrator = { authorization: 'Bearer owner', 'content-type': 'application/json' };

/** What one commit may hold. */
const batchSize = 500;

/** A request to one of the suite's emulators as its administrator; throws with what was answered unless it went well. */
export async function callSuite(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: administrator, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** A value as Firestore's REST interface writes it. */
function toValue(value: unknown): unknown {
  if (value === null) return { nullValue: null };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  }
  if (Array.isArray(value)) return { arrayValue: { values: value.map(toValue) } };
  if (isFirestoreTime(value)) return { timestampValue: new Date(value.toMillis()).toISOString() };
  if (typeof value === 'object') return { mapValue: { fields: toFields(value) } };
  throw new Error(`The demo data has a ${typeof value} in it, which Firestore cannot store.`);
}

function toFields(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toValue(each)]));
}

export interface SuiteAddress {
  readonly firestoreHost: string;
  readonly authHost: string;
  readonly projectId: string;
}

/** Writes the documents in batches side by side. */
export async function writeDocuments(suite: SuiteAddress, documents: readonly DemoDocument[]): Promise<void> {
  const database = `projects/${suite.projectId}/databases/(default)`;
  const batches = Array.from({ length: Math.ceil(documents.length / batchSize) }, (_, index) =>
    documents.slice(index * batchSize, (index + 1) * batchSize),
  );
  await Promise.all(
    batches.map((batch) =>
      callSuite(`http://${suite.firestoreHost}/v1/${database}/documents:commit`, {
        writes: batch.map(({ path, data }) => ({
          update: { name: `${database}/documents/${path}`, fields: toFields(data) },
        })),
      }),
    ),
  );
}

export async function hasDocuments(suite: SuiteAddress, collection: string): Promise<boolean> {
  const url = `http://${suite.firestoreHost}/v1/projects/${suite.projectId}/databases/(default)/documents:runQuery`;
  const found = await callSuite(url, { structuredQuery: { from: [{ collectionId: collection }], limit: 1 } });
  return (
    Array.isArray(found) &&
    found.some((entry) => typeof entry === 'object' && entry !== null && 'document' in entry)
  );
}

export interface DemoAccount {
  readonly localId: string;
  readonly email: string;
  readonly displayName: string;
  readonly rawPassword?: string;
}

/** Creates accounts, all in one request. Accounts that are there already are replaced. */
export async function createAccounts(suite: SuiteAddress, accounts: readonly DemoAccount[]): Promise<void> {
  const url = `http://${suite.authHost}/identitytoolkit.googleapis.com/v1/projects/${suite.projectId}/accounts:batchCreate`;
  const result = await callSuite(url, {
    allowOverwrite: true,
    users: accounts.map((account) => ({ ...account, emailVerified: true })),
  });
  // The emulator lists an error for each account that it refused; an empty list is success.
  const refused = typeof result === 'object' && result !== null && 'error' in result ? result.error : [];
  if (!Array.isArray(refused) || refused.length > 0) {
    throw new Error(`The demo accounts could not be created: ${JSON.stringify(refused)}`);
  }
}

/** Which of these e-mail addresses have an account. */
export async function knownEmails(
  suite: SuiteAddress,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  const url = `http://${suite.authHost}/identitytoolkit.googleapis.com/v1/projects/${suite.projectId}/accounts:lookup`;
  const found = (await callSuite(url, { email: emails })) as { users?: readonly { email?: string }[] };
  return new Set((found.users ?? []).flatMap(({ email }) => (email ? [email] : [])));
}
