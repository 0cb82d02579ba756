/**
 * How the three programs are built: main (several entries, flat ES modules, dependencies left in node_modules),
 * the preload script (CommonJS, as a sandboxed page needs it) and the renderer (local files only, nothing inlined).
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          electron: 'src/main/electron.ts',
          server: 'src/main/server.ts',
          cli: 'src/main/cli.ts',
          'library-worker': 'src/main/library-worker.ts',
          'format-worker': 'src/main/formats/format-worker.ts',
          'backup-worker': 'src/main/backup-worker.ts',
          'spelling-worker': 'src/main/spelling/spelling-worker.ts',
        },
        // Flat, so that a module finds its neighbours by import.meta.url wherever the bundler puts it.
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      // The content security policy allows no data: address for fonts or styles.
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
})
