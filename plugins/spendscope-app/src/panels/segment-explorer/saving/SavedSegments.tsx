import { Badge, Button, IconButton, useStyles2 } from '@grafana/ui';
import { driftLimit, type SavedSegment } from '@spendscope/contracts';
import { useState, type JSX } from 'react';
import type { ApiError } from '../../../shared/api/apiError';
import { asApiError } from '../../../shared/api/asApiError';
import { segmentApi } from '../../../shared/api/segmentApi';
import { usePolling } from '../../../shared/api/usePolling';
import { formatCount, formatShare } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { SubmitError } from '../../../shared/interventions/SubmitError';
import { SkeletonRows } from '../../../shared/state/SkeletonRows';
import { getDrawerStyles } from '../drawer/drawer.styles';
import { definitionText } from './definitionText';

interface SavedSegmentsProps {
  /** Draws it again. */
  onShow: (segment: SavedSegment) => void;
  onSaid: (said: string) => void;
}

const driftText = (change: number): string => `${change < 0 ? '−' : '+'}${formatShare(Math.abs(change), 0)}`;

/** Saved segments with what each holds now; one that drifted by more than a tenth says so. */
export function SavedSegments({ onShow, onSaid }: SavedSegmentsProps): JSX.Element {
  const styles = useStyles2(getDrawerStyles);
  const { value, error, refresh } = usePolling(segmentApi.saved);
  const [asked, setAsked] = useState<string>();
  const [failed, setFailed] = useState<ApiError>();
  const act = async (work: Promise<unknown>, said: string): Promise<void> => {
    setFailed(undefined);
    try {
      await work;
      await refresh();
      onSaid(said);
    } catch (cause) {
      setFailed(asApiError(cause));
    }
    setAsked(undefined);
  };
  const fault = failed ?? error;
  return (
    <>
      {fault && <SubmitError error={fault} />}
      {!value && !error && <SkeletonRows rows={5} />}
      {value?.items.length === 0 && (
        <p className={styles.section}>
          {t('explorer.saved.none', 'Nobody has saved a segment yet. Select customers and choose “Save segment…”.')}
        </p>
      )}
      {value?.items.map((segment) => {
        const { id, name, owner, now, frozenCount, note, mayChange } = segment;
        const drifted = now !== undefined && Math.abs(now.change) > driftLimit;
        return (
          <div key={id} className={styles.section}>
            <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
              <strong style={{ flex: 1, overflowWrap: 'anywhere' }}>{name}</strong>
              {drifted && (
                <Badge
                  color="orange"
                  icon="exclamation-triangle"
                  text={t('explorer.saved.drift', 'drifted {{change}}', { change: driftText(now.change) })}
                />
              )}
              <Button
                size="sm"
                variant="secondary"
                onClick={() => onShow(segment)}
                aria-label={t('explorer.saved.showName', 'Show {{name}}', { name })}
              >
                {t('explorer.saved.show', 'Show')}
              </Button>
              {mayChange && drifted && (
                <IconButton
                  name="sync"
                  tooltip={t('explorer.saved.recount', 'Compare {{name}} with its count of today from now on', {
                    name,
                  })}
                  onClick={() =>
                    void act(
                      segmentApi.change(segment, { recount: true }),
                      t('explorer.saved.recounted', '{{name}} was counted anew', { name })
                    )
                  }
                />
              )}
              {mayChange && (
                <IconButton
                  name="trash-alt"
                  tooltip={t('explorer.saved.delete', 'Delete {{name}}', { name })}
                  onClick={() => setAsked(id)}
                />
              )}
            </div>
            <p className={styles.muted}>{definitionText(segment.selection)}</p>
            <p className={styles.muted}>
              {now
                ? t('explorer.saved.counts', '{{now}} customers now, {{then}} when saved by {{owner}}', {
                    now: `${now.count.relation === 'gte' ? '≥ ' : ''}${formatCount(now.count.value)}`,
                    then: formatCount(frozenCount),
                    owner,
                  })
                : t(
                    'explorer.saved.unfit',
                    'Its definition no longer fits the customers; {{then}} when saved by {{owner}}',
                    {
                      then: formatCount(frozenCount),
                      owner,
                    }
                  )}
            </p>
            {note && <p className={styles.muted}>{note}</p>}
            {asked === id && (
              <p role="alert">
                {t('explorer.saved.sure', 'Delete this segment for everybody?')}{' '}
                <Button
                  size="sm"
                  variant="destructive"
                  onClick={() =>
                    void act(segmentApi.remove(id), t('explorer.saved.deleted', '{{name}} is deleted', { name }))
                  }
                >
                  {t('explorer.saved.deleteConfirm', 'Delete segment')}
                </Button>{' '}
                <Button size="sm" variant="secondary" onClick={() => setAsked(undefined)}>
                  {t('explorer.saved.keep', 'Keep it')}
                </Button>
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}
