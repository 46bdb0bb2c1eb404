import { communityPath } from '@sameboat/model/community';
import { useState } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { renewAccessCode } from '../../data/renew-access-code.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toasts.ts';
import classes from './manage-page.module.css';

/** The way into a closed community. The code is shown when it is made, and never again: nobody keeps it. */
export const AccessCodePart = ({ communityId }: { communityId: string }) => {
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const renew = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setCode(await renewAccessCode(communityId));
    } catch (cause) {
      setProblem(errorSentence(toDataError(cause)));
    }
    setBusy(false);
  };

  return (
    <section className={classes.part} aria-labelledby="access-code">
      <h2 className={classes.title} id="access-code">
        Access code
      </h2>
      {code === null ? (
        <p className={classes.note}>
          People join with a code that you give them. It is shown only once, when you make it. A new code ends
          the one before; who is a member stays.
        </p>
      ) : (
        <NewCode code={code} link={`${window.location.origin}/${communityPath(communityId)}#${code}`} />
      )}
      <Button variant="default" onClick={renew} busy={busy}>
        Make a new code
      </Button>
      {problem ? <p role="alert">{problem}</p> : null}
    </section>
  );
};

const NewCode = ({ code, link }: { code: string; link: string }) => (
  <>
    <p className={classes.note}>
      Copy it now: it is not shown again. Everybody who has the code or the link can join.
    </p>
    <output className={classes.code} aria-label="New code">
      {code}
    </output>
    <p className={classes.link}>{link}</p>
    <div className={classes.buttons}>
      <Button variant="light" onClick={() => copy(code)}>
        Copy code
      </Button>
      <Button variant="light" onClick={() => copy(link)}>
        Copy link
      </Button>
    </div>
  </>
);

function copy(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => toast('Copied.'),
    () => toast('This could not be copied. Select it and copy it yourself.'),
  );
}
