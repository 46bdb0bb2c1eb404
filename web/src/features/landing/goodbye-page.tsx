import { LandingPage } from './landing-page.tsx';

/** The landing page as somebody sees it who has just deleted their account. */
export const GoodbyePage = () => (
  <LandingPage
    note={
      <p role="status">
        Your account is closed, and what you wrote is being removed. Thank you for having been here. Take care
        of yourself, and come back whenever you like.
      </p>
    }
  />
);
