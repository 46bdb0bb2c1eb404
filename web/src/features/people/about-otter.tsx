import { otterExamples } from '@sameboat/model/otter';
import type { UserEntry } from '../../data/get-user.ts';
import { Chip } from '../../ui/chip.tsx';
import { ProfileCard } from '../../ui/profile-card.tsx';
import classes from './about-otter.module.css';

/** The profile of the bot: what it is, what it can do, and what it keeps. */
export const AboutOtter = ({ user }: { user: UserEntry }) => (
  <>
    <ProfileCard
      uid={user.id}
      user={user}
      shown={{ bio: user.bio, topics: [], place: null, lastActiveAt: null }}
    />
    <p>
      <Chip>Bot</Chip>
    </p>
    <section className={classes.part} aria-labelledby="can-do">
      <h2 id="can-do" className={classes.heading}>
        What Otter can do
      </h2>
      <p>
        Otter is a program, not a person. In the home chat it answers messages that begin with “Hey Otter”, in
        English:
      </p>
      <dl className={classes.list}>
        {otterExamples.map(({ about, ask }) => (
          <div key={ask}>
            <dt>{about}</dt>
            <dd>“{ask}”</dd>
          </div>
        ))}
      </dl>
    </section>
    <section className={classes.part} aria-labelledby="keeps">
      <h2 id="keeps" className={classes.heading}>
        What Otter keeps
      </h2>
      <p>
        Nothing about you. Its answers stand in the chat, where everyone can read them, as they can read your
        question. For the time and the date it reads the time zone in your own settings, which nobody else can
        see. It answers in no other chat, and nobody can write to it in private.
      </p>
    </section>
  </>
);
