import { indices } from '@spendscope/contracts';
import { t } from '../../shared/i18n/t';

/** Customers of certain traits, as a dashboard's filters had them. */
export interface TraitGroup {
  /** The traits in words. */
  name: string;
  /** Lucene over customers. */
  filter: string;
}

const { fields } = indices.customers;
/** Filters of the dashboards of spend that say something of a customer; each has the name of its field. */
const traits = [fields.grade, fields.age_band, fields.region, fields.sex, fields.life_stage, fields.card_product];
const everyone = ['All', '$__all', ''];
const childrenFilter = new RegExp(`^${fields.children}:\\[(\\d{1,2}) TO \\*\\]$`);

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** The group that an address with a dashboard's variables means; undefined where they narrow nothing. */
export function traitGroupOf(search: string): TraitGroup | undefined {
  const query = new URLSearchParams(search);
  const chosen = traits.flatMap((trait) => {
    const values = query.getAll(`var-${trait}`);
    return values.length === 0 || values.some((value) => everyone.includes(value)) ? [] : [{ trait, values }];
  });
  const children = childrenFilter.exec(query.get(`var-${fields.children}`) ?? '')?.[1];
  const filter = [
    ...chosen.map(({ trait, values }) => `${trait}:(${values.map(quoted).join(' OR ')})`),
    ...(children ? [`${fields.children}:[${children} TO *]`] : []),
  ].join(' AND ');
  if (filter === '') {
    return undefined;
  }
  const words = chosen.map(({ values }) => values.join(t('segments.or', ' or ')));
  return { filter, name: [...words, ...(children ? [t('segments.children', 'with school-age children')] : [])].join(', ') }; // prettier-ignore
}
