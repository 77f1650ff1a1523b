import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ComponentType, useEffect, useRef } from 'react';
import { type ProfileStep, profileSteps } from '../../../contract/profiles/lists.ts';
import type { BusinessProfile } from '../../../contract/profiles/profiles.ts';
import { Columns, Remark, Stack } from '../../ui/content/index.ts';
import { formatCountry, formatRelative } from '../../ui/format.ts';
import { Page, Panel, readNow, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import { Colleagues } from './colleagues.tsx';
import { ConflictsElsewhere } from './conflict-choice.tsx';
import { EditingContext, useEditing, useOpenEditing, useUnsavedInHand } from './editing/use-editing.ts';
import classes from './editor.module.css';
import { stepWords } from './profile-words.ts';
import { ReviewStep } from './review/review-step.tsx';
import { SaveStatus } from './save-status.tsx';
import { StateBadge } from './state-badge.tsx';
import { Stepper } from './stepper.tsx';
import { ContactStep } from './steps/contact-step.tsx';
import { CustomersStep } from './steps/customers-step.tsx';
import { ExpertiseStep } from './steps/expertise-step.tsx';
import { LocationsStep } from './steps/locations-step.tsx';
import { PartnerStep } from './steps/partner-step.tsx';
import { UpToProfiles } from './up-to-profiles.tsx';
import { useAskedField } from './use-asked-field.ts';

const stepParts: Readonly<Record<ProfileStep, ComponentType>> = {
  partner: PartnerStep,
  expertise: ExpertiseStep,
  customers: CustomersStep,
  locations: LocationsStep,
  contact: ContactStep,
  review: ReviewStep,
};

interface ProfileEditorProps {
  profile: BusinessProfile;
  step: ProfileStep;
  /** The path of a field that was asked for: it gets the focus. */
  field: string | undefined;
}

/** Edits a profile step by step; every step can be entered and left at any time (BP-11). */
export function ProfileEditor({ profile, step, field }: ProfileEditorProps) {
  const editing = useOpenEditing(profile);
  return (
    <EditingContext value={editing}>
      <OpenProfile step={step} field={field} />
    </EditingContext>
  );
}

function OpenProfile({ step, field }: Omit<ProfileEditorProps, 'profile'>) {
  const { profile, restoredAt } = useEditing();
  const { locale } = useLocale();
  useUnsavedInHand();
  useAskedField(field, step);
  const country = formatCountry(profile.country, locale);
  const StepPart = stepParts[step];
  return (
    <Page
      title={t('editor.title', { step: stepWords[step], country })}
      heading={country}
      up={<UpToProfiles />}
      description={<StandingLine profile={profile} />}
      actions={<SaveStatus />}
    >
      <Stack>
        <Colleagues profileId={profile.id} step={step} />
        {restoredAt !== undefined && (
          <Remark tone="active" role="status">
            {t('editor.restored', {
              when: formatRelative(new Date(restoredAt).toISOString(), Math.max(readNow(), restoredAt)),
            })}
          </Remark>
        )}
        <ConflictsElsewhere step={step} />
        <Columns split="menu">
          <Stepper step={step} />
          <Panel title={<StepTitle step={step} isFieldAsked={field !== undefined} />}>
            <div className={classes.step}>
              <StepPart />
            </div>
            <StepLinks step={step} />
          </Panel>
        </Columns>
      </Stack>
    </Page>
  );
}

function StandingLine({ profile: { state, hasChanges, companyName } }: { profile: BusinessProfile }) {
  return (
    <span className="ll-facts">
      <bdi>{companyName}</bdi>
      <StateBadge state={state} />
      {hasChanges && state !== 'draft' && <span>{t('list.changes')}</span>}
    </span>
  );
}

/** The title of the step; it takes the focus when another step is opened. */
function StepTitle({ step, isFieldAsked }: { step: ProfileStep; isFieldAsked: boolean }) {
  const title = useRef<HTMLSpanElement>(null);
  const former = useRef(step);
  useEffect(() => {
    if (former.current === step) return;
    former.current = step;
    if (!isFieldAsked) title.current?.focus();
  }, [step, isFieldAsked]);
  return (
    <span ref={title} tabIndex={-1} className={classes.stepTitle}>
      {stepWords[step]}
    </span>
  );
}

function StepLinks({ step }: { step: ProfileStep }) {
  const { profile } = useEditing();
  const at = profileSteps.indexOf(step);
  const [before, after] = [profileSteps[at - 1], profileSteps[at + 1]];
  const to = '/presence/profiles/$profileId/$step';
  return (
    <nav className={classes.stepLinks} aria-label={t('editor.neighbors')}>
      {before && (
        <Button
          renderRoot={(props) => <Link to={to} params={{ profileId: profile.id, step: before }} {...props} />}
          variant="default"
          leftSection={<IconArrowLeft size={16} className="ll-mirrored" aria-hidden />}
        >
          {t('editor.back', { step: stepWords[before] })}
        </Button>
      )}
      {after && (
        <Button
          renderRoot={(props) => <Link to={to} params={{ profileId: profile.id, step: after }} {...props} />}
          className={classes.next ?? ''}
          rightSection={<IconArrowRight size={16} className="ll-mirrored" aria-hidden />}
        >
          {t('editor.next', { step: stepWords[after] })}
        </Button>
      )}
    </nav>
  );
}
