import type { CommunityRole } from '@sameboat/model/community-member';
import { type ReactNode, useState } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { handOverCommunity, setModerator } from '../../data/moderate-member.ts';
import { announce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { ChosenAct, ListAct } from './member-acts.ts';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';

interface MemberActDialogsProps {
  uid: string;
  communityId: string;
  /** What is asked about; null while nothing is. */
  chosen: ChosenAct | null;
  onClose: () => void;
  /** The role that somebody has now; null when they are no member any more. */
  onDone: (uid: string, role: CommunityRole | null) => void;
}

interface Question {
  readonly title: string;
  readonly confirm: string;
  readonly what: (name: ReactNode) => ReactNode;
  readonly done: string;
  readonly role: CommunityRole;
}

type RoleAct = Exclude<ListAct, 'remove'>;

const questions: Readonly<Record<RoleAct, Question>> = {
  appoint: {
    title: 'Make this member a moderator?',
    confirm: 'Make moderator',
    what: (name) => (
      <p>
        {name} will see every member, can change the description and the rules, and can remove members. You
        can withdraw this at any time.
      </p>
    ),
    done: 'Done. They are a moderator now.',
    role: 'moderator',
  },
  withdraw: {
    title: 'Withdraw this moderator?',
    confirm: 'Withdraw',
    what: (name) => <p>{name} stays a member, and does not help to run the community any more.</p>,
    done: 'Done. They are a member now.',
    role: 'member',
  },
  handOver: {
    title: 'Hand the community over?',
    confirm: 'Hand over',
    what: (name) => (
      <p>
        {name} will run the community as its founder, and can delete it. You become a moderator. Only {name}{' '}
        can give it back to you.
      </p>
    ),
    done: 'You handed the community over.',
    role: 'founder',
  },
};

/** Asks before something is done to a member, and does it. */
export const MemberActDialogs = ({ uid, communityId, chosen, onClose, onDone }: MemberActDialogsProps) => {
  const isRemoval = chosen?.act === 'remove';
  return (
    <>
      <RemoveMemberDialog
        uid={uid}
        communityId={communityId}
        target={isRemoval ? chosen.target : null}
        onClose={onClose}
        onRemoved={(target) => onDone(target, null)}
      />
      {chosen === null || chosen.act === 'remove' ? null : (
        <RoleQuestion
          key={`${chosen.act}/${chosen.target.uid}`}
          act={chosen.act}
          name={chosen.target.name}
          onClose={onClose}
          onConfirm={async (act) => {
            const moderation = { uid, communityId, target: chosen.target.uid, reason: '' };
            if (act === 'handOver') await handOverCommunity(moderation);
            else await setModerator(moderation, act === 'appoint');
            onDone(chosen.target.uid, questions[act].role);
          }}
        />
      )}
    </>
  );
};

interface RoleQuestionProps {
  act: RoleAct;
  name: string;
  onClose: () => void;
  onConfirm: (act: RoleAct) => Promise<void>;
}

const RoleQuestion = ({ act, name, onClose, onConfirm }: RoleQuestionProps) => {
  const question = questions[act];
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm(act);
      announce(question.done);
      onClose();
    } catch (cause) {
      setProblem(errorSentence(toDataError(cause)));
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      title={question.title}
      confirmLabel={question.confirm}
      busy={busy}
      onConfirm={confirm}
      onCancel={onClose}
    >
      {question.what(<bdi>{name}</bdi>)}
      {problem ? <p role="alert">{problem}</p> : null}
    </ConfirmDialog>
  );
};
