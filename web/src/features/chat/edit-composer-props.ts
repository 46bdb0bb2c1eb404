import type { MentionSource } from './mention-people.ts';
import type { ShownMessage } from './shown-message.ts';

export interface EditComposerProps {
  /** Where to look for people to mention. */
  people: MentionSource;
  /** The message of mine that is being changed, as it is now; null while none is. */
  message: ShownMessage | null;
  onClose: () => void;
}
