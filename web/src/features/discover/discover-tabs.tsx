import { TabLinks } from '../../ui/tab-links.tsx';

const pages = [
  { to: '/discover', label: 'Communities' },
  { to: '/discover/people', label: 'People' },
] as const;

/** The two things that can be found. Both pages share what was chosen. */
export const DiscoverTabs = () => <TabLinks label="What to find" pages={pages} />;
