import { usePageTitle } from '../../ui/use-page-title.ts';

export const HelpPage = () => {
  usePageTitle('Help');
  return <h1>Help</h1>;
};
