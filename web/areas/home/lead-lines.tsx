import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HomeLead } from '../../../contract/home/home.ts';
import type { AddressParams } from '../../lead-query/list-state.ts';
import { List } from '../../ui/content/index.ts';
import { CountryName, HotMark, QualityMark } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import classes from './home.module.css';

interface LeadLinesProps<Lead extends HomeLead> {
  leads: readonly Lead[];
  /** The list whose neighbors are the leads before and after. */
  search: AddressParams;
  end: (lead: Lead) => ReactNode;
}

/** Leads, each with what it is about; the whole line is a link. */
export function LeadLines<Lead extends HomeLead>({ leads, search, end }: LeadLinesProps<Lead>) {
  return (
    <List>
      {leads.map((lead) => (
        <li key={lead.id}>
          <Link to="/leads/$leadId" params={{ leadId: lead.id }} search={search}>
            <span className={classes.name}>
              <bdi className="ll-truncate">{lead.customer ?? shared('unnamedCustomer')}</bdi>
              <HotMark lead={{ hotUntil: lead.hotUntil, status: 'Received' }} />
            </span>
            <span className="ll-small">{end(lead)}</span>
            <span className={`${classes.below} ll-small`}>
              {lead.offerTitle && <bdi className="ll-truncate">{lead.offerTitle}</bdi>}
              {lead.country && (
                <span className={classes.fixed}>
                  <CountryName code={lead.country} />
                </span>
              )}
              {lead.leadQuality && (
                <span className={classes.quality}>
                  <QualityMark quality={lead.leadQuality} />
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </List>
  );
}
