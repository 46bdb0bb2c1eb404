import '../ui/theme/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bootSession } from '../data/session/session-store.ts';
import { followDiscreet } from '../ui/discreet.ts';
import { followColorScheme } from '../ui/theme/color-scheme.ts';
import { App } from './app.tsx';
import { installServiceWorker } from './service-worker.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

followColorScheme();
followDiscreet();
bootSession();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
installServiceWorker();
