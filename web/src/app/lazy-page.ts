import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';

/** A page that is fetched when its route is first shown: `lazyPage(() => import('…/chat-page.tsx'), 'ChatPage')`. */
export const lazyPage = <Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));
