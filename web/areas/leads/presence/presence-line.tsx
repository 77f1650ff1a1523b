import type { Lead } from '../../../../contract/leads/leads.ts';
import { useLocale } from '../../../ui/index.ts';
import { initials } from '../lead/initials.ts';
import classes from './presence.module.css';
import { groupPresent } from './presence-words.ts';
import { usePresence } from './use-presence.ts';

const mostFaces = 3;

interface LeadPresenceLineProps {
  lead: Pick<Lead, 'id' | 'status'>;
  /** Whether a form is open that answers or changes the lead. */
  working: boolean;
}

/** Tells the others that the person has the lead open, and says who else has (WS-9); screen readers hear of changes. */
export function LeadPresenceLine({ lead, working }: LeadPresenceLineProps) {
  const { locale } = useLocale();
  const others = usePresence(lead.id, working ? 'working' : 'looking');
  return (
    <span className={classes.presence} role="status">
      {groupPresent(others, lead.status, locale).map(({ doing, people, sentence }) => (
        <span key={doing} className={classes.group}>
          <span aria-hidden style={{ display: 'inline-flex' }}>
            {people.slice(0, mostFaces).map((person) => (
              <span key={person.id} className={`ll-initials ${classes.initials}`}>
                {initials(person.name)}
              </span>
            ))}
          </span>
          <span className={doing === 'working' ? classes.working : undefined}>{sentence}</span>
        </span>
      ))}
    </span>
  );
}
