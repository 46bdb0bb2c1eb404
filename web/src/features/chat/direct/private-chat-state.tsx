import { Navigate } from 'react-router';
import type { ChatEntry } from '../../../data/watch-chat.ts';
import { EndedChat } from './ended-chat.tsx';
import { ReceivedRequest } from './received-request.tsx';
import { WaitingRequest } from './waiting-request.tsx';

export interface PrivateChatStateProps {
  uid: string;
  other: string;
  chatId: string;
  /** Null when there is no such chat; undefined when I may not read it. */
  chat: ChatEntry | null | undefined;
  /** Whether I could read it before. */
  hasEnded: boolean;
  /** Asks for the chat once more. */
  onAnswered: () => void;
}

/** A private chat that is not open: a request to me or from me, or one that has ended or was never there. */
export const PrivateChatState = ({
  uid,
  other,
  chatId,
  chat,
  hasEnded,
  onAnswered,
}: PrivateChatStateProps) => {
  if (chat === null) return <Navigate to={`/people/${other}/message`} replace />;
  if (hasEnded || (chat && chat.endedAt !== null)) return <EndedChat other={other} />;
  if (chat) return <ReceivedRequest uid={uid} other={other} chat={chat} />;
  return <WaitingRequest uid={uid} other={other} chatId={chatId} onAnswered={onAnswered} />;
};
