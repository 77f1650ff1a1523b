import { IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import {
  type CellName,
  type LeadSort,
  leadField,
  leadFields,
  leadSorts,
} from '../../../../contract/leads/lead-fields.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import { copyText } from '../../../ui/copy-text.ts';
import {
  AbsoluteTime,
  CalendarDay,
  CopyButton,
  CountryName,
  contactName,
  Money,
  NoValue,
  QualityMark,
  RelativeTime,
  StatusBadge,
  ValidityMark,
  WithheldMark,
} from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { StepBriefly } from '../next-step/step-line.tsx';
import { t } from './catalogue.ts';
import { CustomerCell } from './customer-cell.tsx';
import { ExpiryCell } from './expiry-cell.tsx';
import classes from './grid.module.css';

export interface CellContext {
  /** The name of a storefront by its code. */
  sourceName: (code: string) => string;
  searching: boolean;
}

/** How a column of the grid looks. */
interface Look {
  /** Shown where there is room for it; otherwise the label. */
  fullLabel?: string;
  /** In rem. */
  width: number;
  /** What the column sorts by, where its name does not say so. */
  sortHint?: string;
  alignEnd?: boolean;
  hiddenAtFirst?: boolean;
  /** When there is no room for all columns, those with the lowest number go first; a column without one stays. */
  givesWay?: number;
  cell: (lead: LeadSummary, context: CellContext) => ReactNode;
}

export interface Column extends Look {
  id: CellName;
  label: string;
  sort?: LeadSort;
  /** Whether the first click sorts in descending order. */
  descendsFirst?: boolean;
  /** true: the person chose the width. */
  hasOwnWidth?: boolean;
  /** Stays in view while the others scroll sideways. */
  pinned?: boolean;
}

const text = (value: string | null) =>
  value === null ? (
    <NoValue />
  ) : (
    <span className="ll-truncate" title={value}>
      <bdi>{value}</bdi>
    </span>
  );

/** What is shown only with the contact, or why it is not. */
const ofContact = (lead: LeadSummary, value: string | null) =>
  lead.contactWithheld ? <WithheldMark reason={lead.contactWithheld} short /> : text(value);

const day = (at: string | null) => (at === null ? <NoValue /> : <AbsoluteTime at={at} dayOnly />);

/** A button that copies. Rows come and go while people scroll: it is complete only once the pointer is on it. */
function QuickCopy({ value, label }: { value: string; label: string }) {
  const [isNear, setNear] = useState(false);
  if (isNear) return <CopyButton value={value} label={label} pointerOnly />;
  return (
    <button
      type="button"
      className={classes.copyLater}
      tabIndex={-1}
      aria-label={label}
      onPointerEnter={() => setNear(true)}
      onClick={() => {
        setNear(true);
        void copyText(value);
      }}
    >
      <IconCopy size={15} aria-hidden />
    </button>
  );
}

/**
 * A mark with a button that copies the value; the button appears when the pointer is on the row or the focus is in it.
 */
function Reached({
  value,
  copyLabel,
  children,
}: {
  value: string | null | undefined;
  copyLabel: string;
  children: ReactNode;
}) {
  return (
    <span className={classes.reached}>
      {children}
      {value && (
        <span className={classes.quickCopy}>
          <QuickCopy value={value} label={copyLabel} />
        </span>
      )}
    </span>
  );
}

/** What the customer did, or who qualified the lead. */
export function leadKind(lead: LeadSummary): string {
  return lead.callToAction ? words.callToAction[lead.callToAction] : words.qualification[lead.qualification];
}

/** The appearance of the cells in the table of lead fields, in the order of the grid. */
const looks: Readonly<Record<CellName, Look>> = {
  customer: {
    width: 13.5,
    cell: (lead, context) => <CustomerCell lead={lead} searching={context.searching} />,
  },
  country: {
    width: 8,
    givesWay: 3,
    cell: (lead) => (
      <span className="ll-truncate">
        <CountryName code={lead.country} />
      </span>
    ),
  },
  status: {
    width: 9,
    cell: (lead) => <StatusBadge lead={lead} />,
  },
  quality: {
    width: 6.75,
    givesWay: 5,
    cell: (lead) => <QualityMark quality={lead.leadQuality} />,
  },
  type: {
    fullLabel: t('columnInFull.type'),
    width: 8.75,
    givesWay: 1,
    cell: (lead) => (
      <span className={classes.twoLines}>
        <span className="ll-truncate">{leadKind(lead)}</span>
        <span className={`ll-small ll-truncate ${classes.second}`}>{words.leadType[lead.leadType]}</span>
      </span>
    ),
  },
  source: {
    width: 9.5,
    hiddenAtFirst: true,
    cell: (lead, context) => text(lead.leadSource && context.sourceName(lead.leadSource)),
  },
  emailValidity: {
    fullLabel: words.field.emailValidity,
    width: 7.75,
    givesWay: 4,
    cell: (lead) => (
      <Reached value={lead.contact?.email} copyLabel={shared('copy.email')}>
        <ValidityMark of="email" validity={lead.emailValidity} checking={lead.checking} brief />
      </Reached>
    ),
  },
  phoneValidity: {
    fullLabel: words.field.phoneValidity,
    width: 7.75,
    givesWay: 2,
    cell: (lead) => (
      <Reached value={lead.contact?.phone} copyLabel={shared('copy.phone')}>
        <ValidityMark of="phone" validity={lead.phoneValidity} checking={lead.checking} brief />
      </Reached>
    ),
  },
  offer: {
    width: 12,
    hiddenAtFirst: true,
    cell: (lead) => text(lead.offer?.title ?? null),
  },
  location: {
    width: 8.5,
    hiddenAtFirst: true,
    cell: (lead) => text(lead.location?.name ?? null),
  },
  assignedTo: {
    width: 9.5,
    hiddenAtFirst: true,
    cell: (lead) => text(lead.assignedTo?.name ?? null),
  },
  stage: {
    width: 8,
    hiddenAtFirst: true,
    cell: (lead) => text(lead.stage && words.stage[lead.stage]),
  },
  dealName: { width: 12, hiddenAtFirst: true, cell: (lead) => text(lead.dealName) },
  dealValue: {
    width: 8.5,
    sortHint: t('columnSort.dealValue'),
    alignEnd: true,
    hiddenAtFirst: true,
    cell: (lead) => <Money value={lead.dealValue} />,
  },
  estimatedPurchase: {
    width: 9.5,
    hiddenAtFirst: true,
    cell: (lead) => <CalendarDay day={lead.estimatedPurchaseDate} />,
  },
  nextStep: { width: 13, hiddenAtFirst: true, cell: (lead) => <StepBriefly step={lead.nextStep} /> },
  notes: { width: 16, hiddenAtFirst: true, cell: (lead) => text(lead.notesStart) },
  message: {
    width: 20,
    hiddenAtFirst: true,
    cell: (lead) => ofContact(lead, lead.messageStart),
  },
  contactName: {
    width: 11,
    hiddenAtFirst: true,
    cell: (lead) => ofContact(lead, contactName(lead.contact)),
  },
  campaignId: { width: 9, hiddenAtFirst: true, cell: (lead) => text(lead.campaignId) },
  referralProgram: { width: 9.5, hiddenAtFirst: true, cell: (lead) => text(lead.referralProgram) },
  acceptedOn: { width: 7.75, hiddenAtFirst: true, cell: (lead) => day(lead.acceptedAt) },
  closedOn: { width: 7.75, hiddenAtFirst: true, cell: (lead) => day(lead.closedAt) },
  expires: {
    width: 7,
    givesWay: 6,
    cell: (lead) => <ExpiryCell at={lead.expiresAt} />,
  },
  createdOn: {
    width: 7,
    cell: (lead) => (
      <span className={classes.twoLines}>
        <AbsoluteTime at={lead.createdAt} dayOnly />
        <span className={`ll-small ${classes.second}`}>
          <RelativeTime at={lead.createdAt} />
        </span>
      </span>
    ),
  },
};

/** What stands over each column. */
const labels: Readonly<Record<CellName, string>> = {
  customer: words.field.customer,
  country: words.field.country,
  status: words.field.status,
  quality: words.field.rating,
  type: t('column.type'),
  source: words.field.leadSourceBriefly,
  emailValidity: words.field.emailBriefly,
  phoneValidity: words.field.phoneBriefly,
  offer: words.field.offer,
  location: words.field.location,
  assignedTo: words.field.owner,
  stage: words.field.stage,
  dealName: words.field.dealName,
  dealValue: words.field.value,
  estimatedPurchase: words.field.estimatedPurchase,
  nextStep: words.field.nextStep,
  notes: words.field.notes,
  message: words.field.message,
  contactName: words.field.contact,
  campaignId: words.field.campaignId,
  referralProgram: words.field.referralProgram,
  acceptedOn: t('column.acceptedOn'),
  closedOn: t('column.closedOn'),
  expires: words.field.expires,
  createdOn: words.field.createdOn,
};

/** How each sortable column sorts, from the table of lead fields. */
const sorts = new Map<CellName, Pick<Column, 'sort' | 'descendsFirst'>>(
  leadSorts.map((sort) => [
    leadFields[sort].cell,
    { sort, descendsFirst: leadField(sort).sort?.descendsFirst },
  ]),
);

// `Object.keys` loses the type of the keys.
/** All columns, in their order. The first one is always shown. */
export const columns: Column[] = (Object.keys(looks) as CellName[]).map((id) => ({
  id,
  label: labels[id],
  ...looks[id],
  ...sorts.get(id),
}));
