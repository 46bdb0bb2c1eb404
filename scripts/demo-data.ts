import { demoDocuments } from './demo-data/documents.ts';
import { type DemoPerson, people } from './demo-data/people.ts';
import { storePictures } from './demo-data/pictures.ts';
import { importQuietly } from './demo-data/quiet-import.ts';
import { createAccounts, hasDocuments, knownEmails, type SuiteAddress } from './demo-data/suite-client.ts';

export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

export interface DemoOptions extends SuiteAddress {
  readonly storageHost: string;
  /** False: write nothing, only tell which demo people can sign in. */
  readonly fill: boolean;
}

/** Demo addresses are ASCII and go nowhere: example.com is reserved. */
const emailOf = (person: DemoPerson) =>
  `${person.name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()}@example.com`;

/**
 * Puts demo people, communities and conversations into an empty local suite. A suite that holds anybody's data is
 * left as it is. Resolves to the people a developer can sign in as: none when they are not there.
 */
export async function fillWithDemoData(options: DemoOptions): Promise<{ signIns: readonly DemoSignIn[] }> {
  if (options.fill && !(await hasDocuments(options, 'users'))) {
    const accounts = people.map((person) => ({
      localId: person.uid,
      email: emailOf(person),
      displayName: person.name,
      ...(person.password ? { rawPassword: person.password } : {}),
    }));
    await Promise.all([
      createAccounts(options, accounts),
      demoDocuments(Date.now()).then((documents) => importQuietly(options, documents)),
      storePictures(options),
    ]);
  }
  const signIns = people.flatMap((person) =>
    person.password ? [{ email: emailOf(person), password: person.password, name: person.name }] : [],
  );
  const known = await knownEmails(
    options,
    signIns.map(({ email }) => email),
  );
  return { signIns: signIns.filter(({ email }) => known.has(email)) };
}
