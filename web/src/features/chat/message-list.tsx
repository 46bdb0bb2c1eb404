import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { DayLine } from './day-line.tsx';
import { JumpToEnd } from './jump-to-end.tsx';
import classes from './message-list.module.css';
import { MessageRow } from './message-row.tsx';
import type { TimelineRow } from './timeline.ts';
import lines from './timeline-lines.module.css';
import { countUnseen, lastMessageOf } from './unseen.ts';
import { useFollowEnd } from './use-follow-end.ts';

/** How far from the top the next older page is fetched: before the reader gets there. */
const AHEAD_PX = 1_200;
/** The height of what stands above the first message; the stylesheet has the same. */
const TOP_PX = 72;

/** So much of what was read already stands above the unread line. */
const CONTEXT_PX = 56;

interface MessageListProps {
  uid: string;
  rows: readonly TimelineRow[];
  /** What stands above the oldest message held: its beginning, or how the older ones are coming. */
  top: ReactNode;
  onNearTop: () => void;
  onAtEnd: (atEnd: boolean) => void;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
}

/**
 * The conversation. Draws only what is in sight, opens at the unread line or the end, follows new messages while the
 * reader is at the end, and keeps still while older ones are put above. As a log it speaks new messages only: it is
 * silent while somebody reads further up, where rows come and go by scrolling.
 */
export const MessageList = ({ uid, rows, top, onNearTop, onAtEnd, onRetry, onDiscard }: MessageListProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const [opensAt] = useState(() => rows.findIndex((row) => row.kind === 'unread'));
  // Until the reader moves or writes: the list keeps its place at the unread line while heights become known.
  const opening = useRef(opensAt >= 0);
  const { atEnd, following, measure, follow } = useFollowEnd(scroller, opensAt < 0);
  const last = lastMessageOf(rows);
  const [seen, setSeen] = useState(() => lastMessageOf(rows, opensAt)?.key ?? null);
  const unseen = atEnd ? 0 : countUnseen(rows, seen);
  const before = useRef<readonly TimelineRow[]>([]);
  const shift = isPrepend(before.current, rows);

  const toEnd = () => {
    list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
    // The list scrolls to where it thinks the end is before the new heights are laid out: once more when they are.
    requestAnimationFrame(() => {
      const element = scroller.current;
      if (element !== null && following.current) element.scrollTo({ top: element.scrollHeight });
    });
  };

  const toUnread = useCallback(() => {
    const index = rows.findIndex((row) => row.kind === 'unread');
    if (index >= 0) list.current?.scrollToIndex(index, { align: 'start', offset: -CONTEXT_PX });
  }, [rows]);

  useLayoutEffect(() => {
    const previous = before.current;
    before.current = rows;
    if (previous === rows || rows.length === 0) return;
    if (previous.length === 0 && opensAt >= 0) {
      toUnread();
      return;
    }
    const newest = lastMessageOf(rows);
    const arrived = newest !== undefined && newest.key !== lastMessageOf(previous)?.key;
    const wroteIt = arrived && newest.message.mine && newest.message.delivery !== 'sent';
    if (wroteIt) {
      opening.current = false;
      follow();
    }
    if (previous.length === 0 || wroteIt || following.current) {
      list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
    }
  }, [rows, opensAt, following, follow, toUnread]);

  useEffect(() => {
    onAtEnd(atEnd);
    if (atEnd) setSeen(last?.key ?? null);
  }, [atEnd, last?.key, onAtEnd]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    // The keyboard of a phone, or a composer that grows, takes from this height.
    const observer = new ResizeObserver(() => {
      if (following.current) element.scrollTo({ top: element.scrollHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [following]);

  const onScroll = () => {
    measure(!opening.current);
    if ((scroller.current?.scrollTop ?? AHEAD_PX) < AHEAD_PX) onNearTop();
  };

  const onResize = () => {
    // Heights become known only as rows are drawn; until then a place in the list is a guess.
    if (opening.current) {
      toUnread();
      requestAnimationFrame(() => {
        if (opening.current) toUnread();
      });
    } else if (following.current) toEnd();
    measure(!opening.current);
  };

  const onOwnMove = () => {
    opening.current = false;
  };

  return (
    <div className={classes.place}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="log"
        aria-label="Messages"
        aria-live={atEnd ? 'polite' : 'off'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onWheel={onOwnMove}
        onPointerDown={onOwnMove}
        onKeyDown={onOwnMove}
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
          onScroll={onScroll}
          onResize={onResize}
        >
          {(row) => (
            <div key={row.key} className={classes.item} data-last={row === rows.at(-1) || undefined}>
              {row.kind === 'day' ? <DayLine at={row.at} /> : null}
              {row.kind === 'unread' ? <p className={lines.unread}>New</p> : null}
              {row.kind === 'message' ? (
                <MessageRow
                  uid={uid}
                  message={row.message}
                  head={row.head}
                  foot={row.foot}
                  showDelivery={
                    row.message.mine &&
                    !row.message.deleted &&
                    (row.message.delivery !== 'sent' || row.key === last?.key)
                  }
                  onRetry={onRetry}
                  onDiscard={onDiscard}
                />
              ) : null}
            </div>
          )}
        </Virtualizer>
      </div>
      {atEnd ? null : (
        <JumpToEnd
          unseen={unseen}
          onJump={() => {
            onOwnMove();
            follow();
            toEnd();
          }}
        />
      )}
    </div>
  );
};

/** Whether `rows` is `before` with something put in front. */
function isPrepend(before: readonly TimelineRow[], rows: readonly TimelineRow[]): boolean {
  return rows.length > before.length && before.length > 0 && rows.at(-1)?.key === before.at(-1)?.key;
}
