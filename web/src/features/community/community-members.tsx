import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { errorSentence } from '../../data/data-error.ts';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { watchCommunityMembers } from '../../data/watch-community-members.ts';
import { Button } from '../../ui/button.tsx';
import { MemberRow } from '../../ui/member-row.tsx';
import { MembersWait } from '../../ui/members-wait.tsx';
import classes from './community-members.module.css';

/** Who is here; fetched only when somebody asks, for members alone. */
export const CommunityMembers = ({ uid, communityId }: { uid: string; communityId: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <section className={classes.part}>
      <Button
        variant="default"
        icon={<IconUsers size={20} stroke={1.75} aria-hidden="true" />}
        aria-expanded={open}
        onClick={() => setOpen((before) => !before)}
      >
        Members
      </Button>
      {open ? <MemberList uid={uid} communityId={communityId} /> : null}
    </section>
  );
};

const MemberList = ({ uid, communityId }: { uid: string; communityId: string }) => {
  const source = watchCommunityMembers(uid, communityId);
  const members = useLive(source);
  if (members.value === undefined)
    return <MembersWait problem={members.error && errorSentence(members.error)} onRetry={source.retry} />;
  return (
    <ul className={classes.list} aria-label="Members">
      {members.value.map((member) => (
        <Member key={member.uid} asker={uid} uid={member.uid} role={member.role} />
      ))}
    </ul>
  );
};

const ROLES = { founder: 'founder', moderator: 'moderator', member: null } as const;

const Member = ({ asker, uid, role }: { asker: string; uid: string; role: keyof typeof ROLES }) => {
  const user = useLive(getUser(asker, uid));
  const name = user.value?.displayName ?? (user.status === 'ready' ? 'Someone who left' : ' ');
  const notes = [ROLES[role], uid === asker ? 'you' : null].filter((note) => note !== null);
  return <MemberRow id={uid} name={name} handle={user.value?.handle} notes={notes} />;
};
