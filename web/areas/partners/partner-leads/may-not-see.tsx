import { words } from '../../../../contract/words.ts';
import { NoPermission, Page, Panel } from '../../../ui/index.ts';

/** For people whose role does not show the leads of partners. */
export function MayNotSee() {
  return (
    <Page title="Partners’ leads">
      <Panel>
        <NoPermission title="Your role can’t see partners’ leads">
          An {words.role['operator-admin']} of the whole installation can see where they stand.
        </NoPermission>
      </Panel>
    </Page>
  );
}
