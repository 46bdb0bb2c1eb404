import { onDemand } from '../../ui/on-demand.ts';
import type { MessageToolsProps } from './message-tools-props.ts';

const part = onDemand(() =>
  import('./message-tools-part.tsx').then(({ MessageToolsPart }) => MessageToolsPart),
);

/** Fetch the code of what can be done with a message ahead. */
export const preloadMessageTools = part.preload;

/** The menu of a message and everything that opens from it. Mounted once for the whole conversation. */
export const MessageTools = (props: MessageToolsProps) => {
  const Part = part.useWhen(props.tool !== null, props.onClose);
  return Part && props.tool ? <Part {...props} tool={props.tool} /> : null;
};
