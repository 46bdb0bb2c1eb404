import type { OtterAnswer } from '@sameboat/model/otter';

/** Words of somebody who may be in danger. A question with them gets no other answer. */
const signs = [
  /\bsuicid/i,
  /\b(?:kill|killing|hurt|hurting|harm|harming|cut|cutting) my ?self\b/i,
  /\bself[ -]?harm/i,
  /\b(?:end|ending|take|taking) (?:it all|my (?:own )?life)\b/i,
  /\b(?:want|wanna|going|ready|wish (?:i|to)|rather) (?:to )?(?:be )?(?:die|dead|were dead|was dead)\b/i,
  /\b(?:don['’]?t|do not|no longer) (?:want|wanna) to (?:live|be alive|be here|exist|wake up)\b/i,
  /\b(?:no reason|nothing left) to live\b/i,
  /\bbetter off (?:dead|without me)\b/i,
  /\boverdos/i,
  /\bcan['’]?(?:t|not) (?:go on|do this any ?more|take (?:it|this) any ?more)\b/i,
];

/** Whether a question sounds as if somebody were in danger. */
export function soundsLikeCrisis(question: string): boolean {
  return signs.some((sign) => sign.test(question));
}

export const crisisAnswer: OtterAnswer = {
  text: 'I am a program, and this should be heard by a person. The helplines in Help are answered by people, some of them day and night. If you or somebody else may be in danger now, call your emergency number.',
  page: '/help',
};
