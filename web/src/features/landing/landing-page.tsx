import { IconEyeOff, IconIdOff, IconMapPin } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { useConnection } from '../../data/connection.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { OfflineBanner } from '../../ui/offline-banner.tsx';
import { PublicBar } from '../../ui/public-bar.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './landing-page.module.css';
import { Water } from './water.tsx';

// A phone has no room for it, and does not fetch it.
const SampleConversation = lazy(async () => ({
  default: (await import('./sample-conversation.tsx')).SampleConversation,
}));

const promises = [
  {
    icon: IconIdOff,
    title: 'A nickname is enough',
    words: 'You need no real name and no phone number, only an e-mail address to sign in with.',
  },
  {
    icon: IconMapPin,
    title: 'Your exact location stays private',
    words: 'Others see your town at most, never an address, and only if you choose to show it.',
  },
  {
    icon: IconEyeOff,
    title: 'Only members can read',
    words: 'Nothing you write can be seen without an account. There are no adverts and no trackers.',
  },
] as const;

/** The first screen of somebody new. Firebase is not loaded: nothing but this page is fetched. `note` stands above all. */
export const LandingPage = ({ note }: { note?: ReactNode }) => {
  usePageTitle(null);
  const wide = useMediaQuery('(min-width: 960px)');
  return (
    <div className={classes.page}>
      <OfflineBanner connection={useConnection()} />
      <PublicBar atHome />
      <main className={classes.main}>
        {note ? <div className={classes.note}>{note}</div> : null}
        <div className={classes.first}>
          <div className={classes.hero}>
            <h1 className={classes.title}>People near you who are in the same boat</h1>
            <p className={classes.lead}>
              Find people in your area who live with the same thing, and talk: in a small community, in a
              group chat, or one to one.
            </p>
            <div className={classes.buttons}>
              <ButtonLink to="/sign-up">Find your people</ButtonLink>
              <ButtonLink to="/sign-in" quiet>
                Sign in
              </ButtonLink>
            </div>
            <p className={classes.not}>
              Sameboat is not a crisis service, and it does not replace treatment. If you need help now,{' '}
              <Link to="/help">crisis help is here</Link>.
            </p>
          </div>
          <div className={classes.sample}>
            {wide ? (
              <Suspense fallback={null}>
                <SampleConversation />
              </Suspense>
            ) : null}
          </div>
        </div>
        <ul className={classes.promises} aria-label="Privacy">
          {promises.map(({ icon: Glyph, title, words }) => (
            <li key={title} className={classes.promise}>
              <Glyph size={20} stroke={1.75} aria-hidden="true" className={classes.glyph} />
              <div>
                <h2 className={classes.promiseTitle}>{title}</h2>
                <p className={classes.promiseWords}>{words}</p>
              </div>
            </li>
          ))}
        </ul>
      </main>
      <Water />
    </div>
  );
};
