import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import type { LeadAction } from '../../../../contract/leads/lists.ts';
import { type DraftPlace, drafts } from '../../../api/drafts.ts';
import { useMe } from '../../../api/me.ts';
import classes from '../../../ui/banner.module.css';
import { Banner } from '../../../ui/banner.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import type { DialogName } from './dialogs/lead-dialogs.tsx';

interface Offered {
  needs: LeadAction;
  opens: DialogName;
}

/** The dialogs whose drafts the lead's page offers, by form name. */
const offered: Readonly<Record<string, Offered>> = {
  accept: { needs: 'accept', opens: 'accept' },
  decline: { needs: 'decline', opens: 'decline' },
  won: { needs: 'close-outcome', opens: 'won' },
  lost: { needs: 'close-outcome', opens: 'lost' },
  'close-as-error': { needs: 'close-as-error', opens: 'close-as-error' },
  'edit-deal': { needs: 'edit', opens: 'edit-deal' },
  'edit-people': { needs: 'edit', opens: 'edit-people' },
  route: { needs: 'route', opens: 'route' },
};

interface DraftBannersProps {
  lead: Lead;
  /** An open dialog has its own banner. */
  hidden: boolean;
  onContinue: (dialog: DialogName) => void;
}

/** Drafts about this lead that the person began and did not send. */
export function DraftBanners({ lead, hidden, onContinue }: DraftBannersProps) {
  const me = useMe();
  const [, setRemoved] = useState(0);
  if (hidden) return null;
  const kept = drafts
    .list(me.person.id, lead.id)
    .filter(({ organizationId }) => organizationId === me.organization.id);
  const remove = (place: DraftPlace) => {
    drafts.remove(place);
    setRemoved((count) => count + 1);
  };
  return kept.map((place) => {
    const what = offered[place.form];
    if (!what || !lead.allowedActions.includes(what.needs)) return null;
    return (
      <Banner
        key={place.form}
        tone="info"
        icon={<IconPencil size={20} stroke={1.8} />}
        title={t(`draft.began.${what.opens}`)}
      >
        <div className={classes.action}>
          <span>{t('draft.kept')}</span>
          <Button size="compact-sm" onClick={() => onContinue(what.opens)}>
            {t('draft.continue')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => remove(place)}>
            {shared('action.discard')}
          </Button>
        </div>
      </Banner>
    );
  });
}
