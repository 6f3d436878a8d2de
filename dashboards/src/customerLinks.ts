import { appId } from '@spendscope/contracts';
import { type Override, leadingTo } from './columns';

/** From a customer's token to all that is known of it, to what it pays, and to what is strange about it. */
export const customerLinks = (column: string): Override =>
  leadingTo(column, [
    { title: 'All about this customer', url: `/a/${appId}/customers?token=\${__value.raw}` },
    { title: 'Spend of this customer', url: '/d/spend-overview?var-filters=user_id%7C%3D%7C${__value.raw}&${__url_time_range}' },
    { title: 'Anomalies of this customer', url: `/a/${appId}/anomalies?user=\${__value.raw}` },
  ]); // prettier-ignore
