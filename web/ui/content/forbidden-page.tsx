import type { ReactNode } from 'react';
import { Page, Panel } from '../page.tsx';
import { NoPermission } from '../states.tsx';
import { t } from './catalogue.ts';

interface ForbiddenPageProps {
  title: string;
  /** What the role does not show or allow, after "Your role can’t". */
  what: string;
  width?: 'narrow';
  children: ReactNode;
}

/** In the place of a page that the person may not open: says who can. */
export function ForbiddenPage({ title, what, width, children }: ForbiddenPageProps) {
  return (
    <Page title={title} width={width}>
      <Panel>
        <NoPermission title={t('forbidden', { what })}>{children}</NoPermission>
      </Panel>
    </Page>
  );
}
