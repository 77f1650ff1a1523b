import { words } from '../../../../contract/words.ts';
import { ForbiddenPage } from '../../../ui/content/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

/** For people whose role does not show the leads of partners. */
export function MayNotSee() {
  return (
    <ForbiddenPage title={shared('title.partnersLeads')} message={t('forbidden.title')}>
      {t('forbidden.text', { role: words.role['operator-admin'] })}
    </ForbiddenPage>
  );
}
