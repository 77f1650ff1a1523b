import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconCheck,
  IconCopy,
  IconExternalLink,
  IconFilter,
  IconHeart,
  IconHeartOff,
  IconMailOff,
  IconUserPlus,
  IconX,
} from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { useMe } from '../../../api/me.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { announce } from '../../../ui/forms/announce.ts';
import { CountryName, customerLabel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { useSpamReport } from '../contact-checks/index.ts';
import { t } from './catalogue.ts';
import type { ListView } from './list-view.ts';
import type { OpenRowMenu } from './use-row-menu.ts';

const icon = { size: 16, 'aria-hidden': true } as const;

interface Props extends Pick<ListView, 'control' | 'open' | 'answer' | 'toggleFavorite'> {
  at: OpenRowMenu;
  lead: LeadSummary;
  onClose: () => void;
  /** Chooses the owner. */
  onAssign: (lead: LeadSummary) => void;
}

/** What can be done with a lead from its row. */
export function RowMenu({ at, lead, onClose, ...view }: Props) {
  const { returnTo } = at;
  useEffect(() => () => returnTo?.focus({ preventScroll: true }), [returnTo]);
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={0}
      // Near the lower end of the window, all of it stays in view.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      shadow="md"
      width={236}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.left, top: at.top }}>
          {/* The name of the menu. */}
          <span className="ll-visually-hidden">{t('rowMenu.of', { customer: customerLabel(lead) })}</span>
        </span>
      </Menu.Target>
      <Menu.Dropdown>
        <OpenItems lead={lead} {...view} />
        <Menu.Divider />
        <CopyItems lead={lead} />
        <Menu.Divider />
        <FilterItems lead={lead} {...view} />
        <SpamItem lead={lead} />
      </Menu.Dropdown>
    </Menu>
  );
}

type ViewProps = Pick<Props, 'lead' | 'control' | 'open' | 'answer' | 'onAssign' | 'toggleFavorite'>;

function useLeadAddress(lead: LeadSummary): string {
  return useRouter().buildLocation({ to: '/leads/$leadId', params: { leadId: lead.id } }).href;
}

function OpenItems({ lead, open, answer, onAssign, toggleFavorite }: ViewProps) {
  const address = useLeadAddress(lead);
  const answers = (['accept', 'decline'] as const).filter((one) => lead.allowedActions.includes(one));
  return (
    <>
      <Menu.Item onClick={() => open(lead)}>{t('rowMenu.open')}</Menu.Item>
      <Menu.Item
        leftSection={<IconExternalLink {...icon} />}
        onClick={() => window.open(address, '_blank', 'noopener')}
      >
        {t('rowMenu.openInTab')}
      </Menu.Item>
      {answers.map((one) => (
        <Menu.Item
          key={one}
          leftSection={one === 'accept' ? <IconCheck {...icon} /> : <IconX {...icon} />}
          onClick={() => answer(lead, one)}
        >
          {t(`rowMenu.${one}`)}
        </Menu.Item>
      ))}
      {lead.allowedActions.includes('assign') && (
        <Menu.Item leftSection={<IconUserPlus {...icon} />} onClick={() => onAssign(lead)}>
          {t('rowMenu.assign')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={lead.favorite ? <IconHeartOff {...icon} /> : <IconHeart {...icon} />}
        onClick={() => toggleFavorite(lead)}
      >
        {shared(lead.favorite ? 'favorite.remove' : 'favorite.add')}
      </Menu.Item>
    </>
  );
}

function CopyItems({ lead }: { lead: LeadSummary }) {
  const address = useLeadAddress(lead);
  return (
    <>
      <CopyItem value={lead.contact?.email}>{shared('copy.email')}</CopyItem>
      <CopyItem value={lead.contact?.phone}>{shared('copy.phone')}</CopyItem>
      <CopyItem value={lead.id}>{shared('copy.leadId')}</CopyItem>
      <CopyItem value={new URL(address, window.location.origin).href}>{t('rowMenu.copyLink')}</CopyItem>
    </>
  );
}

function CopyItem({ value, children }: { value: string | null | undefined; children: ReactNode }) {
  if (!value) return null;
  const copy = async () => {
    if (await copyText(value)) announce(shared('copy.done'));
    else
      notifications.show({
        color: 'red',
        title: t('rowMenu.notCopied'),
        message: t('rowMenu.notCopiedText'),
      });
  };
  return (
    <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void copy()}>
      {children}
    </Menu.Item>
  );
}

function FilterItems({ lead, control }: ViewProps) {
  const { state, change } = control;
  const { customerName, country } = lead;
  return (
    <>
      {customerName !== null && (
        <Menu.Item
          leftSection={<IconFilter {...icon} />}
          onClick={() => change({ filters: { ...state.filters, customerName: [customerName] } })}
        >
          {t('rowMenu.onlyCustomer')}
        </Menu.Item>
      )}
      {country !== null && (
        <Menu.Item
          leftSection={<IconFilter {...icon} />}
          onClick={() => change({ filters: { ...state.filters, country: [country] } })}
        >
          {t.rich('rowMenu.onlyCountry', { country: () => <CountryName code={country} /> })}
        </Menu.Item>
      )}
    </>
  );
}

/** A report marks the address, so there must be one; tests mark nobody (CV-6, IN-8). */
function SpamItem({ lead }: { lead: LeadSummary }) {
  const { permissions } = useMe();
  const { mutate } = useSpamReport(lead.id);
  const canReport = lead.contact?.email && !lead.isTest && lead.emailValidity !== 'Spam';
  if (!permissions.reportSpam || !canReport) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        className="ll-danger-item"
        leftSection={<IconMailOff {...icon} />}
        onClick={() => mutate(true)}
      >
        {shared('action.reportSpam')}
      </Menu.Item>
    </>
  );
}
