import { privacyApi } from '../../../shared/api/privacyApi';
import { t } from '../../../shared/i18n/t';
import { TokenField, isToken } from '../../../shared/interventions/TokenField';
import type { ErasureKind } from './erasureKind';

/** A customer, whole. */
export const personErasure: ErasureKind = {
  Field: TokenField,
  isSubject: isToken,
  plan: async (token) => {
    const { counts, confirm } = await privacyApi.planErasure(token);
    return { subject: token, counts, confirm };
  },
  erase: async ({ subject, confirm }, key) => {
    const receipt = await privacyApi.erase({ token: subject, confirm }, key);
    const { receipt: id, erasedAt, counts, chainOk } = receipt;
    return { subject, id, erasedAt, counts, chainOk, answer: receipt };
  },
  words: {
    count: () => t('privacy.erase.dryRun', 'Count what would be erased'),
    nothing: (token) => t('privacy.erase.nothing', 'Nothing is stored of {{token}}', { token }),
    nothingHint: () =>
      t('privacy.erase.nothingHint', 'Check the token. A person who was erased before has nothing left either.'),
    go: (token) => t('privacy.erase.go', 'Erase {{token}}…', { token }),
    title: (token) => t('privacy.erase.dialog', 'Erase {{token}} for ever?', { token }),
    effect: () =>
      t(
        'privacy.erase.effect',
        'Their documents, originals and texts go. The audit chain keeps keyed hashes only, and still verifies. Nobody can undo this.'
      ),
    confirm: () => t('privacy.erase.confirm', 'Erase this person'),
    type: (token) => t('privacy.erase.type', 'Type the token: {{token}}', { token }),
    done: (token) => t('privacy.receipt.title', 'Erased: {{token}}', { token }),
  },
};
