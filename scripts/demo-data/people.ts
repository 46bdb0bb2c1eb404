import type { TopicId } from '@sameboat/model/topics';

export interface DemoPerson {
  readonly uid: string;
  readonly handle: string;
  readonly name: string;
  readonly bio: string | null;
  /** An id of the model's list of places; null for somebody who keeps it to themselves. */
  readonly place: string | null;
  readonly topics: readonly TopicId[];
  /** Set for the two whom a developer can sign in as. */
  readonly password?: string;
}

const person = (
  key: string,
  name: string,
  place: string | null,
  topics: readonly TopicId[],
  bio: string | null = null,
  password?: string,
): DemoPerson => ({
  uid: `demo-${key}`,
  handle: key,
  name,
  bio,
  place,
  topics,
  ...(password ? { password } : {}),
});

/** Nobody here is real. */
export const people: readonly DemoPerson[] = [
  person(
    'ada',
    'Ada',
    'berlin',
    ['depression', 'sleep'],
    'Walks before coffee. Two years into getting better, one week at a time.',
    'calm-harbour-24',
  ),
  person(
    'ben_k',
    'Ben',
    'berlin',
    ['depression', 'anxiety'],
    'I fix bicycles and over-think everything else.',
    'quiet-lantern-31',
  ),
  person('mira', 'Mira', 'berlin', ['bipolar'], 'Potter. Mostly even-keeled since March.'),
  person('jonas', 'Jonas', 'berlin', ['depression'], 'New here. Be patient with me.'),
  person('leila', 'Leila', 'berlin', ['anxiety', 'panic'], null),
  person(
    'marek',
    'Marek',
    'berlin',
    ['depression', 'chronic-illness'],
    'Two cats, one window, a lot of tea.',
  ),
  person('tom_w', 'Tom', 'london', ['adhd'], 'Seventeen half-finished projects. Ask me about any of them.'),
  person('priya', 'Priya', 'london', ['anxiety'], 'Nurse. Better at looking after others.'),
  person('noah', 'Noah', 'london', ['adhd', 'anxiety'], null),
  person('kofi', 'Kofi', 'london', ['adhd'], 'Diagnosed at 41. It explains the keys in the fridge.'),
  person('sofia', 'Sofia', 'madrid', ['eating'], 'Learning to like Sundays again.'),
  person('ines', 'Inés', 'madrid', ['eating', 'anxiety'], null),
  person('rosa', 'Rosa', 'madrid', ['eating'], 'Ten years on. It does get quieter.'),
  person('omar', 'Omar', 'london', ['sleep', 'anxiety'], 'أكتب بالعربية والإنجليزية'),
  person('yael', 'Yael', null, ['sleep', 'ptsd'], null),
  person('grace', 'Grace', 'dublin', ['grief'], 'My brother Dónal taught me to whistle. I still do.'),
  person('hana', 'Hana', 'amsterdam', ['ptsd'], 'Drawing, mostly boats.'),
  person('lucas', 'Lucas', 'amsterdam', ['ptsd', 'sleep'], null),
  person('wim', 'Wim', 'amsterdam', ['ptsd'], 'Retired from the fire service. Grandfather of four.'),
  person('elif', 'Elif', 'hamburg', ['burnout'], 'Out of the office, properly this time.'),
  person('anders', 'Anders', 'stockholm', ['addiction'], '612 days.'),
  person('chloe', 'Chloe', 'toronto', ['loneliness', 'sleep'], null),
  person('david', 'David', 'new-york', ['carers'], 'Dad of a wonderful, struggling nineteen-year-old.'),
  person('maya', 'Maya', 'new-york', ['carers', 'burnout'], 'My sister and I, mostly in that order.'),
];

/** The person who is called `key` in the conversations. */
export function personCalled(key: string): DemoPerson {
  const found = people.find(({ handle, name }) => handle === key || name.toLowerCase() === key);
  if (!found) throw new Error(`The demo data speaks of "${key}", who is not among its people.`);
  return found;
}
