import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { makeLead, makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { drafts } from '../../../api/drafts.ts';
import { DraftBanners } from './draft-banners.tsx';

const lead = makeLead();
const { person, organization } = makeMe();

async function showBanners({ form = 'accept', organizationId = organization.id, of = lead } = {}) {
  drafts.keep(
    { personId: person.id, organizationId, form, subject: lead.id },
    { base: { notes: '' }, values: { notes: 'Call back' }, attempt: undefined },
  );
  const onContinue = vi.fn();
  const { user } = await renderPart(<DraftBanners lead={of} hidden={false} onContinue={onContinue} />);
  return { user, onContinue };
}
const began = () => screen.queryByText('You started accepting this lead');

describe('what someone began to write about a lead', () => {
  it('is offered on its page, and goes on in its dialog', async () => {
    const { user, onContinue } = await showBanners();
    expect(began()).not.toBeNull();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(onContinue).toHaveBeenCalledWith('accept');
  });

  it('is gone when it is discarded', async () => {
    const { user } = await showBanners();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(began()).toBeNull();
    expect(drafts.list(person.id, lead.id)).toEqual([]);
  });

  it('is not offered once the lead does not allow it', async () => {
    await showBanners({ of: makeLead({ allowedActions: ['edit'] }) });
    expect(began()).toBeNull();
  });

  it('stays with the organization for which it was written', async () => {
    await showBanners({ organizationId: person.id });
    expect(began()).toBeNull();
  });
});
