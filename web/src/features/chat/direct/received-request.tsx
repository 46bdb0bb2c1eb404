import { messagePath } from '@sameboat/model/message';
import { requestSentence } from '@sameboat/model/visibility';
import { useState } from 'react';
import { errorSentence } from '../../../data/data-error.ts';
import { getUser, type UserEntry } from '../../../data/get-user.ts';
import { shownProfile } from '../../../data/read-person.ts';
import { useLive } from '../../../data/use-live.ts';
import { watchBlock } from '../../../data/watch-blocks.ts';
import type { ChatEntry } from '../../../data/watch-chat.ts';
import { watchMemberships } from '../../../data/watch-memberships.ts';
import { watchMessages } from '../../../data/watch-messages.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { MessageBubble } from '../../../ui/message-bubble.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PersonLink } from '../../../ui/person-link.tsx';
import { ProfileCard } from '../../../ui/profile-card.tsx';
import { clockTime } from '../../../ui/relative-time.ts';
import { ShownName } from '../../../ui/shown-name.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import classes from './request.module.css';
import { RequestAnswer } from './request-answer.tsx';

/** Of the latest joined communities, in so many it is asked what somebody shows there: a read each. */
const COMMUNITIES_ASKED = 3;

interface ReceivedRequestProps {
  uid: string;
  other: string;
  chat: ChatEntry;
}

/** Somebody's request to me: what they wrote, what they show of themself, and what I can answer. */
export const ReceivedRequest = ({ uid, other, chat }: ReceivedRequestProps) => {
  const source = watchMessages(uid, chat.id);
  const messages = useLive(source);
  const user = useLive(getUser(uid, other)).value;
  const block = useLive(watchBlock(uid, other)).value ?? null;
  const name = user?.displayName ?? (user === null ? 'Someone who left' : ' ');
  const message = messages.value?.live.find(({ senderId }) => senderId === other);
  return (
    <div className={classes.screen}>
      <PageHeader
        title={
          <PersonLink uid={other}>
            <ShownName name={name} titled />
          </PersonLink>
        }
        subtitle="would like to write to you"
        back={{ to: '/requests', label: 'Back to requests' }}
      />
      {message === undefined && !messages.value?.settled ? (
        messages.error ? (
          <ErrorState title="We could not load this request" onRetry={source.retry}>
            <p>{errorSentence(messages.error)}</p>
          </ErrorState>
        ) : (
          <Skeleton label="Loading the request" shape="bubbles" count={2} />
        )
      ) : (
        <div className={classes.body}>
          {user ? <From uid={uid} user={user} /> : null}
          {message ? (
            <MessageBubble
              authorId={other}
              author={name}
              picture={user?.avatar}
              time={clockTime(new Date(message.createdAt.toMillis()))}
            >
              <Words
                text={message.deletedAt === null ? message.text : 'Message deleted'}
                note={message.contentNote}
              />
            </MessageBubble>
          ) : null}
          <RequestAnswer
            uid={uid}
            other={{ id: other, name }}
            chatId={chat.id}
            isDeclined={chat.state === 'declined'}
            isBlocked={block !== null}
            messagePath={messagePath(chat.id, message?.id ?? chat.requestId ?? '')}
          />
          <p className={classes.quiet}>{requestSentence}</p>
        </div>
      )}
    </div>
  );
};

const From = ({ uid, user }: { uid: string; user: UserEntry }) => {
  const memberships = useLive(watchMemberships(uid)).value;
  const communityIds = memberships && [...memberships.communities].slice(0, COMMUNITIES_ASKED);
  const shown = useLive(communityIds ? shownProfile({ asker: uid, user, communityIds }) : null).value;
  return (
    <section className={classes.from} aria-label="Who asks">
      <ProfileCard
        uid={user.id}
        user={{ ...user, cover: null }}
        shown={shown ?? { bio: user.bio, topics: [], place: null, lastActiveAt: null }}
      />
    </section>
  );
};

/** The text alone: links cannot be pressed before the request is accepted. */
const Words = ({ text, note }: { text: string; note: string | null }) => {
  const [isVeiled, setIsVeiled] = useState(note !== null);
  if (isVeiled)
    return (
      <p className={classes.text}>
        <bdi>{note}</bdi> <TextButton onClick={() => setIsVeiled(false)}>Show the message</TextButton>
      </p>
    );
  return (
    <p className={classes.text} dir="auto">
      {text}
    </p>
  );
};
