import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconClock, IconMail, IconNotes, IconPhone, IconUsers } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { type ActivityKind, activityKinds } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { browserZone, readNow, useLocale } from '../../../ui/index.ts';
import { toWallClock } from '../../../ui/wall-clock.ts';
import classes from './activities.module.css';
import { type ActivityValues, ofKind, outcomesOf } from './activity-form.ts';
import { t } from './catalogue.ts';
import { MentionField } from './mention-field.tsx';

/** How each kind looks. */
export const kindIcons: Readonly<Record<ActivityKind, typeof IconNotes>> = {
  note: IconNotes,
  call: IconPhone,
  email: IconMail,
  meeting: IconUsers,
};

interface Props {
  leadId: string;
  form: UseFormReturnType<ActivityValues>;
  /** The id of the text, for those who jump to it. */
  textId?: string;
  autoFocus?: boolean;
  onSave: () => void;
}

/** What is asked about an activity, new or not. Ctrl and Enter save from within the text. */
export function ActivityFields({ leadId, form, textId, autoFocus, onSave }: Props) {
  const { values } = form;
  const outcomes = outcomesOf(values.kind);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSave();
  };
  return (
    <>
      <SegmentedControl
        aria-label={t('kinds')}
        size="xs"
        className={classes.kinds}
        value={values.kind}
        data={activityKinds.map((kind) => ({ value: kind, label: <KindLabel kind={kind} /> }))}
        onChange={(kind) => form.setValues(ofKind(form.getValues(), kind as ActivityKind))}
      />
      <MentionField
        leadId={leadId}
        id={textId}
        aria-label={t(values.kind === 'note' ? 'text.note' : 'text.other')}
        placeholder={t(`text.placeholder.${values.kind}`)}
        autosize
        minRows={2}
        maxRows={12}
        data-autofocus={autoFocus || undefined}
        value={{ text: values.text, people: values.people }}
        onChange={({ text, people }) => {
          form.setValues({ text, people });
          form.clearFieldError('text');
        }}
        error={form.errors.text}
        onKey={onKey}
      />
      <div className={classes.details}>
        {outcomes.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('outcome.label')}
            data={[
              { value: '', label: t('outcome.none') },
              ...outcomes.map((outcome) => ({ value: outcome, label: words.activityOutcome[outcome] })),
            ]}
            {...form.getInputProps('outcome')}
          />
        )}
        <WhenField form={form} />
      </div>
    </>
  );
}

function KindLabel({ kind }: { kind: ActivityKind }) {
  const Icon = kindIcons[kind];
  return (
    <span className={classes.kind}>
      <Icon size={15} stroke={1.8} aria-hidden />
      {words.activityKind[kind]}
    </span>
  );
}

/** Most people write down what just happened: the time is asked only of those who say that it was earlier. */
function WhenField({ form }: Pick<Props, 'form'>) {
  const { timeZone = browserZone() } = useLocale();
  const [asked, setAsked] = useState(false);
  const latest = () => toWallClock(new Date(readNow()), timeZone);
  if (form.values.when === '' && !asked)
    return (
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconClock size={14} stroke={1.8} aria-hidden />}
        onClick={() => {
          setAsked(true);
          form.setFieldValue('when', latest());
        }}
      >
        {t('when.earlier')}
      </Button>
    );
  return (
    <TextInput
      type="datetime-local"
      size="xs"
      aria-label={t('when.label')}
      max={latest()}
      {...form.getInputProps('when')}
    />
  );
}
