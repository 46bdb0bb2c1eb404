import { otterPages, toOtterAnswer } from '@sameboat/model/otter';
import { ButtonLink } from '../../ui/button-link.tsx';
import classes from './bot-answer.module.css';
import { MessageText } from './message-text.tsx';

/** What Otter said, and the link to a page of this app that the answer leads to. */
export const BotAnswer = ({ text }: { text: string }) => {
  const answer = toOtterAnswer(text);
  return (
    <>
      <MessageText text={answer.text} />
      {answer.page === null ? null : (
        <div className={classes.page}>
          <ButtonLink to={answer.page} size="small" quiet>
            {otterPages[answer.page]}
          </ButtonLink>
        </div>
      )}
    </>
  );
};
