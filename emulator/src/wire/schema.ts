/**
 * The shape of each message, read from the descriptor when it is first used. Everything that turns bytes or JSON
 * into messages is driven by these tables, so both encodings know the same fields.
 */
import { type DescriptorField, type DescriptorNode, loadDescriptor } from './descriptor.ts';

/**
 * How a field is kept in memory: a scalar; an enum (its name); a nested message; or one of the types that have an
 * exact form of their own: a Firestore value, a timestamp, a wrapped number.
 */
export type FieldKind =
  | 'bool'
  | 'int32'
  | 'int64'
  | 'double'
  | 'string'
  | 'bytes'
  | 'enum'
  | 'message'
  | 'value'
  | 'timestamp'
  | 'wrapper';

const WIRE_TYPES: Readonly<Record<FieldKind, number>> = {
  bool: 0,
  int32: 0,
  int64: 0,
  enum: 0,
  double: 1,
  string: 2,
  bytes: 2,
  message: 2,
  value: 2,
  timestamp: 2,
  wrapper: 2,
};

export interface FieldSchema {
  readonly number: number;
  /** The number and the wire type of a single value, as they stand before it. */
  readonly tag: number;
  readonly jsonName: string;
  readonly protoName: string;
  readonly kind: FieldKind;
  readonly cardinality: 'one' | 'many' | 'map';
  /** Of a message or wrapper. */
  readonly message: MessageSchema | null;
  readonly enumeration: EnumSchema | null;
  /** The JSON names of the other members of the field's oneof; null outside of one. */
  readonly rivals: readonly string[] | null;
}

export interface EnumSchema {
  readonly names: ReadonlyMap<number, string>;
  readonly numbers: ReadonlyMap<string, number>;
}

export class MessageSchema {
  private built: {
    list: FieldSchema[];
    byNumber: Map<number, FieldSchema>;
    byName: Map<string, FieldSchema>;
  } | null = null;

  constructor(
    private readonly node: DescriptorNode,
    private readonly scope: readonly string[],
  ) {}

  get fields(): readonly FieldSchema[] {
    return this.build().list;
  }

  field(number: number): FieldSchema | undefined {
    return this.build().byNumber.get(number);
  }

  /** By either spelling: `updateMask` or `update_mask`. */
  fieldNamed(name: string): FieldSchema | undefined {
    return this.build().byName.get(name);
  }

  private build() {
    if (this.built) return this.built;
    const rivals = new Map<string, readonly string[]>();
    for (const { oneof } of Object.values(this.node.oneofs ?? {})) {
      for (const name of oneof) {
        rivals.set(
          name,
          oneof.filter((other) => other !== name),
        );
      }
    }
    const built = { list: [] as FieldSchema[], byNumber: new Map(), byName: new Map() };
    for (const [name, field] of Object.entries(this.node.fields ?? {})) {
      const schema = fieldSchema(name, field, this.scope, rivals.get(name) ?? null);
      built.list.push(schema);
      built.byNumber.set(schema.number, schema);
      built.byName.set(schema.jsonName, schema);
      built.byName.set(schema.protoName, schema);
    }
    built.list.sort((a, b) => a.number - b.number);
    this.built = built;
    return built;
  }
}

const SCALARS = new Set(['bool', 'int32', 'int64', 'double', 'string', 'bytes']);
const EXACT: Readonly<Record<string, FieldKind>> = {
  'google.firestore.v1.Value': 'value',
  'google.protobuf.Timestamp': 'timestamp',
  'google.protobuf.Int32Value': 'wrapper',
  'google.protobuf.Int64Value': 'wrapper',
  'google.protobuf.DoubleValue': 'wrapper',
};

function fieldSchema(
  name: string,
  field: DescriptorField,
  scope: readonly string[],
  rivals: readonly string[] | null,
): FieldSchema {
  const cardinality = field.keyType ? 'map' : field.rule === 'repeated' ? 'many' : 'one';
  const base = {
    number: field.id,
    jsonName: name,
    protoName: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    cardinality,
    rivals,
  } as const;
  if (SCALARS.has(field.type)) {
    const kind = field.type as FieldKind;
    return { ...base, kind, tag: tagOf(field.id, kind), message: null, enumeration: null };
  }
  const { node, path } = resolve(field.type, scope);
  if (node.values) {
    return {
      ...base,
      kind: 'enum',
      tag: tagOf(field.id, 'enum'),
      message: null,
      enumeration: enumSchema(node.values),
    };
  }
  const kind = EXACT[path.join('.')] ?? 'message';
  const message = kind === 'message' || kind === 'wrapper' ? messageAt(node, path) : null;
  return { ...base, kind, tag: tagOf(field.id, kind), message, enumeration: null };
}

function tagOf(number: number, kind: FieldKind): number {
  return ((number << 3) | WIRE_TYPES[kind]) >>> 0;
}

function enumSchema(values: Readonly<Record<string, number>>): EnumSchema {
  const numbers = new Map(Object.entries(values));
  return { numbers, names: new Map([...numbers].map(([name, number]) => [number, name])) };
}

const ROOT = withUnpublished(loadDescriptor());
const schemas = new Map<string, MessageSchema>();

/** The schema of a message by its full name, `google.firestore.v1.CommitRequest`. */
export function schemaOf(fullName: string): MessageSchema {
  const { node, path } = resolve(fullName, []);
  return messageAt(node, path);
}

function messageAt(node: DescriptorNode, path: readonly string[]): MessageSchema {
  const name = path.join('.');
  const known = schemas.get(name);
  if (known) return known;
  const schema = new MessageSchema(node, path);
  schemas.set(name, schema);
  return schema;
}

/** Finds a type as protobuf does: from the innermost scope outwards. */
function resolve(type: string, scope: readonly string[]): { node: DescriptorNode; path: string[] } {
  const wanted = type.split('.');
  for (let depth = scope.length; depth >= 0; depth -= 1) {
    const path = [...scope.slice(0, depth), ...wanted];
    let node: DescriptorNode | undefined = ROOT;
    for (const part of path) node = node?.nested?.[part];
    if (node) return { node, path };
  }
  throw new Error(`The protos have no type ${type}.`);
}

/** What the SDKs and emulators use and the published protos lack. */
function withUnpublished(root: DescriptorNode): DescriptorNode {
  const google = root.nested?.google;
  const firestore = google?.nested?.firestore?.nested?.v1?.nested;
  const write = firestore?.Write;
  if (!google || !firestore || !write) throw new Error('The Firestore protos are not what was expected.');
  const operations = write.oneofs?.operation?.oneof ?? [];
  const v1: DescriptorNode = {
    nested: {
      ...firestore,
      // A web transaction sends what it read but did not write as `verify`.
      Write: {
        ...write,
        fields: { ...write.fields, verify: { type: 'string', id: 5 } },
        oneofs: { ...write.oneofs, operation: { oneof: [...operations, 'verify'] } },
      },
      // The reference ends an aggregation over REST with `done`, which the proto has for queries only.
      RunAggregationQueryResponse: {
        ...firestore.RunAggregationQueryResponse,
        fields: { ...firestore.RunAggregationQueryResponse?.fields, done: { type: 'bool', id: 100 } },
      },
      // Only as much as is needed to refuse it.
      ExecutePipelineRequest: { fields: { database: { type: 'string', id: 1 } } },
      // The payload of a document event: google.events.cloud.firestore.v1.DocumentEventData.
      DocumentEventData: {
        fields: {
          value: { type: 'Document', id: 1 },
          oldValue: { type: 'Document', id: 2 },
          updateMask: { type: 'DocumentMask', id: 3 },
        },
      },
    },
  };
  return { nested: { google: { nested: { ...google.nested, firestore: { nested: { v1 } } } } } };
}
