import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { Me } from '../../contract/identity/identity.ts';
import { MeContext } from '../../web/api/me.ts';
import { createQueryClient, queryKeys } from '../../web/api/queries.ts';
import { theme } from '../../web/ui/theme.ts';
import { makeMe } from './made.ts';
import { type Answers, startPartServer } from './server.ts';

interface PartOptions {
  /** What the server answers; a request to anything else fails the test. */
  answers?: Answers;
  /** Who is signed in; null: nobody. */
  as?: Me | null;
  /** The address at which the part is shown. It stays when the address changes. */
  at?: string;
}

/**
 * Shows a part of a page by itself, with everything that the shell has around a page, and a person in front of it.
 */
export async function renderPart(
  part: ReactNode,
  { answers = {}, as = makeMe(), at = '/' }: PartOptions = {},
) {
  const server = startPartServer(answers);
  const client = createClient();
  client.setQueryData(queryKeys.me, as);
  const router = createPartRouter(part, as, at);
  await router.load();
  render(
    <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <Notifications position="bottom-right" portalProps={{ target: document.body }} />
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
      <div id="overlays" />
    </MantineProvider>,
  );
  // What opens takes the focus a moment later: nobody types before.
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  const user = userEvent.setup({ delay: null });
  return {
    user,
    /** Replaces the text of a field at once, as by pasting: in a large form, that is quicker than key by key. */
    fill: async (field: HTMLElement, words: string) => {
      await user.clear(field);
      await user.paste(words);
    },
    server,
    client,
    /** The address as it stands, with its query. */
    address: () => router.history.location.href,
    /** Goes to another address, as a link or the Back button would. */
    goTo: (path: string) =>
      act(() => {
        // Not waited for: whoever has typed something is asked first.
        void router.navigate({ to: path });
      }),
  };
}

/** The client of the app, which tries again without a pause. */
function createClient() {
  const client = createQueryClient();
  const { queries, ...others } = client.getDefaultOptions();
  client.setDefaultOptions({ ...others, queries: { ...queries, retryDelay: 0 } });
  return client;
}

function createPartRouter(part: ReactNode, as: Me | null, at: string) {
  const root = createRootRoute({
    component: () => (
      <MeContext value={as}>
        <main id="main" tabIndex={-1}>
          {part}
        </main>
      </MeContext>
    ),
  });
  // Some parts read the address of the list; everything else is an address like any other.
  const routes = ['/leads', '$'].map((path) => createRoute({ getParentRoute: () => root, path }));
  return createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
}
