import {
  IconArrowDown,
  IconArrowUp,
  IconBan,
  IconCalendarCheck,
  IconCheck,
  IconCopy,
  IconHeart,
  IconHeartFilled,
  IconLink,
  IconMail,
  IconNotes,
  IconPencil,
  IconPhone,
  IconSend,
  IconTrophy,
  IconUserPlus,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Permissions } from '../../../../contract/identity/identity.ts';
import type { LeadNeighbors } from '../../../../contract/leads/lead-list.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { useMe } from '../../../api/me.ts';
import type { AddressParams } from '../../../lead-query/list-state.ts';
import { type Command, useCommands } from '../../../ui/commands.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { announce } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { askForActivity } from '../activities/index.ts';
import { askForStep } from '../next-step/index.ts';
import { mayReply, replyButtonId } from '../reply/index.ts';
import { listButtons } from './action-bar.tsx';
import { t } from './catalogue.ts';
import type { DialogName } from './dialogs/lead-dialogs.tsx';
import { ownerButtonId } from './owner/owner-control.tsx';
import { useFavorite } from './use-lead-changes.ts';

const icons: Readonly<Record<DialogName, NonNullable<Command['icon']>>> = {
  accept: IconCheck,
  decline: IconX,
  won: IconTrophy,
  lost: IconX,
  'close-as-error': IconBan,
  'edit-deal': IconPencil,
  'edit-people': IconUsers,
  route: IconSend,
};

interface Options {
  lead: Lead;
  neighbors: LeadNeighbors | undefined;
  params: AddressParams;
  open: (name: DialogName) => void;
}

/** Announces what can be done with the lead now to the command palette (ID-4). */
export function useLeadCommands({ lead, neighbors, params, open }: Options): void {
  const { permissions } = useMe();
  const favorite = useFavorite(lead);
  const navigate = useNavigate();
  const may = (action: Lead['allowedActions'][number]) => lead.allowedActions.includes(action);
  const goTo = (leadId: string) =>
    void navigate({ to: '/leads/$leadId', params: { leadId }, search: params });
  const commands: (Command | false)[] = [
    ...answers(lead, open),
    may('assign') && {
      id: 'lead.assign',
      of: 'lead',
      label: t('commands.assign'),
      icon: IconUserPlus,
      keys: 'i',
      run: () => document.getElementById(ownerButtonId)?.click(),
    },
    ...followUps(lead, permissions),
    may('favorite') && {
      id: 'lead.favorite',
      of: 'lead',
      label: lead.favorite ? shared('favorite.remove') : shared('favorite.add'),
      icon: lead.favorite ? IconHeartFilled : IconHeart,
      keys: 'f',
      run: () => favorite.mutate(!lead.favorite),
    },
    ...copies(lead),
    ...(['next', 'previous'] as const).map((way): Command | false => {
      const leadId = neighbors?.[`${way}Id`];
      return (
        Boolean(leadId) && {
          id: `lead.${way}`,
          of: 'lead',
          label: t(`header.${way}`),
          icon: way === 'next' ? IconArrowDown : IconArrowUp,
          keys: way === 'next' ? 'j' : 'k',
          run: () => leadId && goTo(leadId),
        }
      );
    }),
  ];
  useCommands(commands.filter((command) => command !== false));
}

/** Writing down what was done, planning what happens next, and replying. */
function followUps(lead: Lead, permissions: Pick<Permissions, 'workLeads'>): (Command | false)[] {
  const mayNote = permissions.workLeads && lead.outcome !== 'Expired';
  return [
    mayNote && {
      id: 'lead.note',
      of: 'lead',
      label: t('commands.note'),
      icon: IconNotes,
      keys: 'n',
      run: () => askForActivity(lead.id, { kind: 'note' }),
    },
    mayNote && {
      id: 'lead.call',
      of: 'lead',
      label: t('commands.call'),
      icon: IconPhone,
      run: () => askForActivity(lead.id, { kind: 'call' }),
    },
    lead.allowedActions.includes('assign') && {
      id: 'lead.nextStep',
      of: 'lead',
      label: t('commands.nextStep'),
      icon: IconCalendarCheck,
      keys: 's',
      run: () => askForStep(lead.id),
    },
    mayReply(lead, permissions) && {
      id: 'lead.reply',
      of: 'lead',
      label: t('commands.reply'),
      icon: IconMail,
      keys: 'r',
      run: () => document.getElementById(replyButtonId)?.click(),
    },
  ];
}

/** The actions of the bar, last and most important first, and the changes of a deal. */
function answers(lead: Lead, open: Options['open']): Command[] {
  const command = (name: DialogName, label: string, keys?: string): Command => ({
    id: `lead.${name}`,
    of: 'lead',
    label,
    icon: icons[name],
    keys,
    run: () => open(name),
  });
  const ofBar = listButtons(lead).map(({ opens, label, shortcut }) => command(opens, label, shortcut));
  if (!lead.allowedActions.includes('edit')) return ofBar.toReversed();
  return [
    ...ofBar.toReversed(),
    command('edit-deal', shared('action.editDeal')),
    command('edit-people', shared('action.editPeople')),
  ];
}

function copies({ id, contact }: Lead): Command[] {
  const texts = [
    { id: 'link', label: t('commands.copyLink'), icon: IconLink, text: `${location.origin}/leads/${id}` },
    { id: 'email', label: shared('copy.email'), icon: IconCopy, text: contact?.email },
    { id: 'phone', label: shared('copy.phone'), icon: IconCopy, text: contact?.phone },
    { id: 'id', label: shared('copy.leadId'), icon: IconCopy, text: id },
  ];
  return texts.flatMap(({ id: of, text, ...rest }) =>
    text ? [{ id: `lead.copy.${of}`, of: 'lead', ...rest, run: () => void copy(text) }] : [],
  );
}

async function copy(text: string): Promise<void> {
  announce((await copyText(text)) ? shared('copy.done') : t('commands.copyFailed'));
}
