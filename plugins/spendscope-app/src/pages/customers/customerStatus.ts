import type { CustomerProfile } from '@spendscope/contracts';
import type { Polled } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import type { PanelStatus } from '../../shared/state/panelState.types';
import { pagePaths } from '../pagePaths';
import { statusOf } from '../statusOf';

/** What the page shows for what the API said; a token of nobody is no fault of the API. */
export function customerStatus(profile: Polled<CustomerProfile>, token: string): PanelStatus {
  return !profile.value && profile.error?.status === 404
    ? {
        kind: 'empty',
        title: t('customer.nobody', 'Nothing is known of {{token}}', { token }),
        reason: t(
          'customer.nobodyWhy',
          'No customer, transaction or act has this token. Check its letters; an erased person leaves nothing behind.'
        ),
        actions: [{ label: t('customer.another', 'Choose another customer'), href: pagePaths.customers }],
      }
    : statusOf(profile);
}
