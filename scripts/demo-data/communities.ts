import type { TopicId } from '@sameboat/model/topics';
import { morningCheckIns } from './check-ins.ts';
import type { Scene } from './conversation.ts';
import * as talk from './conversations.ts';
import { eveningGroup } from './evening-group.ts';

export interface DemoChat {
  readonly name: string;
  readonly about: string;
  /** Who is in it; the first opened it. */
  readonly members: readonly string[];
  readonly scenes: readonly Scene[];
}

export interface DemoCommunity {
  readonly name: string;
  readonly about: string;
  readonly rules: string;
  readonly topic: TopicId;
  readonly place: string | null;
  /** The first founded it. */
  readonly members: readonly string[];
  readonly chats: readonly DemoChat[];
}

const kindRules =
  'Speak for yourself. Ask before you advise. What is said here stays here. No details of methods, doses or numbers. In an emergency use Help; we are company, not a crisis service.';

export const communities: readonly DemoCommunity[] = [
  {
    name: 'Evening harbour',
    about:
      'For people around Berlin who know the long evenings. We write in the mornings, talk in the evenings, and once a month we walk along the canal, slowly.',
    rules: kindRules,
    topic: 'depression',
    place: 'berlin',
    members: [
      'mira',
      'ada',
      'ben_k',
      'marek',
      'jonas',
      'leila',
      'elif',
      'anders',
      'chloe',
      'omar',
      'hana',
      'priya',
    ],
    chats: [
      {
        name: 'Evening group',
        about: 'Come as you are, leave when you like.',
        members: ['mira', 'ada', 'ben_k', 'marek', 'jonas'],
        scenes: eveningGroup,
      },
      {
        name: 'Morning check-in',
        about: 'How was the night, and one thing for today.',
        members: ['ada', 'ben_k', 'marek', 'mira', 'jonas', 'leila'],
        scenes: morningCheckIns(),
      },
      {
        name: 'Canal walks',
        about: 'Where and when. No need to sign up.',
        members: ['marek', 'ada', 'elif'],
        scenes: [],
      },
    ],
  },
  {
    name: 'Steady hands',
    about: 'Londoners who rehearse phone calls. Practice, patience and the occasional magpie.',
    rules: kindRules,
    topic: 'anxiety',
    place: 'london',
    members: ['priya', 'noah', 'omar', 'leila', 'ben_k', 'ines', 'tom_w'],
    chats: [
      {
        name: 'Box 4',
        about: 'For when it is happening now.',
        members: ['priya', 'noah', 'leila', 'omar', 'ben_k'],
        scenes: talk.steadyHands,
      },
    ],
  },
  {
    name: 'Two tides',
    about: 'Up, down and the long way between. For people in and around Berlin who live with both.',
    rules: kindRules,
    topic: 'bipolar',
    place: 'berlin',
    members: ['mira', 'marek', 'ada'],
    chats: [
      {
        name: 'Tide tables',
        about: 'What we notice, and what we do then.',
        members: ['mira', 'marek', 'ada'],
        scenes: talk.twoTides,
      },
    ],
  },
  {
    name: 'Many tabs open',
    about: 'Sit down together, one thing at a time, or at least near each other.',
    rules: `${kindRules} Interrupting is allowed.`,
    topic: 'adhd',
    place: 'london',
    members: ['tom_w', 'kofi', 'noah', 'priya', 'maya'],
    chats: [
      {
        name: 'Sitting down',
        about: 'Body doubling, most days at ten.',
        members: ['tom_w', 'kofi', 'noah'],
        scenes: talk.manyTabs,
      },
    ],
  },
  {
    name: 'After the storm',
    about: 'Amsterdam and near it. For whoever is easily startled, and whoever sits with them.',
    rules: kindRules,
    topic: 'ptsd',
    place: 'amsterdam',
    members: ['wim', 'hana', 'lucas', 'yael'],
    chats: [
      {
        name: 'The library',
        about: 'Thick walls and a kettle.',
        members: ['wim', 'hana', 'lucas', 'yael'],
        scenes: talk.afterTheStorm,
      },
    ],
  },
  {
    name: 'Table for us',
    about: 'Madrid. Meals, families, mirrors, and how to get past them. No numbers here, ever.',
    rules: kindRules,
    topic: 'eating',
    place: 'madrid',
    members: ['rosa', 'sofia', 'ines'],
    chats: [
      {
        name: 'Sundays',
        about: 'Before and after.',
        members: ['rosa', 'sofia', 'ines'],
        scenes: talk.tableForUs,
      },
    ],
  },
  {
    name: 'The empty chair',
    about: 'For people in Dublin and beyond who miss somebody. You may say the name here.',
    rules: kindRules,
    topic: 'grief',
    place: 'dublin',
    members: ['grace', 'chloe', 'david', 'wim'],
    chats: [
      {
        name: 'Say the name',
        about: 'Stories, birthdays, bad cake.',
        members: ['grace', 'chloe', 'david'],
        scenes: talk.emptyChair,
      },
    ],
  },
  {
    name: 'Slow mornings',
    about: 'Burned out in the north. We are in no hurry.',
    rules: kindRules,
    topic: 'burnout',
    place: 'hamburg',
    members: ['elif', 'maya', 'ada', 'priya'],
    chats: [
      {
        name: 'The ferry',
        about: 'It has no timetable.',
        members: ['elif', 'maya', 'ada'],
        scenes: talk.slowMornings,
      },
    ],
  },
  {
    name: 'Holding the rope',
    about: 'For parents, partners, sisters and friends of somebody who is struggling.',
    rules: kindRules,
    topic: 'carers',
    place: 'new-york',
    members: ['maya', 'david', 'chloe', 'grace'],
    chats: [
      {
        name: 'Long answers',
        about: 'Write it here instead.',
        members: ['maya', 'david', 'chloe', 'grace'],
        scenes: talk.holdingTheRope,
      },
    ],
  },
  {
    name: 'Night shift',
    about: 'Awake, wherever you are. Lamps low.',
    rules: kindRules,
    topic: 'sleep',
    place: null,
    members: ['chloe', 'omar', 'yael', 'lucas', 'ada', 'ben_k'],
    chats: [
      {
        name: 'Who is up',
        about: 'Anyone, at any hour.',
        members: ['chloe', 'omar', 'yael', 'lucas', 'ada'],
        scenes: talk.nightShift,
      },
    ],
  },
  {
    name: 'Clear water',
    about: 'One day, and then the next one. Stockholm and online.',
    rules: kindRules,
    topic: 'addiction',
    place: 'stockholm',
    members: ['anders', 'marek', 'elif'],
    chats: [
      {
        name: 'Counting days',
        about: 'Or not counting them.',
        members: ['anders', 'marek', 'elif'],
        scenes: talk.clearWater,
      },
    ],
  },
];

/** The private chats between two people; the first of them asked for it. */
export const privateChats: readonly {
  readonly between: readonly [string, string];
  readonly scenes: readonly Scene[];
  readonly state: 'open' | 'request';
}[] = [
  { between: ['ada', 'ben_k'], scenes: talk.adaAndBen, state: 'open' },
  { between: ['omar', 'ada'], scenes: talk.omarAsksAda, state: 'request' },
  { between: ['ben_k', 'kofi'], scenes: talk.benAsksKofi, state: 'request' },
];
