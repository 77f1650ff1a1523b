import {
  IconAlertTriangle,
  IconBan,
  IconBug,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconEyeOff,
  IconFlame,
  IconFlask,
  IconHelpCircle,
  IconHourglassEmpty,
  IconInbox,
  IconInfoCircle,
  IconLoader,
  IconProgress,
  IconTrophy,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { LeadSummary } from '../../../contract/leads/leads.ts';
import type { EmailValidity, LeadQuality, LeadState, PhoneValidity } from '../../../contract/leads/lists.ts';
import { words } from '../../../contract/words.ts';
import { hotness } from '../hot.ts';
import { useNow } from '../now.ts';
import { NoValue } from '../values.tsx';
import { shared } from '../words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './mark.module.css';

type Tone = 'attention' | 'active' | 'good' | 'bad' | 'quiet' | 'hot';
type Icon = ComponentType<{ size?: number; stroke?: number; className?: string; 'aria-hidden'?: boolean }>;

interface MarkProps {
  icon: Icon;
  tone: Tone;
  label: string;
  title?: string;
  hideLabel?: boolean;
}

/** Icon and words in the color of a meaning. */
export function Mark({ icon: MarkIcon, tone, label, title, hideLabel = false }: MarkProps) {
  return (
    <span className={classes.mark} data-tone={tone} title={title ?? (hideLabel ? label : undefined)}>
      <MarkIcon size={16} stroke={1.8} aria-hidden />
      <span className={hideLabel ? 'll-visually-hidden' : 'll-truncate'}>{label}</span>
    </span>
  );
}

/** Like {@link Mark}, on a tinted background. */
export function Badge({ icon: BadgeIcon, tone, label, title }: MarkProps) {
  return (
    <span className={classes.badge} data-tone={tone} title={title}>
      <BadgeIcon size={15} stroke={1.9} aria-hidden />
      <span className="ll-truncate">{label}</span>
    </span>
  );
}

const states: Record<LeadState, { icon: Icon; tone: Tone }> = {
  Received: { icon: IconInbox, tone: 'attention' },
  Accepted: { icon: IconProgress, tone: 'active' },
  Won: { icon: IconTrophy, tone: 'good' },
  Lost: { icon: IconCircleX, tone: 'bad' },
  Declined: { icon: IconBan, tone: 'quiet' },
  Expired: { icon: IconHourglassEmpty, tone: 'quiet' },
  ClosedAsError: { icon: IconBug, tone: 'quiet' },
};

type Standing = Pick<LeadSummary, 'status' | 'outcome'>;

/** The state of a lead as one value: its outcome once archived; null for informational leads. */
export function leadState(lead: Standing): LeadState | null {
  if (lead.status === null) return null;
  return lead.status === 'Archived' ? lead.outcome : lead.status;
}

/** Status and outcome in icon and words. */
export function StatusBadge({ lead }: { lead: Standing }) {
  const state = leadState(lead);
  if (state === null) {
    return (
      <Badge
        icon={IconInfoCircle}
        tone="quiet"
        label={shared('status.informational')}
        title={shared('informational')}
      />
    );
  }
  return <Badge {...states[state]} label={words.status[state]} />;
}

const validities: Record<EmailValidity, { icon: Icon; tone: Tone }> = {
  Valid: { icon: IconCircleCheck, tone: 'good' },
  Invalid: { icon: IconCircleX, tone: 'bad' },
  Spam: { icon: IconAlertTriangle, tone: 'attention' },
  Unknown: { icon: IconHelpCircle, tone: 'quiet' },
};

const bases = { ...words.emailBasis, ...words.phoneBasis };

interface ValidityProps {
  of: 'email' | 'phone';
  validity: EmailValidity | PhoneValidity | null;
  /** A check is waiting or running; shown while nothing is known yet. */
  checking?: boolean;
  /** With Valid: what it is based on (CV-2). */
  basis?: keyof typeof bases | null;
  /** In a column: short words; the tooltip has the full ones. */
  brief?: boolean;
}

/** What Valid means where only the validity is known: the weaker of the two, which always holds. */
const lesserBasis = { email: 'domain', phone: 'plan' } as const;

/** Whether an address or number can be reached, in icon and words (CV-7). */
export function ValidityMark({ of, validity, checking = false, basis = null, brief = false }: ValidityProps) {
  if (validity === null) return <NoValue label={t(`contact.${of}.notGiven`)} />;
  if (checking && validity === 'Unknown') {
    return (
      <Mark icon={IconLoader} tone="active" label={words.checking} title={t(`contact.${of}.checking`)} />
    );
  }
  const word = words.emailValidity[validity];
  const full =
    validity === 'Valid' ? t('validOn', { validity: word, basis: bases[basis ?? lesserBasis[of]] }) : word;
  const label = brief && validity === 'Valid' ? words.validBriefly[of] : full;
  const title =
    basis === null
      ? t(`contact.${of}.${validity}`, { validity: word })
      : t(`contact.${of}.validity`, { validity: full });
  return <Mark {...validities[validity]} label={label} title={title} />;
}

function bars(filled: number) {
  return function Bars({ size = 16 }: { size?: number }) {
    return (
      <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={1.5 + bar * 5}
            y={10 - bar * 4}
            width={3.4}
            height={4 + bar * 4}
            rx={1}
            fill="currentColor"
            opacity={bar < filled ? 1 : 0.25}
          />
        ))}
      </svg>
    );
  };
}

const qualities: Record<LeadQuality, { icon: Icon; tone: Tone }> = {
  High: { icon: bars(3), tone: 'good' },
  Medium: { icon: bars(2), tone: 'active' },
  Low: { icon: bars(1), tone: 'quiet' },
};

/** The rating of a lead, in icon and words. */
export function QualityMark({ quality }: { quality: LeadQuality | null }) {
  if (quality === null) return <NoValue label={t('notRated')} />;
  return <Mark {...qualities[quality]} label={words.leadQuality[quality]} />;
}

/** A flame while the lead is hot, a clock if it was hot and is still open; otherwise nothing. */
export function HotMark({
  lead,
  withWords = false,
}: {
  lead: Pick<LeadSummary, 'hotUntil' | 'status'>;
  withWords?: boolean;
}) {
  const state = hotness(lead, useNow());
  if (state === null) return null;
  return (
    <Mark
      icon={state === 'hot' ? IconFlame : IconClock}
      tone={state === 'hot' ? 'hot' : 'attention'}
      label={t(`hotness.${state}.${withWords ? 'label' : 'hint'}`)}
      title={t(`hotness.${state}.hint`)}
      hideLabel={!withWords}
    />
  );
}

/** Marks a test lead. */
export function TestMark() {
  return <Badge icon={IconFlask} tone="quiet" label={t('test.label')} title={t('test.hint')} />;
}

/** Why the contact details are not shown. */
export function WithheldMark({
  reason,
  short = false,
}: {
  reason: LeadSummary['contactWithheld'];
  short?: boolean;
}) {
  if (reason === null) return null;
  return (
    <Mark
      icon={IconEyeOff}
      tone="quiet"
      label={t(`withheld.${short ? 'label' : reason}`)}
      title={t(`withheld.${reason}`)}
    />
  );
}
