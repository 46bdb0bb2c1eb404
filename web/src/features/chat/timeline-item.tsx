import { DayLine } from './day-line.tsx';
import { type MessageActions, MessageRow } from './message-row.tsx';
import type { TimelineRow } from './timeline.ts';
import classes from './timeline-lines.module.css';

interface TimelineItemProps {
  uid: string;
  row: TimelineRow;
  isNewest: boolean;
  isUnfolded: boolean;
  actions: MessageActions;
}

/** One row of the conversation: a day, the unread line or a message. */
export const TimelineItem = ({ uid, row, isNewest, isUnfolded, actions }: TimelineItemProps) => {
  if (row.kind === 'day') return <DayLine at={row.at} />;
  if (row.kind === 'unread') return <p className={classes.unread}>New</p>;
  return (
    <MessageRow
      uid={uid}
      message={row.message}
      head={row.head}
      foot={row.foot}
      isNewest={isNewest}
      isUnfolded={isUnfolded}
      actions={actions}
    />
  );
};
