import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { words } from '../../../../../contract/words.ts';
import { LeftToRight, Panel } from '../../../../ui/index.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import { toMailLink, toPhoneLink } from '../contact-links.ts';
import { initials } from '../initials.ts';
import { t } from './catalogue.ts';
import { EditButton } from './deal-panel.tsx';
import classes from './panels.module.css';

/** The people who work on the deal, and further contacts of the partner. */
export function TeamPanel({ lead, onEdit }: { lead: Lead; onEdit: () => void }) {
  if (lead.deal === null && lead.team.length === 0 && lead.employees.length === 0) return null;
  const editable = lead.allowedActions.includes('edit');
  return (
    <Panel
      title={words.field.team}
      actions={editable && <EditButton label={shared('action.editPeople')} onClick={onEdit} />}
    >
      {lead.team.length === 0 ? (
        <p className="ll-note">{t('team.nobody')}</p>
      ) : (
        <ul className={`ll-list ${classes.people}`}>
          {lead.team.map((person) => (
            <PersonRow key={person.id} name={person.name} email={person.email} phone={null} />
          ))}
        </ul>
      )}
      <h3 className="ll-subtitle">{words.field.employees}</h3>
      <ul className={`ll-list ${classes.people}`}>
        {lead.employees.map((person) => (
          <PersonRow key={`${person.name} ${person.email} ${person.phone}`} {...person} />
        ))}
      </ul>
      {lead.employees.length === 0 && <p className="ll-note">{shared('none')}</p>}
      {editable && (
        <Button
          mt="xs"
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={onEdit}
        >
          {t('team.addEmployees')}
        </Button>
      )}
    </Panel>
  );
}

function PersonRow({ name, email, phone }: { name: string; email: string | null; phone: string | null }) {
  const mail = toMailLink(email);
  const dial = toPhoneLink(phone);
  const number = phone && <LeftToRight value={phone} />;
  return (
    <li className={classes.person}>
      <span className={`ll-initials ${classes.initials}`} aria-hidden>
        {initials(name)}
      </span>
      <span className="ll-person">
        <span>{name}</span>
        <span className="ll-facts ll-small">
          {email && (mail ? <a href={mail}>{email}</a> : email)}{' '}
          {number && (dial ? <a href={dial}>{number}</a> : number)}
        </span>
      </span>
    </li>
  );
}
