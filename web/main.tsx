import './ui/mantine.css';
import './ui/tokens.css';
import './ui/base.css';
import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchNetwork } from './api/connection.ts';
import { drafts } from './api/drafts.ts';
import { createQueryClient, readAgainWhenBack } from './api/queries.ts';
import { watchSignOut } from './api/session.ts';
import { noteArrival } from './lead-query/left-out.ts';
import { loadPageAhead } from './router.tsx';
import { parseAddress } from './shell/address.ts';
import { Announcements } from './shell/announcements.tsx';
import { App } from './shell/app.tsx';
import { registerServiceWorker } from './shell/service-worker.ts';
import { colorSchemeKey, cssVariables, theme } from './ui/theme.ts';

const queryClient = createQueryClient();
watchSignOut(queryClient);
watchNetwork();
readAgainWhenBack(queryClient);
drafts.tidy();
loadPageAhead(window.location.pathname);
if (window.location.pathname === '/leads') noteArrival(parseAddress(window.location.search));
registerServiceWorker();
const colorScheme = localStorageColorSchemeManager({ key: colorSchemeKey });
const root = document.getElementById('app');

if (root) {
  createRoot(root).render(
    <StrictMode>
      {/* Follows the direction of the page, which its language has. */}
      <DirectionProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          colorSchemeManager={colorScheme}
          defaultColorScheme="auto"
        >
          <Announcements />
          <QueryClientProvider client={queryClient}>
            <App />
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>,
  );
}
