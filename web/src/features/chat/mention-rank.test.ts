import { describe, expect, it } from 'vitest';
import { rankPeople } from './mention-rank.ts';

const person = (name: string, handle: string | null = null) => ({ id: name, name, handle, picture: null });
const people = [
  person('Zoë Müller', 'lake_zoe'),
  person('Émile'),
  person('Ben Lake', 'benny'),
  person("Mary O'Neil", 'quiet_sea'),
  person('Lake'),
  person('علي'),
];
const found = (typed: string, limit = 6) => rankPeople(people, typed, limit).map(({ name }) => name);

describe('the people that fit what was typed', () => {
  it('are found by name or handle, whatever the case and the accents', () => {
    expect(found('emi')).toEqual(['Émile']);
    expect(found('ZOE M')).toEqual(['Zoë Müller']);
    expect(found('muell')).toEqual([]);
    expect(found('mull')).toEqual(['Zoë Müller']);
    expect(found('quiet')).toEqual(["Mary O'Neil"]);
    expect(found('nei')).toEqual(["Mary O'Neil"]);
    expect(found('عل')).toEqual(['علي']);
    expect(found('ake')).toEqual([]);
  });

  it('come in order: those whose name begins so, then the others, each as they were', () => {
    expect(found('lake')).toEqual(['Lake', 'Zoë Müller', 'Ben Lake']);
    expect(found('')).toEqual(people.map(({ name }) => name));
    expect(found('', 2)).toEqual(['Zoë Müller', 'Émile']);
  });
});
