import type { Timestamp } from './timestamp.ts';
import type { MapValue } from './value.ts';

/** A stored document. `path` is relative to the database's `documents` root: `communities/a/members/b`. */
export interface Document {
  readonly path: string;
  readonly fields: MapValue;
  readonly createTime: Timestamp;
  readonly updateTime: Timestamp;
}

/** A parsed field path: `['a', 'b c']` for `` a.`b c` ``. */
export type FieldPath = readonly string[];

/** A database: `projects/{project}/databases/{database}`. */
export interface DatabaseId {
  readonly project: string;
  readonly database: string;
}
