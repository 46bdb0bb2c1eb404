import type { CommunityLogEntry } from '@sameboat/model/community-log';
import { communityLog } from '../../data/community-log.ts';
import { errorSentence } from '../../data/data-error.ts';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { usePaged } from '../../data/use-paged.ts';
import { Button } from '../../ui/button.tsx';
import { useShownName } from '../../ui/discreet.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { logWords, nameOf } from './community-log-words.ts';
import classes from './manage-page.module.css';

/** Who did what to whom, when and why. Nobody can change or delete it. */
export const CommunityLog = ({ uid, communityId }: { uid: string; communityId: string }) => {
  const source = communityLog(uid, communityId);
  const { items, hasMore, loadingMore, error } = usePaged(source);
  if (items === null)
    return error ? (
      <ErrorState title="We could not load the log" onRetry={source.retry}>
        <p>{errorSentence(error)}</p>
      </ErrorState>
    ) : (
      <Skeleton label="Loading the log" shape="lines" count={4} />
    );
  if (items.length === 0)
    return (
      <EmptyState title="Nothing has happened yet">
        <p>
          What the founder and the moderators do to members is written here. Only they can read it, and nobody
          can change it.
        </p>
      </EmptyState>
    );
  return (
    <>
      <ol className={classes.list} aria-label="Log">
        {items.map((entry) => (
          <Entry key={entry.id} asker={uid} entry={entry} />
        ))}
      </ol>
      {error ? <p role="alert">{errorSentence(error)}</p> : null}
      {hasMore ? (
        <div className={classes.below}>
          <Button variant="default" onClick={error ? source.retry : source.more} busy={loadingMore}>
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
};

const Entry = ({ asker, entry }: { asker: string; entry: CommunityLogEntry }) => {
  const actor = useShownName(nameOf(useLive(getUser(asker, entry.actor))));
  const target = useShownName(nameOf(useLive(entry.target === null ? null : getUser(asker, entry.target))));
  const [before, after] = logWords(entry.act);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.what}>
          <bdi>{actor}</bdi> {before} {entry.target === null ? null : <bdi>{target}</bdi>} {after}
        </p>
        {entry.reason.trim() === '' ? null : (
          <p className={classes.reason} dir="auto">
            {entry.reason}
          </p>
        )}
        <p className={classes.when}>
          <TimeText at={new Date(entry.at.toMillis())} />
        </p>
      </div>
    </li>
  );
};
