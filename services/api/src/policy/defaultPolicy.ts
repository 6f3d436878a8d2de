import { type Policy, actionNames } from '@spendscope/contracts';

/** In force where no policy file says otherwise: admins act, operators ask, everybody else is refused. */
export const defaultPolicy: Policy = {
  version: 'default-1',
  rules: [
    { roles: ['Admin'], actions: [...actionNames], effect: 'allow' },
    { roles: ['Editor'], actions: [...actionNames], effect: 'needs_approval' },
  ],
};
