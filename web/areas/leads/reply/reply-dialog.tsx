import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { fillFields, mailtoOf, type ReplyField } from '../../../../contract/leads/reply-fields.ts';
import type { ReplyTemplate } from '../../../../contract/leads/reply-templates.ts';
import { useMe } from '../../../api/me.ts';
import { Buttons } from '../../../ui/buttons.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { announce, DraftBanner, useDraft } from '../../../ui/forms/index.ts';
import { useLocale } from '../../../ui/index.ts';
import { onPhone, useRoomIs } from '../../../ui/room.ts';
import { ConfirmDialog } from '../../../ui/sections/confirm-dialog.tsx';
import { t } from './catalogue.ts';
import classes from './reply.module.css';
import { firstTemplate, groupTemplates, templatesQuery, valuesFor } from './reply-data.ts';
import { useNoteReply } from './use-note-reply.ts';

interface Props {
  /** The lead as it was when the dialog opened; its contact may be shown. */
  lead: Lead;
  email: string;
  onClose: () => void;
}

interface ReplyText {
  templateId: string;
  subject: string;
  text: string;
  empty: readonly ReplyField[];
}

const nothing: ReplyText = { templateId: '', subject: '', text: '', empty: [] };

/** A reply that begins with a template: opened in the email program or copied, and noted as an activity (WS-17). */
export function ReplyDialog({ lead, email, onClose }: Props) {
  const small = useRoomIs(onPhone);
  const { form, draft, choose } = useReply(lead);
  const [asking, setAsking] = useState<{ template: ReplyTemplate | undefined }>();
  // What was typed is replaced only on purpose.
  const ask = (template: ReplyTemplate | undefined) =>
    form.isDirty('text') ? setAsking({ template }) : choose(template);
  const note = useNoteReply(lead.id);
  const { subject, text, empty } = form.values;
  const mailto = mailtoOf({ to: email, subject, text });
  const finish = (how: 'opened' | 'copied') => {
    draft.clear();
    note.mutate({ subject, text, how });
    onClose();
  };
  async function copy() {
    if (await copyText(text)) finish('copied');
    else announce(t('copyFailed'));
  }
  return (
    <Dialog title={t('title')} onClose={onClose} size="42rem" fullScreen={small}>
      <div className={classes.reply}>
        <DraftBanner draft={draft} />
        <TemplateChoice value={form.values.templateId} onChoose={ask} />
        <TextInput label={t('to')} value={email} readOnly />
        <TextInput label={t('subject')} maxLength={300} {...form.getInputProps('subject')} />
        <Textarea
          label={t('text')}
          autosize
          minRows={8}
          maxRows={16}
          data-autofocus
          maxLength={10_000}
          {...form.getInputProps('text')}
        />
        <div role="status">
          {empty.length > 0 && (
            <p className="ll-note">
              {t('empty', { fields: empty.map((field) => t(`field.${field}`)).join(', ') })}
            </p>
          )}
          {mailto === undefined && <p className="ll-note">{t('tooLong')}</p>}
        </div>
        <Buttons place="end">
          <Button
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            disabled={text.trim() === ''}
            onClick={() => void copy()}
          >
            {t('copy')}
          </Button>
          {mailto !== undefined && (
            <Button
              component="a"
              href={mailto}
              leftSection={<IconExternalLink size={16} aria-hidden />}
              onClick={() => finish('opened')}
            >
              {t('open')}
            </Button>
          )}
        </Buttons>
      </div>
      {asking && (
        <ConfirmDialog
          title={t('replaceTitle')}
          confirmLabel={t('replace')}
          pending={false}
          onConfirm={() => {
            setAsking(undefined);
            choose(asking.template);
          }}
          onClose={() => setAsking(undefined)}
        >
          {t('unsaved')}
        </ConfirmDialog>
      )}
    </Dialog>
  );
}

/** The text of the reply: from a template, and then as it is typed; kept on the device. */
function useReply(lead: Lead) {
  const me = useMe();
  const { locale } = useLocale();
  const templates = useQuery(templatesQuery).data;
  const form = useForm<ReplyText>({ initialValues: nothing });
  const draft = useDraft(form, { form: 'reply', subject: lead.id });
  function choose(template: ReplyTemplate | undefined) {
    const subject = fillFields(template?.subject ?? '', valuesFor(lead, me));
    const text = fillFields(template?.text ?? '', valuesFor(lead, me));
    const values = {
      templateId: template?.id ?? '',
      subject: subject.text.trim(),
      text: text.text,
      empty: [...new Set([...subject.empty, ...text.empty])],
    };
    // What a template brings was not typed: only what follows is a draft.
    form.setInitialValues(values);
    form.setValues(values);
  }
  const begin = useEffectEvent((all: readonly ReplyTemplate[]) => {
    if (draft.restored === null && form.values.text === '') choose(firstTemplate(all, locale));
  });
  useEffect(() => {
    if (templates) begin(templates);
  }, [templates]);
  return { form, draft, choose };
}

interface ChoiceProps {
  value: string;
  onChoose: (template: ReplyTemplate | undefined) => void;
}

function TemplateChoice({ value, onChoose }: ChoiceProps) {
  const templates = useQuery(templatesQuery).data ?? [];
  const { mine, shared, starters } = groupTemplates(templates);
  const groups = [
    { group: t('groups.mine'), of: mine },
    { group: t('groups.shared'), of: shared },
    { group: t('groups.en'), of: starters.filter(({ starter }) => starter === 'en') },
    { group: t('groups.de'), of: starters.filter(({ starter }) => starter === 'de') },
  ].filter(({ of }) => of.length > 0);
  return (
    <div className={classes.choice}>
      <NativeSelect
        label={t('template')}
        value={value}
        data={[
          { value: '', label: t('blank') },
          ...groups.map(({ group, of }) => ({
            group,
            items: of.map(({ id, name }) => ({ value: id, label: name })),
          })),
        ]}
        onChange={(event) => onChoose(templates.find(({ id }) => id === event.currentTarget.value))}
      />
      <Link to="/settings/$section" params={{ section: 'reply-templates' }} className="ll-link">
        {t('manage')}
      </Link>
    </div>
  );
}
