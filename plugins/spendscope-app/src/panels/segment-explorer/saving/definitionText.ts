import { type CustomerSelection, type SelectionAxis } from '@spendscope/contracts';
import { t } from '../../../shared/i18n/t';
import { axisTitle } from '../format/labels';

const titleOf = ({ field, scale }: SelectionAxis): string => axisTitle({ title: field.split('.').at(-1)!, scale });

/** What a selection is made of, in a sentence. */
export function definitionText({ axes, steps, clusters, filter }: CustomerSelection): string {
  const parts: string[] = [];
  if (axes && steps.length > 0) {
    const drawn = { shapes: steps.length, x: titleOf(axes.x), y: titleOf(axes.y) };
    parts.push(
      steps.every(({ shape }) => shape.kind === 'box')
        ? t('explorer.definition.ranges', '{{shapes}} boxes on {{x}} and {{y}}', {
            ...drawn,
            count: steps.length,
            defaultValue_one: '{{shapes}} box on {{x}} and {{y}}',
          })
        : t('explorer.definition.polygon', '{{shapes}} outlines on {{x}} and {{y}}', {
            ...drawn,
            count: steps.length,
            defaultValue_one: 'An outline on {{x}} and {{y}}',
          })
    );
  }
  if (clusters) {
    parts.push(
      t('explorer.definition.clusters', 'clusters {{clusters}}', {
        clusters: clusters.join(', '),
        count: clusters.length,
        defaultValue_one: 'cluster {{clusters}}',
      })
    );
  }
  if (filter) {
    // Alone it is all there is to say; beside a shape it is only where that was drawn.
    parts.push(parts.length === 0 ? filter : t('explorer.definition.filter', 'the dashboard’s filter'));
  }
  return `${parts.join(' · ')}.`;
}
