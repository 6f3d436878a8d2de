import { dateTimeFormat } from '@grafana/data';
import { Alert } from '@grafana/ui';
import type { AuditVerification } from '@spendscope/contracts';
import type { JSX } from 'react';
import type { ApiError } from '../../shared/api/apiError';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import { testIds } from '../../shared/testIds';

type Kind = NonNullable<AuditVerification['firstBreak']>['kind'];

function breakWords(kind: Kind): string {
  const words: Record<Kind, string> = {
    changed: t('audit.break.changed', 'the block was changed after it was written'),
    missing: t('audit.break.missing', 'a block is missing'),
    reordered: t('audit.break.reordered', 'blocks stand in another order'),
    truncated: t('audit.break.truncated', 'blocks at the end are gone'),
    forked: t('audit.break.forked', 'two blocks follow the same one'),
    checkpoint: t('audit.break.checkpoint', 'a signed checkpoint does not match'),
  };
  return words[kind];
}

const shortHash = (hash: string): string => `${hash.slice(0, 6)}…${hash.slice(-4)}`;

function wholeWords({ blocks, records, checkpoints, unsignedBlocks, headHash, checkedAt }: AuditVerification): string {
  const proven = t(
    'audit.chain.proven',
    '{{records}} records in {{blocks}} blocks were recomputed at {{time}}, head {{head}}.',
    {
      records: formatCount(records),
      blocks: formatCount(blocks),
      time: dateTimeFormat(checkedAt, { format: 'HH:mm:ss' }),
      head: shortHash(headHash),
    }
  );
  const signed = t('audit.chain.signed', '{{count}} signed checkpoints match.', {
    count: checkpoints,
    defaultValue_one: '{{count}} signed checkpoint matches.',
  });
  const unsigned =
    unsignedBlocks > 0
      ? t('audit.chain.unsigned', '{{count}} newer blocks are linked but not yet signed.', {
          count: unsignedBlocks,
          defaultValue_one: '{{count}} newer block is linked but not yet signed.',
        })
      : '';
  return [proven, signed, unsigned].filter(Boolean).join(' ');
}

interface ChainBannerProps {
  value?: AuditVerification;
  error?: ApiError;
  checking: boolean;
}

/** What the check proved, and no more: blocks after the first break are unchecked. */
export function ChainBanner({ value, error, checking }: ChainBannerProps): JSX.Element {
  return (
    <div data-testid={testIds.audit.chain} aria-live="polite">
      {checking ? (
        <Alert severity="info" title={t('audit.chain.checking', 'Recomputing the chain…')} />
      ) : error ? (
        <Alert severity="warning" title={t('audit.chain.unknown', 'The chain could not be checked')}>
          {error.message}
        </Alert>
      ) : !value ? (
        <Alert
          severity="info"
          title={t('audit.chain.notChecked', 'The chain has not been checked since you opened this page')}
        />
      ) : value.firstBreak ? (
        <Alert
          severity="error"
          title={t('audit.chain.broken', 'The chain breaks at block {{block}}: {{what}}', {
            block: formatCount(value.firstBreak.block),
            what: breakWords(value.firstBreak.kind),
          })}
        >
          {value.firstBreak.detail}{' '}
          {t('audit.chain.unchecked', '{{blocks}} blocks before it were proven; what comes after it is unchecked.', {
            blocks: formatCount(value.blocks),
          })}
        </Alert>
      ) : value.ok ? (
        <Alert
          severity="success"
          title={t('audit.chain.whole', 'The chain is whole, over {{blocks}} blocks', {
            blocks: formatCount(value.blocks),
          })}
        >
          {wholeWords(value)}
        </Alert>
      ) : (
        <Alert severity="error" title={t('audit.chain.failed', 'The chain did not pass the check')}>
          {wholeWords(value)}
        </Alert>
      )}
    </div>
  );
}
