import { type Policy, actionNames, policyActNames } from '@spendscope/contracts';

/** In force where no policy file says otherwise: admins act, operators ask and judge, everybody else is refused. */
export const defaultPolicy: Policy = {
  version: 'default-2',
  format: 2,
  rules: [
    { roles: ['Admin'], acts: policyActNames, effect: 'allow' },
    { roles: ['Editor'], actions: [...actionNames], effect: 'needs_approval' },
    {
      roles: ['Editor'],
      acts: ['cancel', 'label', 'suppress', 'close_review', 'export', 'operate_jobs'],
      effect: 'allow',
    },
  ],
};
