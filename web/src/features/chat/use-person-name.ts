import { useContext } from 'react';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { ShownChat } from './shown-chat.ts';

/** What somebody in this chat is called, by the id that their messages carry. Read once a page. */
export function usePersonName(id: string): string {
  const { uid, me, people } = useContext(ShownChat);
  const given = id === me ? 'You' : people[id];
  const user = useLive(given === undefined ? getUser(uid, id) : null);
  if (given !== undefined) return given;
  return user.value?.displayName ?? (user.status === 'ready' ? 'Someone who left' : ' ');
}
