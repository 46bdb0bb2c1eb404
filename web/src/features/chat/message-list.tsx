import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { JumpToEnd } from './jump-to-end.tsx';
import classes from './message-list.module.css';
import type { TimelineRow } from './timeline.ts';
import { isPrepended } from './timeline-change.ts';
import { TimelineItem } from './timeline-item.tsx';
import type { NewMessages } from './unread.ts';
import { useMessageFocus } from './use-message-focus.ts';
import { useScrollPlace } from './use-scroll-place.ts';

/** The next older page is fetched when the reader is this close to the top. */
const AHEAD_PX = 1_200;
/** The height of what stands above the first message. The stylesheet has the same. */
const TOP_PX = 72;

interface MessageListProps {
  uid: string;
  rows: readonly TimelineRow[];
  /** What stands above the oldest message that is loaded. */
  top: ReactNode;
  /** What came after the newest message that was on the screen. */
  unseen: NewMessages;
  /** Whether to go to the unread line when it is loaded. */
  wantsLine: boolean;
  onNearTop: () => void;
  onAtEnd: (atEnd: boolean) => void;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
}

/**
 * Draws the rows in sight. As a log it speaks new messages only: it is silent while somebody reads further up, where
 * rows come and go by scrolling.
 */
export const MessageList = (props: MessageListProps) => {
  const { uid, rows, top, unseen, wantsLine, onNearTop, onAtEnd, onRetry, onDiscard } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const place = useScrollPlace({ scroller, list, rows, wantsLine });
  const focus = useMessageFocus(scroller, list, rows);
  const shift = useIsPrepended(rows);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const { atEnd, letGo, onOwnMove } = place;

  useEffect(() => onAtEnd(atEnd), [atEnd, onAtEnd]);

  const actions = useMemo(
    () => ({
      onRetry,
      onDiscard,
      onFold: (id: string, isUnfolded: boolean) => {
        onOwnMove();
        letGo();
        setUnfolded((before) => withOrWithout(before, id, isUnfolded));
      },
    }),
    [onRetry, onDiscard, onOwnMove, letGo],
  );

  return (
    <div className={classes.place}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="log"
        aria-label="Messages"
        aria-live={atEnd ? 'polite' : 'off'}
        {...focus.listProps}
        onKeyDown={(event) => {
          onOwnMove();
          focus.listProps.onKeyDown(event);
        }}
        onWheel={onOwnMove}
        onPointerDown={onOwnMove}
      >
        <div className={classes.fill} />
        <div className={classes.top}>{top}</div>
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={rows}
          startMargin={TOP_PX}
          shift={shift}
          bufferSize={400}
          keepMounted={focus.keptRows}
          onScroll={() => {
            place.onScroll();
            if ((scroller.current?.scrollTop ?? AHEAD_PX) < AHEAD_PX) onNearTop();
          }}
          onResize={place.onResize}
        >
          {(row) => (
            <div key={row.key} className={classes.item} data-last={row === rows.at(-1) || undefined}>
              <TimelineItem
                uid={uid}
                row={row}
                isNewest={row === rows.at(-1)}
                isUnfolded={unfolded.has(row.key)}
                actions={actions}
              />
            </div>
          )}
        </Virtualizer>
      </div>
      {atEnd ? null : <JumpToEnd unseen={unseen} onJump={place.goToEnd} />}
    </div>
  );
};

/** Whether these rows are the ones drawn before with older ones in front. */
function useIsPrepended(rows: readonly TimelineRow[]): boolean {
  const drawn = useRef<readonly TimelineRow[]>([]);
  useEffect(() => {
    drawn.current = rows;
  }, [rows]);
  return isPrepended(drawn.current, rows);
}

function withOrWithout(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const others = [...set].filter((each) => each !== id);
  return new Set(isIn ? [...others, id] : others);
}
