import type { OwnProfile } from '@sameboat/model/own-profile';
import type { User } from '@sameboat/model/user';
import type { Standing } from '@sameboat/model/visibility';

/** What each step of setting up a profile gets. */
export interface StepProps {
  readonly uid: string;
  readonly user: User;
  readonly profile: OwnProfile;
  readonly communities: Omit<Standing, 'discoverable'>;
  /** When it is stored, or skipped. */
  readonly onDone: () => void;
}
