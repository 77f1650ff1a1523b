import { t } from '../catalogue.ts';
import { SkillsField } from './skills-field.tsx';
import { TagPicker } from './tag-picker.tsx';

/** What customers find the partner by. */
export function ExpertiseStep() {
  return (
    <>
      <p className="ll-note">{t('expertise.hint')}</p>
      <TagPicker field="industries" />
      <TagPicker field="products" />
      <TagPicker field="services" />
      <TagPicker field="solutions" />
      <SkillsField />
    </>
  );
}
