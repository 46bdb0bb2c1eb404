import { pageLimits } from '@sameboat/model/limits';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  emptyWindow,
  type MessageWindow,
  oldestOf,
  reachesBackTo,
  WINDOW_MAX,
} from '../../data/message-window.ts';
import { useLive } from '../../data/use-live.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { type MessageWithId, watchMessages } from '../../data/watch-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { dayOf, firstSince, startOfDay } from './first-of-day.ts';
import { messageLink } from './message-link.ts';
import classes from './search-panel.module.css';
import type { useOlderMessages } from './use-older-messages.ts';

const EMPTY = emptyWindow<MessageWithId>();

interface GoToDayProps {
  uid: string;
  chat: ChatEntry;
  older: ReturnType<typeof useOlderMessages>;
  onOpen: () => void;
}

/** Goes to the first message of a day, or of the next day that has one. Loads everything back to it. */
export const GoToDay = ({ uid, chat, older, onOpen }: GoToDayProps) => {
  const [day, setDay] = useState('');
  const [target, setTarget] = useState<number | null>(null);
  const navigate = useNavigate();
  const source = watchMessages(uid, chat.id);
  const window = useLive(source).value ?? EMPTY;
  const today = dayOf(useNow().getTime());
  const start = startOfDay(day);

  const go = async () => {
    if (start === null) return;
    setTarget(start);
    const time = { seconds: Math.floor(start / 1_000), nanoseconds: 0 };
    await older.loadUntil((loaded) => reachesBackTo(loaded, time), WINDOW_MAX / pageLimits.messages);
    setTarget(null);
    const loaded = source.getSnapshot().value ?? EMPTY;
    const first = firstSince([...loaded.history, ...loaded.live], start);
    if (first === null || !(reachesBackTo(loaded, time) || isFull(loaded))) return;
    await navigate(messageLink(first.id), { replace: true });
    onOpen();
  };

  if (target !== null && older.state === 'loading')
    return <Progress label="Loading back to that day" value={progress(window, target)} />;
  return (
    <div className={classes.day}>
      <TextField
        type="date"
        label="Go to a day"
        error={older.state === 'failed' ? 'We could not load back to that day. Try again.' : undefined}
        min={dayOf(chat.createdAt.toMillis())}
        max={today}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Button variant="default" disabled={start === null} onClick={() => void go()}>
        Go
      </Button>
    </div>
  );
};

/** Memory holds no more: the oldest that is here is as near to the day as one can come. */
function isFull(window: MessageWindow<MessageWithId>): boolean {
  return window.history.length + window.live.length >= WINDOW_MAX;
}

/** How much of the way back to a moment is loaded, from 0 to 1. */
function progress(window: MessageWindow<MessageWithId>, target: number): number {
  const newest = window.live.at(-1)?.createdAt.toMillis();
  const oldest = oldestOf(window)?.createdAt.toMillis();
  if (newest === undefined || oldest === undefined || newest <= target) return 1;
  return Math.min(1, (newest - oldest) / (newest - target));
}
