import type { Place } from '@sameboat/model/place';
import { type TopicId, topicIds, topics } from '@sameboat/model/topics';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { createCommunity } from '../../data/create-community.ts';
import { toDataError } from '../../data/data-error.ts';
import { useUid } from '../../data/session/use-session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { type CommunityProblems, checkCommunity, RULES_TO_BEGIN_WITH } from './check-community.ts';
import classes from './new-community-page.module.css';
import { communityRefusal } from './refusals.ts';

/** `/communities/new`: five things about a new community. Whatever is refused, nothing typed is lost. */
export const NewCommunityPage = () => {
  usePageTitle('New community');
  const uid = useUid();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [topic, setTopic] = useState<TopicId | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [about, setAbout] = useState('');
  const [rules, setRules] = useState(RULES_TO_BEGIN_WITH);
  const [problems, setProblems] = useState<CommunityProblems>({});
  const [creating, setCreating] = useState(false);

  const [refusals, setRefusals] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  // What is wrong may stand above what is in sight.
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const refuse = (next: CommunityProblems) => {
    setProblems(next);
    setRefusals((before) => before + 1);
  };
  const mended = (field: keyof CommunityProblems) => {
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== field)));
  };

  const create = async (event: FormEvent) => {
    event.preventDefault();
    const checked = checkCommunity({ name, topic, place, about, rules });
    if (checked.input === null) {
      refuse(checked.problems);
      return;
    }
    setProblems({});
    setCreating(true);
    try {
      const id = await createCommunity(uid, checked.input);
      announce('Your community is ready.');
      navigate(`/communities/${id}`, { replace: true });
    } catch (cause) {
      refuse(communityRefusal(toDataError(cause)));
      setCreating(false);
    }
  };

  return (
    <>
      <PageHeader title="New community" back={{ to: '/discover', label: 'Back to Discover' }} />
      <PageBody>
        <form ref={form} className={classes.form} onSubmit={create} noValidate aria-label="New community">
          <TextField
            label="Name"
            description="People find it by this name. It need not tell the topic."
            value={name}
            error={problems.name}
            onChange={(event) => {
              setName(event.currentTarget.value);
              mended('name');
            }}
          />
          <Select
            label="Topic"
            value={topic ?? ''}
            error={problems.topic}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              setTopic(topicIds.find((id) => id === chosen) ?? null);
              mended('topic');
            }}
            placeholder="Choose a topic"
            options={topics.map((one) => ({ value: one.id, label: one.name }))}
          />
          <PlaceField
            label="Place"
            description="City level only. Leave it empty for a community without a place."
            placeholder="Anywhere"
            value={place}
            onChange={setPlace}
          />
          <TextArea
            label="About"
            description="Who it is for, and what you do there."
            rows={4}
            value={about}
            error={problems.about}
            onChange={(event) => {
              setAbout(event.currentTarget.value);
              mended('about');
            }}
          />
          <TextArea
            label="Rules"
            description="People read them before they join."
            rows={5}
            value={rules}
            error={problems.rules}
            onChange={(event) => {
              setRules(event.currentTarget.value);
              mended('rules');
            }}
          />
          <p className={classes.note}>
            Anyone with an account can find it and join. Only members see its chats.
          </p>
          {problems.all ? (
            <p role="alert" className={classes.problem}>
              {problems.all}
            </p>
          ) : null}
          <div>
            <Button type="submit" busy={creating}>
              Create community
            </Button>
          </div>
        </form>
      </PageBody>
    </>
  );
};
