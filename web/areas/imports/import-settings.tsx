import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { currencies } from '../../../contract/currencies.ts';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import {
  type ImportMatch,
  type ImportStartState,
  importMatches,
  importStartStates,
} from '../../../contract/imports/lists.ts';
import { words } from '../../../contract/words.ts';
import { useMe } from '../../api/queries.ts';
import { Panel } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './imports.module.css';
import type { ImportChange } from './use-import-steps.ts';

interface Props {
  one: LeadImport;
  apply: (change: ImportChange) => void;
}

const needed = { leadId: 'LeadId', externalId: 'CrmId', emailAndCustomer: 'Email' } as const;
const matchLabels: Readonly<Record<ImportMatch, string>> = {
  leadId: t('settings.leadId'),
  externalId: words.field.crmId,
  emailAndCustomer: t('settings.emailAndCustomer'),
};
const stateLabels: Readonly<Record<ImportStartState, string>> = {
  Accepted: t('settings.accepted'),
  Received: t('settings.received'),
};

/** How rows are recognized as leads that are here, and what holds for new ones. */
export function ImportSettings({ one, apply }: Props) {
  const { settings, columns } = one;
  const isPartner = useMe().organization.kind === 'partner';
  const has = (match: ImportMatch) => columns.some(({ field }) => field === needed[match]);
  return (
    <Panel title={t('settings.title')}>
      <div className={classes.settings}>
        <Radio.Group
          label={t('settings.matchBy')}
          value={settings.matchBy}
          onChange={(value) => apply({ matchBy: value as ImportMatch })}
        >
          <div className={classes.radios}>
            {importMatches.map((match) => (
              <Radio key={match} value={match} label={matchLabels[match]} disabled={!has(match)} />
            ))}
          </div>
        </Radio.Group>
        {isPartner && (
          <Radio.Group
            label={t('settings.startState')}
            value={settings.startState}
            onChange={(value) => apply({ startState: value as ImportStartState })}
          >
            <div className={classes.radios}>
              {importStartStates.map((state) => (
                <Radio key={state} value={state} label={stateLabels[state]} />
              ))}
            </div>
          </Radio.Group>
        )}
        <NativeSelect
          className={classes.currency}
          label={t('settings.currency')}
          data={Object.keys(currencies).sort()}
          value={settings.currency}
          onChange={(event) => apply({ currency: event.currentTarget.value })}
        />
        <Checkbox
          label={t('settings.notify')}
          description={t('settings.notifyHint')}
          checked={settings.notify}
          onChange={(event) => apply({ notify: event.currentTarget.checked })}
        />
      </div>
    </Panel>
  );
}
