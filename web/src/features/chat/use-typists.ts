import { useEffect, useState } from 'react';
import { useLive } from '../../data/use-live.ts';
import { watchBlocks } from '../../data/watch-blocks.ts';
import { watchTyping } from '../../data/watch-typing.ts';
import { type SeenMark, seenMarks } from './typing-marks.ts';
import { usePageVisible } from './use-page-visible.ts';

interface TypistsOptions {
  readonly uid: string;
  readonly chatId: string;
  readonly me: string;
}

const NOBODY: readonly SeenMark[] = [];

/** The ids of the others who are typing now, without those I blocked. Listens only while the page is on the screen. */
export function useTypists({ uid, chatId, me }: TypistsOptions): readonly string[] {
  const isVisible = usePageVisible();
  const stored = useLive(isVisible ? watchTyping(uid, chatId) : null).value;
  const [marks, setMarks] = useState<readonly SeenMark[] | null>(null);

  useEffect(() => {
    const others = stored?.filter(({ id }) => id !== me);
    setMarks((before) =>
      others === undefined
        ? null
        : seenMarks(
            before ?? NOBODY,
            others.map(({ id, until }) => ({ id, until: until.toMillis() })),
            { now: Date.now(), isFirst: before === null },
          ),
    );
  }, [stored, me]);

  const nextEnd = Math.min(...(marks ?? NOBODY).map(({ ends }) => ends));
  useEffect(() => {
    if (!Number.isFinite(nextEnd)) return;
    const drop = () => setMarks((before) => before?.filter(({ ends }) => ends > Date.now()) ?? null);
    const timer = setTimeout(drop, Math.max(0, nextEnd - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [nextEnd]);

  const seen = marks ?? NOBODY;
  const blocks = useLive(seen.length > 0 ? watchBlocks(uid) : null).value;
  if (blocks === undefined) return [];
  return seen.map(({ id }) => id).filter((id) => !blocks.some((block) => block.id === id));
}
