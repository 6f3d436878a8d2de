import { type OperatorErasurePlan, indices } from '@spendscope/contracts';
import { privacyApi } from '../../../shared/api/privacyApi';
import { t } from '../../../shared/i18n/t';
import { LoginField, isLogin } from './LoginField';
import type { ErasureKind } from './erasureKind';

const countsOf = ({ texts }: Pick<OperatorErasurePlan, 'texts'>): Record<string, number> => ({
  [indices.auditText.name]: texts,
});

/** Where somebody who acts called from; who did what stays on record. */
export const operatorErasure: ErasureKind = {
  Field: LoginField,
  isSubject: isLogin,
  plan: async (login) => {
    const plan = await privacyApi.planOperatorErasure(login);
    return { subject: login, counts: countsOf(plan), confirm: plan.confirm };
  },
  erase: async ({ subject, confirm }, key) => {
    const receipt = await privacyApi.eraseOperator({ login: subject, confirm }, key);
    const { erasedAt, chainOk } = receipt;
    return { subject, erasedAt, counts: countsOf(receipt), chainOk, answer: receipt };
  },
  words: {
    count: () => t('privacy.eraseOperator.dryRun', 'Count the records with an address'),
    nothing: (login) => t('privacy.eraseOperator.nothing', 'No address of {{login}} is stored', { login }),
    nothingHint: () =>
      t(
        'privacy.eraseOperator.nothingHint',
        'Check the login: it is the one that the audit log names. What was erased before is not there any more either.'
      ),
    go: (login) => t('privacy.eraseOperator.go', 'Erase the addresses of {{login}}…', { login }),
    title: (login) => t('privacy.eraseOperator.dialog', 'Erase the addresses of {{login}} for ever?', { login }),
    effect: () =>
      t(
        'privacy.eraseOperator.effect',
        'Network address, program and mail address go from these records. Who did what, and why, stays on record by name, and the audit chain still verifies. Nobody can undo this.'
      ),
    confirm: () => t('privacy.eraseOperator.confirm', 'Erase the addresses'),
    type: (login) => t('privacy.eraseOperator.type', 'Type the login: {{login}}', { login }),
    done: (login) => t('privacy.eraseOperator.done', 'Addresses erased: {{login}}', { login }),
  },
};
