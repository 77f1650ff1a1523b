import { Checkbox, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded, RowsSkeleton } from '../../../ui/content/index.ts';
import { vocabulariesQuery } from '../../vocabularies/index.ts';
import { t } from '../catalogue.ts';
import { useField } from '../editing/use-editing.ts';
import { FieldFrame } from '../field-frame.tsx';
import { fieldWords } from '../profile-words.ts';
import { AvailabilityField } from './availability-field.tsx';
import { BudgetField } from './budget-field.tsx';
import classes from './steps.module.css';
import { listOptions } from './tag-picker.tsx';

/** Which customers the partner wants, and when. */
export function CustomersStep() {
  return (
    <>
      <SizesField />
      <OptOutField />
      <BudgetField />
      <AvailabilityField />
    </>
  );
}

function SizesField() {
  const { value, error, change } = useField('customerSizes');
  const query = useQuery(vocabulariesQuery);
  return (
    <FieldFrame at="customerSizes">
      <Loaded query={query} loading={<RowsSkeleton rows={4} height={24} />}>
        {({ items }) => (
          <Checkbox.Group
            label={fieldWords.customerSizes}
            description={t('customers.sizesHint')}
            value={value}
            error={error}
            onChange={change}
          >
            <div className={classes.sizes}>
              {listOptions(items.find(({ name }) => name === 'customerSizes')?.values ?? [], value).map(
                (size) => (
                  <Checkbox key={size.value} value={size.value} label={size.label} />
                ),
              )}
            </div>
          </Checkbox.Group>
        )}
      </Loaded>
    </FieldFrame>
  );
}

function OptOutField() {
  const { value, error, change } = useField('optOutOfOtherSizes');
  return (
    <FieldFrame at="optOutOfOtherSizes">
      <Switch
        label={fieldWords.optOutOfOtherSizes}
        description={t('customers.optOutHint')}
        checked={value}
        error={error}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </FieldFrame>
  );
}
