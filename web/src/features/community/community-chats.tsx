import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { errorSentence } from '../../data/data-error.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './community-chats.module.css';
import { DeleteChatDialog } from './delete-chat-dialog.tsx';
import { GroupChatForm } from './group-chat-form.tsx';
import { GroupChatRow } from './group-chat-row.tsx';
import { MyInvitations } from './my-invitations.tsx';
import { useCommunityChats } from './use-community-chats.ts';

interface CommunityChatsProps {
  uid: string;
  communityId: string;
  /** Whether this person may delete any chat, not only their own. */
  moderates: boolean;
}

/** The group chats of a community, mine first, and the way to a new one. For members. */
export const CommunityChats = ({ uid, communityId, moderates }: CommunityChatsProps) => {
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<{ id: string; name: string } | null>(null);
  const { chats, mine, error, hasMore, loadingMore, showMore, retry } = useCommunityChats(uid, communityId);

  return (
    <section className={classes.part} aria-labelledby="group-chats">
      <h2 className={classes.title} id="group-chats">
        Group chats
      </h2>
      <MyInvitations uid={uid} communityId={communityId} />
      {chats === undefined && error === null ? <Skeleton label="Loading group chats" count={3} /> : null}
      {error ? (
        <ErrorState title="We could not load the group chats" onRetry={retry}>
          <p>{errorSentence(error)}</p>
        </ErrorState>
      ) : null}
      {chats?.length === 0 && !creating ? (
        <p className={classes.empty}>There are no group chats yet. Create the first one.</p>
      ) : null}
      {chats && chats.length > 0 ? (
        <ul className={classes.list} aria-labelledby="group-chats">
          {chats.map((chat) => (
            <GroupChatRow
              key={chat.id}
              uid={uid}
              chat={chat}
              joined={mine?.has(chat.id) ?? null}
              onDelete={
                moderates || (chat.createdBy === uid && mine?.has(chat.id))
                  ? () => setDeleting({ id: chat.id, name: chat.name })
                  : null
              }
            />
          ))}
        </ul>
      ) : null}
      <div className={classes.next}>
        {hasMore ? (
          <Button variant="default" onClick={showMore} busy={loadingMore}>
            Show more chats
          </Button>
        ) : null}
        {creating ? null : (
          <Button
            variant="default"
            icon={<IconPlus size={20} stroke={1.75} aria-hidden="true" />}
            onClick={() => setCreating(true)}
          >
            Create group chat
          </Button>
        )}
      </div>
      {creating ? (
        <GroupChatForm uid={uid} communityId={communityId} onCancel={() => setCreating(false)} />
      ) : null}
      <DeleteChatDialog chat={deleting} onClose={() => setDeleting(null)} />
    </section>
  );
};
