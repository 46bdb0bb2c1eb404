import { useCallback, useEffect, useRef, useState } from 'react';
import { followMessage } from '../../data/watch-messages.ts';
import type { MessageTool } from './message-tool.ts';
import type { ChatInSight } from './shown-chat.ts';

/** What is open about a message of a conversation: a menu, a reply, an edit. The focus goes where the next key belongs. */
export function useMessageActs({ uid, chatId }: ChatInSight) {
  const [tool, setTool] = useState<MessageTool | null>(null);
  const [replyTo, setReplyTo] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const foot = useRef<HTMLDivElement>(null);
  const wantsComposer = useRef(false);

  // Once it is there to take it: it is hidden under an edit.
  useEffect(() => {
    if (!wantsComposer.current || editing !== null) return;
    wantsComposer.current = false;
    foot.current?.querySelector('textarea')?.focus();
  });

  const onTool = useCallback(
    (kind: MessageTool['kind'], messageId: string, anchor: MessageTool['anchor']) => {
      followMessage(uid, chatId, messageId);
      setTool({ kind, messageId, anchor, isOpen: true });
    },
    [uid, chatId],
  );
  const closeTool = useCallback(() => setTool((before) => before && { ...before, isOpen: false }), []);

  const onReply = useCallback((id: string) => {
    wantsComposer.current = true;
    setEditing(null);
    setReplyTo(id);
  }, []);
  const stopReply = useCallback(() => {
    wantsComposer.current = true;
    setReplyTo(null);
  }, []);

  const onEdit = useCallback(
    (id: string) => {
      followMessage(uid, chatId, id);
      setEditing(id);
    },
    [uid, chatId],
  );
  const stopEdit = useCallback(() => {
    wantsComposer.current = true;
    setEditing(null);
  }, []);

  return { tool, onTool, closeTool, replyTo, onReply, stopReply, editing, onEdit, stopEdit, foot };
}
