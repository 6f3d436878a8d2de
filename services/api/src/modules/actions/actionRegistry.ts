import type { ActionDefinition, ActionName } from '@spendscope/contracts';

const hour = 3_600;
const day = 24 * hour;

/** Every action as data: the UI builds its buttons from these, and requests are held to them. */
export const actionRegistry: Readonly<Record<ActionName, ActionDefinition>> = {
  lock_account: {
    name: 'lock_account',
    label: { en: 'Lock account', ko: '계정 잠금' },
    effect: {
      en: 'The customer cannot sign in or pay until the lock ends or is released.',
      ko: '잠금이 끝나거나 해제될 때까지 고객은 로그인과 결제를 할 수 없습니다.',
    },
    targetTypes: ['account'],
    reversible: true,
    defaultDurationSec: day,
    durationsSec: [hour, day, 7 * day, 30 * day],
    maxDurationSec: 180 * day,
    permanentAllowed: true,
    icon: 'lock',
    destructive: true,
  },
  block_transaction: {
    name: 'block_transaction',
    label: { en: 'Block transaction', ko: '거래 차단' },
    effect: {
      en: 'This transaction is not carried out, and cannot be tried again until the block is released.',
      ko: '이 거래는 처리되지 않으며 차단이 해제될 때까지 다시 시도할 수 없습니다.',
    },
    targetTypes: ['transaction'],
    reversible: true,
    defaultDurationSec: 30 * day,
    durationsSec: [day, 7 * day, 30 * day],
    maxDurationSec: 180 * day,
    permanentAllowed: true,
    icon: 'ban',
    destructive: true,
  },
  require_extra_auth: {
    name: 'require_extra_auth',
    label: { en: 'Require extra authentication', ko: '추가 인증 요구' },
    effect: {
      en: 'The customer must confirm each payment with a second factor.',
      ko: '고객은 결제할 때마다 추가 인증을 거쳐야 합니다.',
    },
    targetTypes: ['account'],
    reversible: true,
    defaultDurationSec: 7 * day,
    durationsSec: [day, 7 * day, 30 * day],
    maxDurationSec: 90 * day,
    permanentAllowed: false,
    icon: 'shield',
    destructive: false,
  },
};

export const actionDefinitions: readonly ActionDefinition[] = Object.values(actionRegistry);
