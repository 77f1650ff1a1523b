import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft, DraftPlace } from '../../api/drafts.ts';
import { DraftKeeper } from './draft-keeper.ts';

const place: DraftPlace = { personId: 'p', organizationId: 'o', form: 'accept', subject: 'l' };

function openForm(found: Draft | null = null) {
  let kept = found;
  const box = {
    find: () => kept,
    keep: (_: DraftPlace, draft: Omit<Draft, 'at'>) => {
      kept = { ...draft, at: 1 };
      return true;
    },
    remove: () => {
      kept = null;
    },
  };
  const form = { base: { notes: '' }, values: { notes: '' } };
  return { keeper: new DraftKeeper(box, place, () => form), form, kept: () => kept };
}

describe('the draft of a form', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is written once the keys rest, and at once when the page goes', () => {
    const { keeper, form, kept } = openForm();
    form.values = { notes: 'Thr' };
    keeper.touch();
    form.values = { notes: 'Three' };
    keeper.touch();
    expect(kept()).toBeNull();
    vi.runAllTimers();
    expect(kept()?.values).toEqual({ notes: 'Three' });
    form.values = { notes: 'Three clinics' };
    keeper.touch();
    keeper.flush();
    expect(kept()?.values).toEqual({ notes: 'Three clinics' });
  });

  it('goes when everything typed is taken out again', () => {
    const { keeper, form, kept } = openForm();
    form.values = { notes: 'Three' };
    keeper.write();
    form.values = { notes: '' };
    keeper.write();
    expect(kept()).toBeNull();
  });

  it('is gone for good once it was sent, whatever is written down late', () => {
    const { keeper, form, kept } = openForm();
    form.values = { notes: 'Three' };
    keeper.touch();
    keeper.clear();
    vi.runAllTimers();
    keeper.flush();
    keeper.write();
    expect(kept()).toBeNull();
    keeper.renew();
    keeper.write();
    expect(kept()?.values).toEqual({ notes: 'Three' });
  });

  it('comes back with the try that was never answered', () => {
    const attempt = { at: 5, body: '{}', key: 'k' };
    const { keeper } = openForm({ at: 2, base: { notes: '' }, values: { notes: 'mine' }, attempt });
    expect(keeper.open()).toEqual({ values: { notes: 'mine' }, restored: { at: 2, moved: [] } });
    expect(keeper.attempt).toEqual(attempt);
  });

  it('does not come back when the form holds it already', () => {
    const { keeper, kept } = openForm({ at: 2, base: { notes: 'x' }, values: { notes: '' } });
    expect(keeper.open()).toBeUndefined();
    expect(kept()).toBeNull();
  });
});
