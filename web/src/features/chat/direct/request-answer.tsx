import { useState } from 'react';
import { useNavigate } from 'react-router';
import { acceptRequest, declineRequest, undoDecline } from '../../../data/answer-chat-request.ts';
import { blockPerson } from '../../../data/block-person.ts';
import { errorSentence, toDataError } from '../../../data/data-error.ts';
import { noteLeft } from '../../../data/left-chats.ts';
import { useAction } from '../../../data/use-action.ts';
import { useReport } from '../../../data/use-report.ts';
import { announce } from '../../../ui/announcer.tsx';
import { BlockDialog } from '../../../ui/block-dialog.tsx';
import { Button } from '../../../ui/button.tsx';
import { PersonLink } from '../../../ui/person-link.tsx';
import { ReportButton } from '../../../ui/report-button.tsx';
import { toast } from '../../../ui/toasts.ts';
import classes from './request.module.css';

interface RequestAnswerProps {
  uid: string;
  other: { id: string; name: string };
  chatId: string;
  isDeclined: boolean;
  isBlocked: boolean;
  /** Of their message, for a report. */
  messagePath: string;
}

/** Accept, decline, block or report. The other person is told of the first alone. */
export const RequestAnswer = ({
  uid,
  other,
  chatId,
  isDeclined,
  isBlocked,
  messagePath,
}: RequestAnswerProps) => {
  const navigate = useNavigate();
  const [blocking, setBlocking] = useState(false);
  const reporting = useReport(uid, { kind: 'message', path: messagePath });

  const accept = useAction(async () => {
    await acceptRequest(uid, chatId);
    announce('You accepted. You can talk now.');
    // The focus goes on into the chat, which takes the place of this button.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const decline = useAction(async () => {
    await declineRequest(chatId);
    navigate('/requests', { replace: true });
    toast('Request declined. They are not told.', { label: 'Undo', onSelect: () => takeBack(chatId) });
  });
  const block = useAction(async () => {
    await blockPerson(uid, other.id);
    noteLeft([chatId]);
    navigate('/requests', { replace: true });
    toast(`You blocked ${other.name}.`);
  });

  if (isBlocked)
    return (
      <p className={classes.note}>
        You blocked this person. To accept, lift the block on{' '}
        <PersonLink uid={other.id}>their profile</PersonLink> first.
      </p>
    );
  const problem = accept.problem ?? decline.problem;
  return (
    <>
      <div className={classes.note}>
        <p>
          {isDeclined
            ? 'You declined this request. They are not told. You can still accept it.'
            : 'If you accept, you can both write here. If you decline or block, they are not told.'}
        </p>
      </div>
      <div className={classes.answers}>
        <Button onClick={accept.start} busy={accept.busy}>
          Accept
        </Button>
        {isDeclined ? null : (
          <Button variant="default" onClick={decline.start} busy={decline.busy}>
            Decline
          </Button>
        )}
        <Button variant="default" danger onClick={() => setBlocking(true)}>
          Block
        </Button>
      </div>
      {problem ? <p role="alert">{problem}</p> : null}
      <ReportButton label="Report this request" {...reporting} />
      <BlockDialog
        open={blocking}
        name={other.name}
        busy={block.busy}
        problem={block.problem}
        onBlock={block.start}
        onClose={() => setBlocking(false)}
      />
    </>
  );
};

function takeBack(chatId: string): void {
  undoDecline(chatId).then(
    () => toast('The request is back.'),
    (cause: unknown) => toast(errorSentence(toDataError(cause))),
  );
}
