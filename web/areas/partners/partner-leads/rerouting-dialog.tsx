import { Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PartnerLead } from '../../../../contract/partners/partner-leads.ts';
import { request } from '../../../api/client.ts';
import { partnersQuery, queryKeys } from '../../../api/queries.ts';
import { announce, FormDialog, matchField, useDraft, useSubmission } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { LocationSelect, PartnerSelect } from '../../organizations/index.ts';
import { t } from './catalogue.ts';
import { partnerLeadKeys } from './partner-leads-data.ts';

const fieldOf = matchField(['organizationId', 'locationId', 'customerAgreed']);

/** Sends another partner an expired lead that the operator's own people had sent. */
export function ReroutingDialog({ lead, onClose }: { lead: PartnerLead; onClose: () => void }) {
  const client = useQueryClient();
  const partners = useQuery(partnersQuery);
  const form = useForm({
    initialValues: { organizationId: '', locationId: '', customerAgreed: false },
    validate: {
      organizationId: (value) => (value === '' ? shared('choosePartner') : null),
      customerAgreed: (value) => (value ? null : t('sendingOn.consentMissing')),
    },
  });
  const draft = useDraft(form, { form: 'reroute', subject: lead.id, omit: ['customerAgreed'] });
  async function finish(sentence: string) {
    announce(sentence);
    onClose();
    await client.invalidateQueries({ queryKey: partnerLeadKeys.all });
    await client.invalidateQueries({ queryKey: queryKeys.sentLeads });
  }
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf,
    draft,
    // A lead can be sent on only once: a refusal after a try without an answer means that this try succeeded, or that a
    // colleague was faster.
    onArrived: async (error) => {
      if (error.problem.code !== 'action-not-possible') return false;
      await finish(t('sendingOn.sentBefore'));
      return true;
    },
  });
  const chosen = partners.data?.find((partner) => partner.id === form.values.organizationId);
  const submit = form.onSubmit(({ organizationId, locationId, customerAgreed }) => {
    // The form has asked for it.
    if (!customerAgreed) return;
    const body = { organizationId, locationId: locationId || undefined, customerAgreed };
    return submission.run(
      async () => {
        await request('POST /api/v1/operator/leads/:id/rerouting', { params: { id: lead.id }, body });
        await finish(t('sendingOn.sent', { named: chosen ? 'yes' : 'no', partner: chosen?.name ?? '' }));
      },
      { body },
    );
  }, submission.focusFirstError);
  return (
    <FormDialog
      title={t('sendingOn.title')}
      submitLabel={shared('sendToPartner')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('sendingOn.explanation', { partner: lead.partner.name })}</p>
      <PartnerSelect
        partners={partners}
        except={lead.partner.id}
        field={{ ...form.getInputProps('organizationId'), value: form.values.organizationId }}
        onChoose={(organizationId) => form.setValues({ organizationId, locationId: '' })}
      />
      <LocationSelect partner={chosen} {...form.getInputProps('locationId')} />
      <Checkbox
        label={t('sendingOn.consent')}
        {...form.getInputProps('customerAgreed', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
