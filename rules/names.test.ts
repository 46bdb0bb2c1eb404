import { readFileSync } from 'node:fs';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import {
  badNames,
  blankTexts,
  goodGroupNames,
  goodNames,
  inkyTexts,
  reservedGroupNames,
  reservedPersonNames,
} from '@sameboat/model/fixtures/name';
import { handlePattern } from '@sameboat/model/handle';
import { inkPattern } from '@sameboat/model/text-ink';
import { nameCharacters, nameRefused, nameShape } from '@sameboat/model/text-name';
import { inRules } from '@sameboat/model/text-pattern';
import {
  reservedGaps,
  reservedGroupName,
  reservedHandle,
  reservedMarks,
  reservedPersonName,
  reservedSigns,
  reservedSpelled,
} from '@sameboat/model/text-reserved';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sending } from './acts.ts';
import { world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit } from './write.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.begin(seed));
afterAll(() => world.close());

const call = (displayName: string) =>
  commit(world.as('ada'), ['update', 'users/ada', { displayName, updatedAt: now }]);
const callGroup = (name: string) => commit(world.as('ada'), ['update', 'chats/evening', { name }]);
const say = (text: string) =>
  commit(world.as('ada'), ...sending('evening', 'ada', { id: autoId('new'), text }));

describe('the name of a person', () => {
  it.each(goodNames)('can be %j', async (name) => {
    await allows(call(name));
  });

  it.each(Object.entries(badNames))('is refused: %s', async (_why, name) => {
    await refuses(call(name));
  });

  it.each(reservedPersonNames)('is not %j, which would pass for Otter or for staff', async (name) => {
    await refuses(call(name));
  });
});

describe('the name of a chat', () => {
  it.each(goodGroupNames)('can be %j', async (name) => {
    await allows(callGroup(name));
  });

  it.each(reservedGroupNames)('is not %j, which would pass for one of Sameboat’s own', async (name) => {
    await refuses(callGroup(name));
  });
});

describe('the text of a message', () => {
  it.each(inkyTexts)('can be %j', async (text) => {
    await allows(say(text));
  });

  it.each(Object.entries(blankTexts))('is refused when it shows nothing: %s', async (_why, text) => {
    await refuses(say(text));
  });
});

describe('firestore.rules', () => {
  const rules = readFileSync(new URL('../firestore.rules', import.meta.url), 'utf8');

  it.each(
    Object.entries({
      nameCharacters,
      nameShape,
      nameRefused,
      reservedMarks,
      reservedGaps,
      reservedSigns,
      reservedSpelled,
      reservedPersonName,
      reservedGroupName,
      reservedHandle,
      handlePattern,
      inkPattern,
    }),
  )('holds the pattern %s of the model', (_name, pattern) => {
    expect(rules).toContain(inRules(pattern));
  });
});
