import { createContext } from 'react';
import type { ShownMessage } from './shown-message.ts';

/** What the pictures of a chat have in common while it is open. */
export interface PictureScene {
  /** Whether this message's pictures are blurred until somebody taps them. */
  isVeiled(message: ShownMessage): boolean;
  reveal(messageId: string): void;
  /** Shows one of the message's pictures over the whole screen. */
  view(pictures: ShownMessage['pictures'], index: number): void;
  /** Ends the upload of a message of mine, and forgets it. */
  cancel(messageId: string): void;
}

export const PictureSceneContext = createContext<PictureScene>({
  isVeiled: () => true,
  reveal: () => {},
  view: () => {},
  cancel: () => {},
});
