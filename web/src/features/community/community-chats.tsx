import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { errorSentence } from '../../data/data-error.ts';
import { useLive } from '../../data/use-live.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { watchCommunityChats } from '../../data/watch-community-chats.ts';
import { watchMemberships } from '../../data/watch-memberships.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './community-chats.module.css';
import { GroupChatForm } from './group-chat-form.tsx';
import { GroupChatRow } from './group-chat-row.tsx';

/** The group chats of a community, those with the latest word first, and the way to a new one. For members. */
export const CommunityChats = ({ uid, communityId }: { uid: string; communityId: string }) => {
  const [creating, setCreating] = useState(false);
  const source = watchCommunityChats(uid, communityId);
  const chats = useLive(source);
  const mine = useLive(watchMemberships(uid)).value?.chats;

  return (
    <section className={classes.part} aria-labelledby="group-chats">
      <h2 className={classes.title} id="group-chats">
        Group chats
      </h2>
      {chats.value === undefined && chats.error === null ? (
        <Skeleton label="Loading group chats" count={3} />
      ) : null}
      {chats.error ? (
        <ErrorState title="We could not load the group chats" onRetry={source.retry}>
          <p>{errorSentence(chats.error)}</p>
        </ErrorState>
      ) : null}
      {chats.value?.length === 0 && !creating ? (
        <p className={classes.empty}>There is no group chat yet. Create the first one.</p>
      ) : null}
      {chats.value && chats.value.length > 0 ? (
        <ul className={classes.list}>
          {byActivity(chats.value).map((chat) => (
            <GroupChatRow key={chat.id} uid={uid} chat={chat} joined={mine?.has(chat.id) ?? null} />
          ))}
        </ul>
      ) : null}
      {creating ? (
        <GroupChatForm uid={uid} communityId={communityId} onCancel={() => setCreating(false)} />
      ) : (
        <Button
          variant="default"
          icon={<IconPlus size={20} stroke={1.75} aria-hidden="true" />}
          onClick={() => setCreating(true)}
        >
          Create group chat
        </Button>
      )}
    </section>
  );
};

/** The latest word first; a chat without any by when it was made. */
export function byActivity(chats: readonly ChatEntry[]): ChatEntry[] {
  const activity = (chat: ChatEntry) => (chat.lastAt ?? chat.createdAt).toMillis();
  return [...chats].sort((a, b) => activity(b) - activity(a));
}
