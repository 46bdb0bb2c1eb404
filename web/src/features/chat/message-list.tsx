import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useMenuPress } from '../../ui/use-context-menu.ts';
import { JumpToEnd } from './jump-to-end.tsx';
import classes from './message-list.module.css';
import type { MessageTool } from './message-tool.ts';
import type { RowActions } from './row-actions.ts';
import type { TimelineRow } from './timeline.ts';
import { isPrepended } from './timeline-change.ts';
import { TimelineItem } from './timeline-item.tsx';
import type { NewMessages } from './unread.ts';
import { keyOf, useMessageFocus } from './use-message-focus.ts';
import type { JumpGoal } from './use-message-jump.ts';
import { useScrollPlace } from './use-scroll-place.ts';
import { useSpokenNews } from './use-spoken-news.ts';
import { useTarget } from './use-target.ts';

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
  /** Where to lead the reader. */
  goal: JumpGoal | null;
  /** What is open about one of the messages. */
  tool: MessageTool | null;
  onNearTop: () => void;
  onAtEnd: (atEnd: boolean) => void;
  /** The reader is at the end, and not because they were just led there. */
  onBackAtEnd: () => void;
  actions: Omit<RowActions, 'onFold' | 'onReveal'>;
}

/** Draws the rows in sight. It is silent itself, as rows come and go in it by scrolling; new messages are announced. */
export const MessageList = (props: MessageListProps) => {
  const { uid, rows, top, unseen, wantsLine, goal, tool, onNearTop, onAtEnd, onBackAtEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const place = useScrollPlace({ scroller, list, rows, wantsLine });
  const focus = useMessageFocus(scroller, list, rows);
  const shift = useIsPrepended(rows);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const { atEnd, letGo, onOwnMove } = place;

  useEffect(() => onAtEnd(atEnd), [atEnd, onAtEnd]);
  useSpokenNews({ uid, rows, atEnd });

  const target = useTarget(goal, rows, (id) => {
    onOwnMove();
    letGo();
    focus.goTo(id);
  });

  useEffect(() => {
    if (atEnd && target === null) onBackAtEnd();
  }, [atEnd, target, onBackAtEnd]);

  const actions = useMemo(
    () => ({
      ...props.actions,
      onFold: (id: string, isUnfolded: boolean) => {
        onOwnMove();
        letGo();
        setUnfolded((before) => withOrWithout(before, id, isUnfolded));
      },
      onReveal: (id: string, over: 'note' | 'block') => {
        onOwnMove();
        letGo();
        setRevealed((before) => withOrWithout(before, `${over}/${id}`, true));
      },
    }),
    [props.actions, onOwnMove, letGo],
  );

  const menuPress = useMenuPress({
    isLeftAlone: (element) => messageWithMenu(element) === null || hasOwnMenu(element),
    onPress: (at, element) => {
      const id = messageWithMenu(element);
      if (id !== null) actions.onTool('menu', id, at);
    },
  });

  const moves = () => {
    onOwnMove();
    focus.letGo();
  };

  return (
    <div className={classes.place}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="log"
        aria-label="Messages"
        aria-live="off"
        {...focus.listProps}
        {...menuPress}
        onKeyDown={(event) => {
          onOwnMove();
          focus.listProps.onKeyDown(event);
        }}
        onWheel={moves}
        onPointerDown={(event) => {
          moves();
          menuPress.onPointerDown(event);
        }}
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
                state={{
                  isNewest: row === rows.at(-1),
                  isUnfolded: unfolded.has(row.key),
                  isUnveiled: revealed.has(`note/${row.key}`),
                  isLetIn: revealed.has(`block/${row.key}`),
                  isTarget: row.key === target,
                  tool: tool?.isOpen && tool.messageId === row.key ? tool.kind : null,
                }}
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

/** The message that an element belongs to, if it has a menu. */
function messageWithMenu(element: Element): string | null {
  const article = element.closest('article');
  return article?.querySelector('[aria-haspopup="menu"]') ? keyOf(article) : null;
}

/** Where the browser's menu can do what ours cannot: open a link, copy a part of the text. */
function hasOwnMenu(element: Element): boolean {
  const selection = window.getSelection();
  return (
    element.closest('a, button') !== null ||
    (selection !== null && !selection.isCollapsed && selection.containsNode(element, true))
  );
}

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
