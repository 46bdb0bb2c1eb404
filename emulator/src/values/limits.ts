/** The sizes that Firestore allows, and the sentences in which Google's emulator refuses more. */

import { checkDocumentPath } from './document-name.ts';
import { GeoPoint } from './geo-point.ts';
import { Reference } from './reference.ts';
import { fromDocumentName } from './resource-name.ts';
import { StatusError } from './status.ts';
import { Timestamp } from './timestamp.ts';
import { isVector } from './type-order.ts';
import { utf8Length } from './utf8.ts';
import type { MapValue, Value } from './value.ts';

const MAX_VALUE_BYTES = 1_048_487;
const MAX_NAME_BYTES = 1500;
const MAX_DOCUMENT_BYTES = 1_048_576;
const MAX_LEVELS = 20;
/** An array's elements count as properties of this name. */
const ARRAY_ELEMENT = 'array';
const RESERVED_NAME = /^__.*__$/s;
/** Brings documented sizes to the recorded limit: two strings of together 1,048,486 bytes still fit. */
const ENTITY_OVERHEAD = 32;

/**
 * Throws INVALID_ARGUMENT unless the fields may be stored at `path`. Returns the document's size in bytes, as
 * https://firebase.google.com/docs/firestore/storage-size counts it.
 */
export function checkFields(path: string, fields: MapValue): number {
  for (const [name, value] of fields) {
    checkNotReserved(name);
    checkStructure(value);
  }
  let size = pathSize(path) + 32 + ENTITY_OVERHEAD;
  for (const [name, value] of fields) {
    const nameBytes = utf8Length(name);
    if (nameBytes === 0) throw invalid('The property.name is the empty string.');
    if (nameBytes > MAX_NAME_BYTES)
      throw invalid(`The property.name is longer than ${MAX_NAME_BYTES} bytes.`);
    size += nameBytes + 1 + checkProperty(name, nameBytes, value);
  }
  if (size > MAX_DOCUMENT_BYTES) throw invalid(`maximum entity size is ${MAX_DOCUMENT_BYTES} bytes`);
  return size;
}

/** Throws INVALID_ARGUMENT for a field name that Firestore keeps to itself, as `__name__`. */
export function checkNotReserved(name: string): void {
  if (RESERVED_NAME.test(name)) throw invalid(`field name ${name} is reserved`);
}

/** What no value may hold anywhere: an array directly in an array, a reserved map key, a malformed reference. */
export function checkStructure(value: Value): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Map) {
    if (isVector(value)) return;
    for (const [key, inner] of value) {
      if (RESERVED_NAME.test(key)) throw invalid(`field name '${key}' is reserved.`);
      checkStructure(inner);
    }
  } else if (Array.isArray(value)) {
    for (const inner of value) {
      if (Array.isArray(inner)) throw invalid('Nested arrays are not allowed');
      checkStructure(inner);
    }
  } else if (value instanceof Reference) {
    checkReference(value);
  } else if (value instanceof GeoPoint) {
    checkGeoPoint(value);
  }
}

/** A reference names a document of any database, whether it exists or not. Throws INVALID_ARGUMENT. */
export function checkReference({ name }: Reference): void {
  checkDocumentPath(fromDocumentName(name).path);
}

function checkGeoPoint(point: GeoPoint): void {
  if (!(Math.abs(point.latitude) <= 90)) {
    throw invalid('GeoPoint latitude must be in the range [-90, 90].');
  }
  if (!(Math.abs(point.longitude) <= 180)) {
    throw invalid('GeoPoint longitude must be in the range [-180, 180].');
  }
}

/** The bytes that a value takes. */
export function valueSize(value: Value): number {
  switch (typeof value) {
    case 'boolean':
      return 1;
    case 'bigint':
    case 'number':
      return 8;
    case 'string':
      return utf8Length(value) + 1;
    default:
      break;
  }
  if (value === null) return 1;
  if (value instanceof Map) {
    let size = 0;
    for (const [name, inner] of value) size += utf8Length(name) + 1 + valueSize(inner);
    return size;
  }
  if (value instanceof Timestamp) return 8;
  if (value instanceof Uint8Array) return value.length;
  if (value instanceof Reference) return pathSize(value.name.split('/').slice(5).join('/'));
  if (value instanceof GeoPoint) return 16;
  let size = 0;
  for (const inner of value) size += valueSize(inner);
  return size;
}

function pathSize(path: string): number {
  return utf8Length(path) + 1 + 16;
}

function checkProperty(name: string, nameBytes: number, value: Value): number {
  if (typeof value === 'string' || value instanceof Uint8Array) {
    checkLength(name, value);
  } else if (Array.isArray(value)) {
    for (const each of value) {
      if (typeof each === 'string' || each instanceof Uint8Array) checkLength(ARRAY_ELEMENT, each);
      else if (each instanceof Map) checkEntity(ARRAY_ELEMENT, ARRAY_ELEMENT.length, each, 2);
    }
  } else if (value instanceof Map) {
    checkEntity(name, nameBytes, value, 1);
  }
  return valueSize(value);
}

/** A map is an entity inside its property; whatever is wrong inside, the outermost property is blamed. */
function checkEntity(name: string, nameBytes: number, map: MapValue, level: number): void {
  if (isVector(map)) return;
  const fault = findFault(map, nameBytes, level, false);
  if (fault === null) return;
  // The record of 21 alternating levels blames the element; whether its outermost level was a map is not certain.
  throw invalid(`Property ${fault === 'element' ? ARRAY_ELEMENT : name} contains an invalid nested entity.`);
}

type Fault = 'inside' | 'element' | null;

/**
 * `nameBytes`: the length of the dotted path of this value; an array's elements are called `array` in place of
 * the array's own name. `level`: how deep this container lies, from 1.
 */
function findFault(value: Value, nameBytes: number, level: number, inArray: boolean, parentBytes = 0): Fault {
  if (typeof value === 'string' || value instanceof Uint8Array) {
    return byteLength(value) > MAX_VALUE_BYTES ? 'inside' : null;
  }
  if (Array.isArray(value)) {
    if (level > MAX_LEVELS) return 'inside';
    for (const each of value) {
      const fault = findFault(each, parentBytes + 1 + ARRAY_ELEMENT.length, level + 1, true);
      if (fault !== null) return fault;
    }
    return null;
  }
  if (!(value instanceof Map) || isVector(value)) return null;
  if (level > MAX_LEVELS) return inArray && !holdsContainer(value) ? 'element' : 'inside';
  for (const [name, each] of value) {
    const length = nameBytes + 1 + utf8Length(name);
    if (name === '' || length > MAX_NAME_BYTES) return 'inside';
    const fault = findFault(each, length, level + 1, false, nameBytes);
    if (fault !== null) return fault;
  }
  return null;
}

function holdsContainer(map: MapValue): boolean {
  for (const value of map.values()) if (value instanceof Map || Array.isArray(value)) return true;
  return false;
}

function checkLength(name: string, value: string | Uint8Array): void {
  if (byteLength(value) > MAX_VALUE_BYTES) {
    throw invalid(`The value of property "${name}" is longer than ${MAX_VALUE_BYTES} bytes.`);
  }
}

function byteLength(value: string | Uint8Array): number {
  if (typeof value !== 'string') return value.length;
  return value.length * 3 <= MAX_VALUE_BYTES ? value.length : utf8Length(value);
}

function invalid(message: string): StatusError {
  return new StatusError('INVALID_ARGUMENT', message);
}
