import { createRequire } from 'node:module';

/** One node of protobufjs' JSON form of .proto files: a namespace, a message, or an enum. */
export interface DescriptorNode {
  readonly nested?: Readonly<Record<string, DescriptorNode>>;
  readonly fields?: Readonly<Record<string, DescriptorField>>;
  readonly oneofs?: Readonly<Record<string, { readonly oneof: readonly string[] }>>;
  readonly values?: Readonly<Record<string, number>>;
}

export interface DescriptorField {
  readonly type: string;
  readonly id: number;
  readonly rule?: string;
  readonly keyType?: string;
}

/**
 * The published Firestore protos. They come inside the Firestore library that firebase-admin depends on, wherever
 * the package manager has put it. The bundle replaces this module by the parts that are used.
 */
export function loadDescriptor(): DescriptorNode {
  const here = createRequire(import.meta.url);
  const admin = createRequire(here.resolve('firebase-admin'));
  return admin('@google-cloud/firestore/build/protos/v1.json') as DescriptorNode;
}
