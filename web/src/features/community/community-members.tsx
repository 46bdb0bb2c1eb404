import type { CommunityMember } from '@sameboat/model/community-member';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { everyMember, listedMembers } from '../../data/community-members.ts';
import { errorSentence } from '../../data/data-error.ts';
import { usePaged } from '../../data/use-paged.ts';
import { Button } from '../../ui/button.tsx';
import { MembersWait } from '../../ui/members-wait.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CommunityMemberRow } from './community-member-row.tsx';
import classes from './community-members.module.css';
import { ListedSwitch } from './listed-switch.tsx';
import { membersFrom } from './members-from.ts';

interface CommunityMembersProps {
  communityId: string;
  /** The membership of the person who looks. */
  me: CommunityMember;
}

/** Who is here, as far as this person may see; and whether they show up here themselves. For members alone. */
export const CommunityMembers = ({ communityId, me }: CommunityMembersProps) => {
  const [open, setOpen] = useState(false);
  const from = membersFrom(me.joinedAt.toMillis(), useNow());
  const runsIt = me.role !== 'member';
  return (
    <section className={classes.part} aria-labelledby="community-members">
      <h2 className={classes.title} id="community-members">
        Members
      </h2>
      {runsIt ? null : <ListedSwitch uid={me.uid} communityId={communityId} listed={me.listed} />}
      {runsIt || from === 'now' ? (
        <>
          <p className={classes.note}>
            {runsIt
              ? 'You see everybody, because you help to run this community. Members see only those who chose to be listed.'
              : 'You see the members who chose to be listed.'}
          </p>
          <Button
            variant="default"
            icon={<IconUsers size={20} stroke={1.75} aria-hidden="true" />}
            aria-expanded={open}
            onClick={() => setOpen((before) => !before)}
          >
            {open ? 'Hide members' : 'Show members'}
          </Button>
          {open ? <MemberList communityId={communityId} me={me} /> : null}
        </>
      ) : (
        <p className={classes.note}>
          {from === 'tomorrow'
            ? 'From tomorrow you will see the members who chose to be listed.'
            : 'Later today you will see the members who chose to be listed.'}
        </p>
      )}
    </section>
  );
};

const MemberList = ({ communityId, me }: CommunityMembersProps) => {
  const runsIt = me.role !== 'member';
  const source = (runsIt ? everyMember : listedMembers)({ uid: me.uid, communityId, listed: me.listed });
  const { items, hasMore, loadingMore, error } = usePaged(source);
  if (items === null) return <MembersWait problem={error && errorSentence(error)} onRetry={source.retry} />;
  // Who runs it stands above.
  const members = runsIt ? items : items.filter((member) => member.role === 'member');
  return (
    <>
      {members.length === 0 && !hasMore ? (
        <p className={classes.note}>Nobody has chosen to be listed yet.</p>
      ) : (
        <ul className={classes.list} aria-labelledby="community-members">
          {members.map((member) => (
            <CommunityMemberRow key={member.uid} asker={me.uid} uid={member.uid} role={member.role} />
          ))}
        </ul>
      )}
      {error ? <p role="alert">{errorSentence(error)}</p> : null}
      {hasMore ? (
        <Button variant="default" onClick={error ? source.retry : source.more} busy={loadingMore}>
          Show more members
        </Button>
      ) : null}
    </>
  );
};
