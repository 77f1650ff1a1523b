import type { ReactNode } from 'react';
import type { LeadSort } from '../../../../contract/enums.ts';
import type { LeadSummary } from '../../../../contract/leads.ts';
import { words } from '../../../../contract/words.ts';
import {
  AbsoluteTime,
  CalendarDay,
  CopyButton,
  CountryName,
  Money,
  NoValue,
  QualityMark,
  RelativeTime,
  StatusBadge,
  ValidityMark,
} from '../../../ui/index.ts';
import { CustomerCell } from './customer-cell.tsx';
import { ExpiryCell } from './expiry-cell.tsx';
import classes from './grid.module.css';

export interface CellContext {
  /** The name of a storefront by its code. */
  sourceName: (code: string) => string;
  searching: boolean;
}

export interface Column {
  id: string;
  label: string;
  /** Where there is room for it; otherwise `label`. */
  fullLabel?: string;
  /** In rem. */
  width: number;
  sort?: LeadSort;
  /** What the order goes by, where the column does not say it. */
  sortHint?: string;
  /** The order of the first click. */
  descendsFirst?: boolean;
  alignEnd?: boolean;
  hiddenAtFirst?: boolean;
  /** Where there is no room for all columns, those with the lowest number go first; without one it stays. */
  givesWay?: number;
  cell: (lead: LeadSummary, context: CellContext) => ReactNode;
}

const text = (value: string | null) =>
  value === null ? (
    <NoValue />
  ) : (
    <span className="ll-truncate" title={value}>
      <bdi>{value}</bdi>
    </span>
  );

/** A mark with a button that copies what it is about; the button shows with the pointer on the row, or the focus in it. */
function Reached({
  value,
  what,
  children,
}: {
  value: string | null | undefined;
  what: string;
  children: ReactNode;
}) {
  return (
    <span className={classes.reached}>
      {children}
      {value && (
        <span className={classes.quickCopy}>
          <CopyButton value={value} what={what} pointerOnly />
        </span>
      )}
    </span>
  );
}

/** What the customer did, or who qualified the lead. */
export function leadKind(lead: LeadSummary): string {
  return lead.callToAction ? words.callToAction[lead.callToAction] : words.qualification[lead.qualification];
}

/** All columns, in their order. The first one is always shown. */
export const columns: Column[] = [
  {
    id: 'customer',
    label: 'Customer',
    width: 13.75,
    sort: 'customerName',
    cell: (lead, context) => <CustomerCell lead={lead} searching={context.searching} />,
  },
  {
    id: 'country',
    label: 'Country',
    width: 8,
    givesWay: 3,
    cell: (lead) => (
      <span className="ll-truncate">
        <CountryName code={lead.country} />
      </span>
    ),
  },
  {
    id: 'status',
    label: 'Status',
    width: 9.25,
    sort: 'status',
    cell: (lead) => <StatusBadge lead={lead} />,
  },
  {
    id: 'quality',
    label: 'Quality',
    width: 6,
    givesWay: 5,
    sort: 'leadQuality',
    descendsFirst: true,
    cell: (lead) => <QualityMark quality={lead.leadQuality} />,
  },
  {
    id: 'type',
    label: 'Type',
    fullLabel: 'Type and call to action',
    width: 8.75,
    givesWay: 1,
    cell: (lead) => (
      <span className={classes.twoLines}>
        <span className="ll-truncate">{leadKind(lead)}</span>
        <span className={`${classes.second} ll-truncate`}>{words.leadType[lead.leadType]}</span>
      </span>
    ),
  },
  {
    id: 'source',
    label: 'Source',
    width: 9.5,
    hiddenAtFirst: true,
    cell: (lead, context) => text(lead.leadSource && context.sourceName(lead.leadSource)),
  },
  {
    id: 'emailValidity',
    label: 'Email',
    fullLabel: 'Email validity',
    width: 7.75,
    givesWay: 4,
    sort: 'emailValidity',
    cell: (lead) => (
      <Reached value={lead.contact?.email} what="email address">
        <ValidityMark of="email" validity={lead.emailValidity} checking={lead.checking} brief />
      </Reached>
    ),
  },
  {
    id: 'phoneValidity',
    label: 'Phone',
    fullLabel: 'Phone validity',
    width: 7.75,
    givesWay: 2,
    sort: 'phoneValidity',
    cell: (lead) => (
      <Reached value={lead.contact?.phone} what="phone number">
        <ValidityMark of="phone" validity={lead.phoneValidity} checking={lead.checking} brief />
      </Reached>
    ),
  },
  {
    id: 'offer',
    label: 'Offer',
    width: 12,
    hiddenAtFirst: true,
    cell: (lead) => text(lead.offer?.title ?? null),
  },
  {
    id: 'location',
    label: 'Location',
    width: 8.5,
    hiddenAtFirst: true,
    cell: (lead) => text(lead.location?.name ?? null),
  },
  { id: 'dealName', label: 'Deal name', width: 12, hiddenAtFirst: true, cell: (lead) => text(lead.dealName) },
  {
    id: 'dealValue',
    label: 'Value',
    width: 8.5,
    sort: 'dealValue',
    sortHint: 'Sorts by approximate value in USD',
    descendsFirst: true,
    alignEnd: true,
    hiddenAtFirst: true,
    cell: (lead) => <Money value={lead.dealValue} />,
  },
  {
    id: 'estimatedPurchase',
    label: 'Purchase expected',
    width: 9.5,
    hiddenAtFirst: true,
    cell: (lead) => <CalendarDay day={lead.estimatedPurchaseDate} />,
  },
  {
    id: 'expires',
    label: 'Expires',
    width: 7.25,
    givesWay: 6,
    sort: 'expiresAt',
    cell: (lead) => <ExpiryCell at={lead.expiresAt} />,
  },
  {
    id: 'createdOn',
    label: 'Created on',
    width: 7.75,
    sort: 'createdAt',
    descendsFirst: true,
    cell: (lead) => (
      <span className={classes.twoLines}>
        <AbsoluteTime at={lead.createdAt} dayOnly />
        <span className={classes.second}>
          <RelativeTime at={lead.createdAt} />
        </span>
      </span>
    ),
  },
];
