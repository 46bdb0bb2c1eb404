import '@sameboat/model/without-eval';
import { typedCodeSchema } from '@sameboat/model/access-code';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { getCommunityNotice } from '../../data/get-community-notice.ts';
import {
  type ClosedCommunity as Community,
  joinClosedCommunity,
  lookAtClosedCommunity,
} from '../../data/join-closed-community.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import classes from './closed-community.module.css';
import { CommunityText } from './community-text.tsx';
import { JoinDialog } from './join-dialog.tsx';

interface ClosedCommunityProps {
  uid: string;
  communityId: string;
  /** From an invitation link; null without one. */
  invited: string | null;
  onJoined: () => void;
}

/** A community that this person cannot see, or that does not exist: the same words for both, and the way in by code. */
export const ClosedCommunity = ({ uid, communityId, invited, onJoined }: ClosedCommunityProps) => {
  const [opened, setOpened] = useState<{ code: string; community: Community } | null>(null);
  const told = useNotice(uid, communityId);
  if (opened)
    return (
      <Opened
        uid={uid}
        communityId={communityId}
        code={opened.code}
        community={opened.community}
        onJoined={onJoined}
      />
    );
  return (
    <EmptyState
      icon={<IconLock size={28} stroke={1.5} />}
      title={invited === null ? 'You cannot open this community' : 'You are invited'}
    >
      {told === null ? null : <p className={classes.told}>{told}</p>}
      <p>
        {invited === null
          ? 'It does not exist, or it is only for its members. With its access code you can read its rules and join.'
          : 'This community is only for its members. Open it to read its rules, and join if you like.'}
      </p>
      <CodeForm
        invited={invited}
        onCode={async (code) => {
          setOpened({ code, community: await lookAtClosedCommunity(communityId, code) });
        }}
      />
      <ButtonLink to="/discover" variant="subtle">
        Discover communities
      </ButtonLink>
    </EmptyState>
  );
};

/** Asked for once: what this person was last told, so that who was removed reads why. */
function useNotice(uid: string, communityId: string): string | null {
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    getCommunityNotice(uid, communityId).then((notice) => {
      if (current) setTold(notice);
    });
    return () => {
      current = false;
    };
  }, [uid, communityId]);
  return told;
}

const schema = z.object({ code: typedCodeSchema });

const CodeForm = ({
  invited,
  onCode,
}: {
  invited: string | null;
  onCode: (code: string) => Promise<void>;
}) => {
  const form = useForm({
    initialValues: { code: invited ?? '' },
    schema,
    submit: async ({ code }) => {
      try {
        await onCode(code);
        return undefined;
      } catch (cause) {
        const error = toDataError(cause);
        const isAboutCode = error.code === 'wrong-code' || error.code === 'too-many-tries';
        return isAboutCode ? { code: errorSentence(error) } : { form: errorSentence(error) };
      }
    },
  });
  return (
    <div className={classes.form}>
      <Form form={form} label="Access code" submitLabel="Open">
        <TextField
          {...form.text('code')}
          label="Access code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </Form>
    </div>
  );
};

const Opened = ({
  uid,
  communityId,
  code,
  community,
  onJoined,
}: {
  uid: string;
  communityId: string;
  code: string;
  community: Community;
  onJoined: () => void;
}) => {
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.opened}>
      <h2 className={classes.name}>
        <bdi>{community.name}</bdi>
      </h2>
      <CommunityText community={community} />
      <Button onClick={() => setAsking(true)}>Join community</Button>
      <JoinDialog
        open={asking}
        rules={community.rules}
        onClose={() => setAsking(false)}
        onJoin={async (choice) => {
          await joinClosedCommunity(uid, communityId, { code, ...choice });
          announce('You joined the community.');
          onJoined();
          return undefined;
        }}
      />
    </div>
  );
};
