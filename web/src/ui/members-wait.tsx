import { ErrorState } from './error-state.tsx';
import { Skeleton } from './skeleton.tsx';

interface MembersWaitProps {
  /** Why there is no list, in a sentence; null while it is on its way. */
  problem: string | null;
  onRetry: () => void;
}

/** Stands where a list of members will be. */
export const MembersWait = ({ problem, onRetry }: MembersWaitProps) =>
  problem === null ? (
    <Skeleton label="Loading members" count={4} />
  ) : (
    <ErrorState title="We could not load the members" onRetry={onRetry}>
      <p>{problem}</p>
    </ErrorState>
  );
