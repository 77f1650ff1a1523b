import { expect, test } from 'vitest';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, tabTo, useDesk } from './support.ts';

const desk = useDesk();

const operator = 'operator.admin@northwind.example';

/**
 * Makes leads from deciders won and all others lost, one in eight the other way round, and starts training the models.
 */
async function letOutcomesSpeak(): Promise<void> {
  await desk.product.query(`
    update lead l
    set status = case when (r.snapshot->>'titleSeniority' in ('executive', 'director', 'manager'))
                           is distinct from (abs(hashtext(l.id::text)) % 8 = 0) then 'Won' else 'Lost' end
    from lead_rating r
    where r.organization_id = l.organization_id and r.lead_id = l.id
      and l.status in ('Won', 'Lost', 'Declined', 'Expired')`);
  await desk.product.query(`select enqueue_job('quality.train-all', '{}', null, null, null)`);
}

test('LQ-2, LQ-3: the operator reads what rates the leads, before and after a model has learned', async () => {
  await desk.product.query('delete from rating_model');
  const page = await desk.signIn(operator, '/settings/lead-rating');
  const panel = (name: string | RegExp) => page.getByRole('region', { name });
  await see(panel('Lead rating').getByText('Starting values'));
  await see(panel('What the ratings mean').getByText('Call right away'));
  await see(panel('What moves ratings the most').getByText('These are assumptions'));
  await see(panel('What ratings never look at').getByText('Gender and age'));
  await seeNo(panel('Predicted and actual'));
  await checkEverywhere(page);

  await letOutcomesSpeak();
  await becomes(async () => {
    await page.reload();
    await see(panel('Lead rating').getByText('Share won'));
    return panel('Lead rating').getByText('Learned from all partners').count();
  }).toBe(1);
  const measured = panel('How well it does on leads it hasn’t seen');
  for (const figure of ['ROC AUC', 'PR AUC', 'Brier score', 'Calibration error'])
    await see(measured.getByText(figure, { exact: true }));
  await see(panel('What moves ratings the most').getByText('Seniority'));

  const reliability = panel('Predicted and actual');
  await see(reliability.getByRole('img', { name: /^Reliability diagram/ }));
  await tabTo(page, reliability.getByText('Show as a table'));
  await page.keyboard.press('Enter');
  await see(reliability.getByRole('columnheader', { name: 'Predicted' }));
  const trainings = panel('Training history').getByRole('listitem');
  await see(trainings.first().getByText('In use', { exact: true }));
  await see(trainings.first().getByText(/^The new model is at least as good, so we use it\. Log loss −/));
  await checkEverywhere(page);
});

test('LQ-3: a partner sees what its leads are rated by, and none of the figures of all together', async () => {
  const page = await desk.signIn('referrals.admin@fabrikam.example', '/settings/lead-rating');
  await see(page.getByRole('heading', { name: 'Only the operator sees these figures' }));
  expect(await page.getByText('ROC AUC').count()).toBe(0);
  await checkEverywhere(page);

  const user = await desk.signIn('referrals.user@fabrikam.example', '/settings');
  await see(user.getByRole('link', { name: 'Sessions' }));
  expect(await user.getByRole('link', { name: 'Lead rating' }).count()).toBe(0);
});
