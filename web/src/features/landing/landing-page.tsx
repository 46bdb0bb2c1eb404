import { usePageTitle } from '../../ui/use-page-title.ts';

export const LandingPage = () => {
  usePageTitle(null);
  return <h1>Sameboat</h1>;
};
