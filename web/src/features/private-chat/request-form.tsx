import '@sameboat/model/without-eval';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { limits } from '@sameboat/model/limits';
import { writtenTextSchema } from '@sameboat/model/message';
import { requestSentence } from '@sameboat/model/visibility';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { toDataError } from '../../data/data-error.ts';
import { keepDraft, noDraft, readDraft } from '../../data/drafts.ts';
import { findRequestRefusal } from '../../data/find-request-refusal.ts';
import { newRequestId, sendChatRequest } from '../../data/send-chat-request.ts';
import { announce } from '../../ui/announcer.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useForm } from '../../ui/use-form.ts';
import { BeforeAsking, obstacleSentence, useObstacle } from './before-asking.tsx';
import classes from './message-page.module.css';
import { requestProblem } from './request-problem.ts';

const schema = z.object({ text: writtenTextSchema });

interface RequestFormProps {
  uid: string;
  /** When my account began, in milliseconds. */
  createdAt: number;
  other: { id: string; displayName: string };
}

/** The one message of a request. It is kept as the draft of the chat, from the first letter until it was sent. */
export const RequestForm = ({ uid, createdAt, other }: RequestFormProps) => {
  const chatId = directChatId(uid, other.id);
  const navigate = useNavigate();
  const obstacle = useObstacle(createdAt);
  const [requestId] = useState(newRequestId);
  const form = useForm({
    initialValues: { text: readDraft(uid, chatId).words.text },
    schema,
    submit: async ({ text }) => {
      if (obstacle) return { form: obstacleSentence(obstacle) };
      try {
        await sendChatRequest(uid, { otherUid: other.id, id: requestId, text: text.trim() });
      } catch (cause) {
        const { code } = toDataError(cause);
        const refusal = code === 'not-allowed' ? await findRequestRefusal(uid, other.id) : 'unknown';
        return { form: requestProblem(code, refusal) };
      }
      keepDraft(uid, chatId, noDraft);
      announce('Request sent.');
      await navigate(`/chats/${chatId}`, { replace: true });
      return undefined;
    },
  });
  const text = form.text('text');
  return (
    <div className={classes.form}>
      {obstacle ? <BeforeAsking obstacle={obstacle} /> : null}
      <Form form={form} label="Request" submitLabel="Send request">
        <p className={classes.quiet}>{requestSentence}</p>
        <TextArea
          {...text}
          label="Your message"
          description="Say who you are and why you write. You can send one message now, and more once they accept."
          limit={limits.messageTextMax}
          rows={5}
          onChange={(event) => {
            keepDraft(uid, chatId, { ...noDraft, words: { text: event.currentTarget.value, spans: [] } });
            text.onChange(event);
          }}
        />
        <ul className={classes.facts}>
          <li>They can accept, decline or block. You are not told if they decline.</li>
          <li>Pictures can be sent once they accept.</li>
        </ul>
      </Form>
    </div>
  );
};
