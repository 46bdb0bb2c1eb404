import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { placesInPieces } from './places-build.ts';

export default defineConfig({
  plugins: [react(), placesInPieces()],
  test: {
    name: 'web',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: ['./src/app/test-setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
