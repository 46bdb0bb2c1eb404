import { type Reaction, reactions } from '@sameboat/model/message';

interface ReactionLook {
  readonly id: Reaction;
  readonly emoji: string;
  /** Its name in words. */
  readonly name: string;
}

const looks: Readonly<Record<Reaction, Omit<ReactionLook, 'id'>>> = {
  like: { emoji: '👍', name: 'Like' },
  laugh: { emoji: '😂', name: 'Laugh' },
  heart: { emoji: '❤️', name: 'Heart' },
  sad: { emoji: '😢', name: 'Sad' },
  eyes: { emoji: '👀', name: 'Eyes' },
  wow: { emoji: '😮', name: 'Wow' },
  angry: { emoji: '😠', name: 'Angry' },
};

/** All reactions, in the order in which they are offered and shown. */
export const reactionLooks: readonly ReactionLook[] = reactions.map((id) => ({ id, ...looks[id] }));
