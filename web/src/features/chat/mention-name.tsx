import { getUser } from '../../data/get-user.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { useShownName } from '../../ui/discreet.ts';
import { PersonLink } from '../../ui/person-link.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import classes from './mention-name.module.css';
import type { ShownMention } from './shown-message.ts';

/** Somebody who is mentioned, by the name that they have now: it leads to their profile. I stand out to myself. */
export const MentionName = ({ mention }: { mention: ShownMention }) => {
  const uid = useUid();
  const user = useLive(mention.name === null ? getUser(uid, mention.id) : null);
  const name = useShownName(
    mention.name ?? user.value?.displayName ?? (user.status === 'ready' ? 'Someone who left' : '…'),
  );
  const isLinked = Boolean(user.value) && !mention.isMe;
  return (
    <bdi className={classes.mention} data-me={mention.isMe || undefined}>
      {isLinked ? <PersonLink uid={mention.id}>@{name}</PersonLink> : `@${name}`}
      {mention.isMe ? <VisuallyHidden> (you)</VisuallyHidden> : null}
    </bdi>
  );
};
