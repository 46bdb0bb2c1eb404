import * as z from 'zod/mini';

/**
 * What a community or a person can be about. Ids are stored as field values only: never in a document id,
 * path, URL, page title or notification. The same list stands in firestore.rules as `topicIds`.
 */
export const topics = [
  { id: 'depression', name: 'Depression' },
  { id: 'anxiety', name: 'Anxiety' },
  { id: 'panic', name: 'Panic attacks' },
  { id: 'social-anxiety', name: 'Social anxiety' },
  { id: 'bipolar', name: 'Bipolar' },
  { id: 'ocd', name: 'OCD' },
  { id: 'ptsd', name: 'PTSD and trauma' },
  { id: 'dissociation', name: 'Dissociation' },
  { id: 'eating', name: 'Eating and body image' },
  { id: 'adhd', name: 'ADHD' },
  { id: 'autism', name: 'Autism' },
  { id: 'psychosis', name: 'Psychosis and schizophrenia' },
  { id: 'voices', name: 'Hearing voices' },
  { id: 'borderline', name: 'Borderline' },
  { id: 'addiction', name: 'Addiction and recovery' },
  { id: 'self-harm', name: 'Self-harm recovery' },
  { id: 'suicidality', name: 'Living with suicidal thoughts' },
  { id: 'grief', name: 'Grief and loss' },
  { id: 'suicide-loss', name: 'Loss by suicide' },
  { id: 'postnatal', name: 'Pregnancy and after birth' },
  { id: 'burnout', name: 'Burnout and exhaustion' },
  { id: 'sleep', name: 'Sleep' },
  { id: 'loneliness', name: 'Loneliness' },
  { id: 'chronic-illness', name: 'Chronic illness and pain' },
  { id: 'gender-and-sexuality', name: 'LGBTQ+ and mental health' },
  { id: 'young-people', name: 'Young people' },
  { id: 'carers', name: 'Family, friends and carers' },
  { id: 'other', name: 'Something else' },
] as const;

export type TopicId = (typeof topics)[number]['id'];

export const topicIds: readonly TopicId[] = topics.map((topic) => topic.id);

export const topicSchema = z.enum(topicIds, 'Choose a topic from the list.');

export function topicName(id: TopicId): string {
  return topics.find((topic) => topic.id === id)?.name ?? 'Something else';
}
