import { Link } from 'react-router';
import { useLive } from '../../data/use-live.ts';
import { watchCommunity } from '../../data/watch-community.ts';
import { FieldError } from '../../ui/field.tsx';
import classes from './delete-account.module.css';

/** Says which communities need another founder first. Spoken at once: it is why nothing was deleted. */
export const FoundedCommunities = ({ uid, ids }: { uid: string; ids: readonly string[] }) => (
  <div role="alert" className={classes.stack}>
    <FieldError>
      {ids.length === 1
        ? 'You founded a community that others are in. Hand it over or delete it first.'
        : `You founded ${ids.length} communities that others are in. Hand them over or delete them first.`}
    </FieldError>
    <ul className={classes.sentences}>
      {ids.map((id) => (
        <li key={id}>
          <CommunityLink uid={uid} id={id} />
        </li>
      ))}
    </ul>
  </div>
);

const CommunityLink = ({ uid, id }: { uid: string; id: string }) => {
  const { value } = useLive(watchCommunity(uid, id));
  return (
    <Link to={`/communities/${id}`}>
      <bdi>{value?.name ?? 'Your community'}</bdi>
    </Link>
  );
};
