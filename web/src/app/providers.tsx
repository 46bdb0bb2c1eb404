import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from '../ui/theme/theme.ts';

/**
 * Mantine takes its variables from our stylesheets, not from style elements of its own: those would need
 * `style-src 'unsafe-inline'`.
 */
export const Providers = ({ children }: { children: ReactNode }) => (
  <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
    {children}
  </MantineProvider>
);
