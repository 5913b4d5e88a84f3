import { defineConfig } from 'vitest/config';

/** Inside the repository `signalbox` means its TypeScript sources; installed, its `dist/` (see `exports`). */
const conditions = ['signalbox-source', 'module', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    execArgv: ['--conditions=signalbox-source'],
    // The judges (promtool, a browser) want processors of their own.
    maxWorkers: 2,
    // Tests that start processes wait for a busy two-core machine, not for a slow test.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
