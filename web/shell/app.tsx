import { useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { MeContext } from '../api/me.ts';
import { meQuery } from '../api/queries.ts';
import { router } from '../router.tsx';
import { ErrorState } from '../ui/index.ts';
import { SignInPage } from './sign-in-page.tsx';
import { Splash } from './splash.tsx';

/** Shows sign-in to strangers, whatever the address, and the pages to everybody else. */
export function App() {
  const me = useQuery(meQuery);
  if (me.isPending) return <Splash />;
  if (me.isError) {
    return (
      <main>
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  if (me.data === null) return <SignInPage />;
  const { person, organization } = me.data;
  return (
    <MeContext value={me.data}>
      <RouterProvider router={router} key={`${person.id} ${organization.id}`} />
    </MeContext>
  );
}
