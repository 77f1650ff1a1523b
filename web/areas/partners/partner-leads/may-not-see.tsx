import { words } from '../../../../contract/words.ts';
import { ForbiddenPage } from '../../../ui/content/index.ts';

/** For people whose role does not show the leads of partners. */
export function MayNotSee() {
  return (
    <ForbiddenPage title="Partners’ leads" what="see partners’ leads">
      An {words.role['operator-admin']} of the whole installation can see where they stand.
    </ForbiddenPage>
  );
}
