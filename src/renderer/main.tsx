import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Tooltip } from '@base-ui/react/tooltip'
import { QueryClientProvider } from '@tanstack/react-query'
import { client, queries, refreshAfter } from './api.ts'
import { storeTyped } from './editor/flush-on-leave.ts'
import { Shell } from './shell/shell.tsx'
import { Toaster } from './ui/toast.tsx'
import './theme/index.css'

client.subscribe(refreshAfter)
client.subscribe(({ name }) => { if (name === 'app.closing') storeTyped().catch(() => undefined) })
// A library that is not open yet has nothing to go on with.
void client.call('history.adopt', {}).catch(() => undefined)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Tooltip.Provider>
        <Shell />
        <Toaster />
      </Tooltip.Provider>
    </QueryClientProvider>
  </StrictMode>,
)
