import { useSession } from '../data/session/use-session.ts';
import { lazyPage } from './lazy-page.ts';

const WelcomePage = lazyPage(() => import('../features/account/welcome-page.tsx'), 'WelcomePage');
const SetUpPage = lazyPage(() => import('../features/people/set-up-page.tsx'), 'SetUpPage');

/** `/welcome`: first a name and a handle, then what else a profile may hold. */
export const Welcome = () => (useSession().status === 'signed-in' ? <SetUpPage /> : <WelcomePage />);
