import { type Line, type Scene, scene } from './conversation.ts';

const people = ['ada', 'ben_k', 'marek', 'mira', 'jonas', 'leila'];

const nights = [
  'Slept well, for once.',
  'Woke at four and stayed awake.',
  'Six hours, not bad.',
  'A long night. Up now.',
  'Strange dreams, something with trams.',
  'Slept through the alarm, and that is all right.',
  'Tired, but the good kind.',
  'Could not get warm last night.',
  'Slept on the sofa, the bed was too big.',
  'Nine hours!',
  'Restless.',
  'Fell asleep over my book.',
  'Up since five with the birds.',
];

const moods = [
  'Mood: four of ten.',
  'Head is foggy.',
  'Lighter than yesterday.',
  'A bit wobbly, nothing new.',
  'Calm, I think? I keep checking.',
  'Heavy legs.',
  'Nothing to report, which is a report.',
  'The grey thing is sitting on the end of the bed.',
  'Surprisingly hopeful.',
  'Grumpy.',
  'Even.',
];

const plans = [
  'Plan: shower, one walk around the block.',
  'Today I will answer my mother.',
  'One load of washing, then the doctor at eleven.',
  'I want to see the canal.',
  'I have promised myself breakfast.',
  'Work until two, then nothing, on purpose.',
  'Changing the sheets. Big day.',
  'Taking the form to the post, finally.',
  'Only the plants today.',
  'Therapy at three.',
  'Going to sit in the library where it is warm.',
  'Buying bread, the good one.',
  'I will open the window and call it a plan.',
  'Meeting my sister.',
  'Trying the swimming pool again.',
  'Soup.',
  'No plan. Being gentle.',
];

const answers = [
  'Good luck with that, I am with you.',
  'That counts.',
  'Same here, to the letter.',
  'One thing is enough.',
  'Tell us how it went?',
  'Walk a few steps for me too.',
  'I am glad you wrote.',
  'Foggy solidarity.',
  'That is more than I managed yesterday, well done.',
  'Be kind to yourself today.',
  'The window plan is a good plan.',
  'I lit a candle, it is that sort of morning.',
  'Proud of you, quietly.',
  'Tea first.',
  'You do not have to be anywhere.',
];

const days = 46;

/** `count` steps through a list that meets each entry before any comes again (`stride` and its length are coprime). */
const pick = (list: readonly string[], count: number, stride: number) =>
  list[(count * stride) % list.length] ?? '';

/** A room where the same people say how they slept, every morning for six weeks: a few hundred short messages. */
export function morningCheckIns(): readonly Scene[] {
  let count = 0;
  const mornings = Array.from({ length: days }, (_, index) => {
    const lines: [string, string, { pause: number; reactions?: NonNullable<Line['reactions']> }][] = [];
    for (const [place, who] of people.entries()) {
      // Nobody comes every day.
      if ((index * 7 + place * 5) % 4 === 0) continue;
      count += 1;
      lines.push([
        who,
        [pick(nights, count, 5), pick(moods, count, 4), pick(plans, count, 7)].join(' '),
        {
          pause: 3 + ((count * 11) % 17),
          ...(count % 5 === 0
            ? { reactions: { [people[(place + 1) % people.length] ?? 'ada']: 'heart' as const } }
            : {}),
        },
      ]);
      if (count % 2 === 0) {
        lines.push([people[(place + 2) % people.length] ?? 'ada', pick(answers, count / 2, 4), { pause: 2 }]);
      }
    }
    return scene(days - index, '06:40', ...lines);
  });
  return [...mornings, lateRisers];
}

const lateRisers = scene(
  1,
  '13:10',
  ['leila', 'Late today. I did the one thing, it took four hours and it was a phone call.'],
  ['marek', 'A phone call is worth about six ordinary things.', { reactions: { leila: 'heart' } }],
  ['jonas', 'soup for everybody then'],
);
