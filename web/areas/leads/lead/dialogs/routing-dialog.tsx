import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { request } from '../../../../api/client.ts';
import { partnersQuery } from '../../../../api/queries.ts';
import { tidyAddress } from '../../../../lead-query/list-state.ts';
import { announce, FormDialog, matchField, useDraft, useSubmission } from '../../../../ui/forms/index.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import { LocationSelect, PartnerSelect } from '../../../organizations/index.ts';
import { useLeadCache } from '../lead-data.ts';
import { t } from './catalogue.ts';
import { OvertakenBanner } from './overtaken-banner.tsx';
import { useLeadAction } from './use-lead-action.ts';

const fieldOf = matchField(['organizationId', 'locationId']);

/** Sends an unrouted lead to a partner (IN-4). */
export function RoutingDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const cache = useLeadCache();
  const navigate = useNavigate();
  const search = useSearch({ from: '/leads/$leadId' });
  const partners = useQuery(partnersQuery);
  const action = useLeadAction(lead, onClose);
  const form = useForm({
    initialValues: { organizationId: '', locationId: '' },
    validate: { organizationId: (value) => (value === '' ? shared('choosePartner') : null) },
  });
  const draft = useDraft(form, { form: 'route', subject: lead.id });
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf,
    draft,
    onConflict: action.onConflict,
    // A lead that was sent on no longer belongs to this organization.
    onArrived: async (error) => {
      if (error.status !== 404) return false;
      announce(t('route.arrived'));
      await leave();
      return true;
    },
  });
  const chosen = partners.data?.find((partner) => partner.id === form.values.organizationId);
  async function leave() {
    onClose();
    await navigate({ to: '/leads', search: tidyAddress(search) });
    cache.forget(lead.id);
  }
  const submit = form.onSubmit((values) => {
    const body = { organizationId: values.organizationId, locationId: values.locationId || undefined };
    return submission.run(
      async () => {
        await request('POST /api/v1/leads/:id/routing', { params: { id: lead.id }, body });
        announce(chosen ? t('route.done', { partner: chosen.name }) : t('route.doneUnnamed'));
        await leave();
      },
      { body },
    );
  }, submission.focusFirstError);
  return (
    <FormDialog
      title={shared('sendToPartner')}
      submitLabel={shared('sendToPartner')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      readOnly={action.overtaken !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <OvertakenBanner sentence={action.overtaken} />
      <p style={{ margin: 0 }}>{t('route.explanation')}</p>
      <Suggestions
        leadId={lead.id}
        onChoose={(organizationId) => form.setValues({ organizationId, locationId: '' })}
      />
      <PartnerSelect
        partners={partners}
        field={{ ...form.getInputProps('organizationId'), value: form.values.organizationId }}
        onChoose={(organizationId) => form.setValues({ organizationId, locationId: '' })}
      />
      <LocationSelect partner={chosen} {...form.getInputProps('locationId')} />
    </FormDialog>
  );
}

/** Partners that the lead may be meant for, with reasons; choosing one fills in the field. */
function Suggestions({ leadId, onChoose }: { leadId: string; onChoose: (organizationId: string) => void }) {
  const advice = useQuery({
    queryKey: ['leads', 'routing-advice', leadId],
    queryFn: ({ signal }) => request('GET /api/v1/leads/:id/routing', { params: { id: leadId }, signal }),
  }).data;
  if (!advice || advice.suggestions.length === 0) return null;
  return (
    <div>
      <p id="suggested-partners" className="ll-muted" style={{ margin: 0 }}>
        {t('route.suggestions')}
      </p>
      <ul aria-labelledby="suggested-partners" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {advice.suggestions.map(({ partner, reasons }) => (
          <li key={partner.id}>
            <Button variant="subtle" size="compact-sm" onClick={() => onChoose(partner.id)}>
              {partner.name}
            </Button>{' '}
            {reasons.join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
