/** Triggers as the Functions emulator registers them. */
import { StatusError } from '../values/status.ts';
import { asObject } from '../wire/json-scalar.ts';
import { compilePathPattern, type PathPattern } from './path-pattern.ts';

export type Happening = 'created' | 'updated' | 'deleted' | 'written';

export interface Trigger {
  readonly project: string;
  readonly id: string;
  readonly database: string;
  readonly happening: Happening;
  readonly matches: PathPattern;
  /** First-generation functions get JSON of another shape; the others a CloudEvent, with or without who did it. */
  readonly style: 'legacy' | 'cloudEvent' | 'cloudEventWithAuth';
  /** As the function will read it. */
  readonly eventType: string;
}

const CLOUD_EVENT =
  /^google\.cloud\.firestore\.document\.v1\.(created|updated|deleted|written)(\.withAuthContext)?$/;
const LEGACY =
  /^(?:providers\/cloud\.firestore\/eventTypes|google\.firestore)\/?\.?document\.(create|update|delete|write)$/;
const LEGACY_RESOURCE = /^projects\/[^/]+\/databases\/([^/]+)\/documents\/(.+)$/s;
const PAST: Readonly<Record<string, Happening>> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  write: 'written',
};

/** Body of `POST …/eventarcTrigger`. Throws INVALID_ARGUMENT. */
export function fromEventarcTrigger(project: string, id: string, body: unknown): Trigger {
  const { eventType, database, document } = asObject(body);
  const type = CLOUD_EVENT.exec(text(eventType));
  if (!type) throw invalid(`Unknown event type "${text(eventType)}".`);
  const { value, matchType } = asObject(document);
  return {
    project,
    id,
    database: text(database) || '(default)',
    happening: type[1] as Happening,
    matches: compilePathPattern(text(value), matchType === 'EXACT'),
    style: type[2] ? 'cloudEventWithAuth' : 'cloudEvent',
    eventType: text(eventType),
  };
}

/** Body of `PUT …/triggers/ID`. Throws INVALID_ARGUMENT. */
export function fromLegacyTrigger(project: string, id: string, body: unknown): Trigger {
  const { eventType, resource } = asObject(asObject(body).eventTrigger);
  const happening = PAST[LEGACY.exec(text(eventType))?.[1] ?? ''];
  const place = LEGACY_RESOURCE.exec(text(resource));
  if (!happening || !place)
    throw invalid(`Unknown event trigger "${text(eventType)}" of "${text(resource)}".`);
  return {
    project,
    id,
    database: place[1] ?? '(default)',
    happening,
    matches: compilePathPattern(place[2] ?? '', false),
    style: 'legacy',
    eventType: text(eventType),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function invalid(message: string): StatusError {
  return new StatusError('INVALID_ARGUMENT', message);
}
