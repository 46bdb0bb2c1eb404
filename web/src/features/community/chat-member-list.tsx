import { useState } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { handOverChat, removeFromChat } from '../../data/group-chat-acts.ts';
import { useLive } from '../../data/use-live.ts';
import { watchChatMembers } from '../../data/watch-chat-members.ts';
import { announce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { MembersWait } from '../../ui/members-wait.tsx';
import type { MenuEntry } from '../../ui/menu-entry.ts';
import { CommunityMemberRow } from './community-member-row.tsx';
import classes from './manage-page.module.css';

interface ChatMemberListProps {
  uid: string;
  chatId: string;
  isOwner: boolean;
}

interface Chosen {
  readonly act: 'remove' | 'handOver';
  readonly target: string;
  readonly name: string;
}

/** Who is in a group chat, and what its owner or a moderator can do to them. */
export const ChatMemberList = ({ uid, chatId, isOwner }: ChatMemberListProps) => {
  const source = watchChatMembers(uid, chatId);
  const members = useLive(source);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const menu = (target: string, name: string): readonly MenuEntry[] => {
    if (target === uid) return [];
    const remove: MenuEntry = {
      label: 'Remove from the chat',
      danger: true,
      onSelect: () => setChosen({ act: 'remove', target, name }),
    };
    const handOver: MenuEntry = {
      label: 'Hand the chat over',
      onSelect: () => setChosen({ act: 'handOver', target, name }),
    };
    return isOwner ? [handOver, 'line', remove] : [remove];
  };
  return (
    <section className={classes.part} aria-labelledby="chat-members">
      <h2 className={classes.title} id="chat-members">
        Members
      </h2>
      {members.value === undefined ? (
        <MembersWait problem={members.error && errorSentence(members.error)} onRetry={source.retry} />
      ) : (
        <ul className={classes.people} aria-labelledby="chat-members">
          {members.value.map((member) => (
            <CommunityMemberRow
              key={member.id}
              asker={uid}
              uid={member.uid}
              role={member.role}
              menu={(name) => menu(member.uid, name)}
            />
          ))}
        </ul>
      )}
      {chosen ? (
        <Question
          key={`${chosen.act}/${chosen.target}`}
          uid={uid}
          chatId={chatId}
          chosen={chosen}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </section>
  );
};

interface QuestionProps {
  uid: string;
  chatId: string;
  chosen: Chosen;
  onClose: () => void;
}

const Question = ({ uid, chatId, chosen: { act, target, name }, onClose }: QuestionProps) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const removes = act === 'remove';
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await (removes ? removeFromChat : handOverChat)({ uid, chatId, target });
      announce(removes ? 'They are not in the chat any more.' : 'You handed the chat over.');
      onClose();
    } catch (cause) {
      setProblem(errorSentence(toDataError(cause)));
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      title={removes ? 'Remove from this chat?' : 'Hand this chat over?'}
      confirmLabel={removes ? 'Remove' : 'Hand over'}
      danger={removes}
      busy={busy}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>
        <bdi>{name}</bdi>{' '}
        {removes
          ? 'cannot read or write here any more, and cannot come back until you let them. What they wrote stays.'
          : 'will own the chat, and can rename it, remove people and delete it. You stay in it as a member.'}
      </p>
      {problem ? <p role="alert">{problem}</p> : null}
    </ConfirmDialog>
  );
};
