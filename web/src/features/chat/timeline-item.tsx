import { DayLine } from './day-line.tsx';
import { MessageRow, type RowState } from './message-row.tsx';
import type { RowActions } from './row-actions.ts';
import type { TimelineRow } from './timeline.ts';
import classes from './timeline-lines.module.css';

interface TimelineItemProps {
  uid: string;
  row: TimelineRow;
  state: RowState;
  actions: RowActions;
}

/** One row of the conversation: a day, the unread line or a message. */
export const TimelineItem = ({ uid, row, state, actions }: TimelineItemProps) => {
  if (row.kind === 'day') return <DayLine at={row.at} />;
  if (row.kind === 'unread') return <p className={classes.unread}>New</p>;
  return (
    <MessageRow
      uid={uid}
      message={row.message}
      head={row.head}
      foot={row.foot}
      {...state}
      actions={actions}
    />
  );
};
