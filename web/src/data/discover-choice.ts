import '@sameboat/model/without-eval';
import { type Place, placeSchema } from '@sameboat/model/place';
import { type TopicId, topicSchema } from '@sameboat/model/topics';
import * as z from 'zod/mini';
import { deviceKey, deviceStore } from './device-store.ts';

/** What a person looks for. It stays on this device until they sign out, and stands in no address and no history. */
export interface DiscoverChoice {
  readonly topics: readonly TopicId[];
  readonly place: Place | null;
  readonly withinKm: number;
  /** What a community's name begins with; empty for any. */
  readonly name: string;
  /** Only communities in which somebody has written in the last seven days. */
  readonly activeThisWeek: boolean;
}

/** The areas to choose from, in kilometres, each the next wider of the one before. */
export const AREAS_KM = [25, 50, 100, 250] as const;

const START: DiscoverChoice = { topics: [], place: null, withinKm: 50, name: '', activeThisWeek: false };

const choiceSchema = z.object({
  topics: z.array(topicSchema),
  place: z.nullable(placeSchema),
  withinKm: z.literal(AREAS_KM),
  name: z.string(),
  activeThisWeek: z.boolean(),
});

/** The choice that `uid` left here; what cannot be read is as if nothing was chosen. */
export function readDiscoverChoice(uid: string): DiscoverChoice {
  const stored = deviceStore.get(deviceKey('discover', uid));
  if (stored === null) return START;
  try {
    return choiceSchema.safeParse(JSON.parse(stored)).data ?? START;
  } catch {
    return START;
  }
}

export function keepDiscoverChoice(uid: string, choice: DiscoverChoice): void {
  deviceStore.set(deviceKey('discover', uid), JSON.stringify(choice));
}
