import { type MessageSchema, schemaOf } from './schema.ts';

/** A message in memory: camelCase names; absent fields are left out. */
export type Message = Record<string, unknown>;

/** Ties a proto message's schema to the TypeScript shape that decoding it gives. */
export class MessageType<T> {
  private loaded: MessageSchema | null = null;
  declare readonly shape: T;

  constructor(readonly fullName: string) {}

  get schema(): MessageSchema {
    this.loaded ??= schemaOf(this.fullName);
    return this.loaded;
  }
}
