import { type OtterAnswer, otterExamples } from '@sameboat/model/otter';
import { answerArithmetic } from './arithmetic.ts';
import { type Asker, answerCalendar } from './calendar.ts';
import { crisisAnswer, soundsLikeCrisis } from './crisis.ts';
import { answerHelplines } from './helplines.ts';

const abilities = otterExamples.map(({ about, ask }) => `${about}: “${ask}”`).join('\n');

const aboutMe =
  /\b(?:are|r) (?:you|u) (?:(?:a|an|the|really|just|actually|some|real) )*(?:person|human|bot|robot|ai|machine|program|computer|real|alive|someone|somebody|animal|otter|doctor|therapist)\b|\b(?:who|what) are you\b|\byour name\b/i;
const whatICanDo =
  /\b(?:what|which) (?:else )?(?:can|do|could) (?:you|u) (?:do|know|offer|answer)\b|\bwhat can i ask\b|\bhow do(?:es)? (?:you|this|it) work\b|^(?:help|commands|hello|hi)?[?!.\s]*$/i;
const breathing = /\bbreath(?:e|es|ing)?\b|\bcalm (?:me )?down\b|\bcalm me\b/i;

/** Otter's answer to what followed "Hey Otter". It depends on nothing but the question, and on the clock where it is asked. */
export async function answerTo(question: string, asker: Asker): Promise<OtterAnswer> {
  if (soundsLikeCrisis(question)) return crisisAnswer;
  const helplines = answerHelplines(question);
  if (helplines) return helplines;
  if (aboutMe.test(question)) {
    return words(
      'I am Otter, a program and not a person. I answer a few fixed questions, and I keep nothing about you. Ask me what I can do.',
    );
  }
  if (whatICanDo.test(question)) return words(`I am a program, and I can help with these:\n${abilities}`);
  if (breathing.test(question)) {
    return {
      text: 'Breathe in for four seconds, hold for four, breathe out for six. A few rounds are enough. The exercise shows you when.',
      page: '/help/breathing',
    };
  }
  const calendar = await answerCalendar(question, asker);
  if (calendar !== null) return words(calendar);
  const arithmetic = answerArithmetic(question);
  if (arithmetic !== null) return words(arithmetic);
  return words(`I do not know that one. I am a program, and I can help with these:\n${abilities}`);
}

function words(text: string): OtterAnswer {
  return { text, page: null };
}
