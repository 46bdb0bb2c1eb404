/** Resource names, `projects/P/databases/D/documents/…`, to and from a database and a path relative to its root. */
import type { DatabaseId } from './document.ts';
import { StatusError } from './status.ts';

export interface ResourceName {
  readonly database: DatabaseId;
  /** Relative to the documents root; '' is the root. */
  readonly path: string;
}

/** `projects/P/databases/D`. Throws INVALID_ARGUMENT naming the first character that is wrong. */
export function fromDatabaseName(name: string): DatabaseId {
  const scan = new Scan('Database', name);
  const database = scan.database();
  // The words that clients of the reference have reported.
  if (!scan.done) scan.fail(`has extra characters at index ${scan.index}`);
  return database;
}

/** A document: an even number of segments below the root. */
export function fromDocumentName(name: string): ResourceName {
  const scan = new Scan('Document', name);
  const database = scan.database();
  const path = scan.documentPath();
  if (path === '') scan.lacks('"/"');
  return { database, path };
}

/** What a collection can lie under: a document, or the documents root. */
export function fromParentName(name: string): ResourceName {
  // https://github.com/firebase/firebase-tools-ui/issues/645
  const scan = new Scan('Document parent', name);
  return { database: scan.database(), path: scan.documentPath() };
}

export function toDatabaseName({ project, database }: DatabaseId): string {
  return `projects/${project}/databases/${database}`;
}

export function toDocumentName(database: DatabaseId, path: string): string {
  return `projects/${database.project}/databases/${database.database}/documents/${path}`;
}

class Scan {
  index = 0;

  constructor(
    private readonly what: 'Database' | 'Document' | 'Document parent',
    private readonly name: string,
  ) {}

  get done(): boolean {
    return this.index >= this.name.length;
  }

  database(): DatabaseId {
    this.literal('projects');
    this.slash();
    const project = this.segment('a project id');
    this.slash();
    this.literal('databases');
    this.slash();
    return { project, database: this.segment('a database id') };
  }

  documentPath(): string {
    this.slash();
    this.literal('documents');
    const start = this.index + 1;
    while (!this.done) {
      this.slash();
      if (this.done) this.fail('has invalid trailing "/"');
      this.segment('a collection id');
      this.slash();
      if (this.done) this.fail('has invalid trailing "/"');
      this.segment('a resource id');
    }
    return this.name.slice(start);
  }

  lacks(what: string): never {
    this.fail(`lacks ${what} at index ${this.index}`);
  }

  fail(problem: string): never {
    throw new StatusError('INVALID_ARGUMENT', `${this.what} name "${this.name}" ${problem}.`);
  }

  private slash(): void {
    if (this.name[this.index] !== '/') this.lacks('"/"');
    this.index += 1;
  }

  private literal(word: string): void {
    if (!this.name.startsWith(word, this.index)) this.lacks(`"${word}"`);
    this.index += word.length;
  }

  private segment(what: string): string {
    const slash = this.name.indexOf('/', this.index);
    const end = slash < 0 ? this.name.length : slash;
    if (end === this.index) this.lacks(what);
    const segment = this.name.slice(this.index, end);
    this.index = end;
    return segment;
  }
}
