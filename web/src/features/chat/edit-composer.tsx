import { onDemand } from '../../ui/on-demand.ts';
import type { EditComposerProps } from './edit-composer-props.ts';

const part = onDemand(() =>
  import('./edit-composer-part.tsx').then(({ EditComposerPart }) => EditComposerPart),
);

/** In place of the composer: where a message of mine is changed. Fetched when it is first wanted. */
export const EditComposer = ({ people, message, onClose }: EditComposerProps) => {
  const Part = part.useWhen(message !== null, onClose);
  return Part && message ? (
    <Part key={message.id} people={people} message={message} onClose={onClose} />
  ) : null;
};
