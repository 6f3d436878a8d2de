import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Button, LinkButton, useStyles2 } from '@grafana/ui';
import type { CustomerSelection } from '@spendscope/contracts';
import type { JSX } from 'react';
import { CustomerList } from '../../panels/segment-explorer/drawer/CustomerList';
import { customerPath } from '../../shared/customers/customerPath';
import { t } from '../../shared/i18n/t';
import type { Money } from '../../shared/money/money';
import { Section } from '../Section';

interface WhoIsInProps {
  name: string;
  /** Keep it stable: another one asks anew. */
  selection: CustomerSelection;
  money: Money;
  /** Where the same customers are drawn. */
  explorer?: string;
  /** Where they are not saved yet. */
  onSave?: () => void;
  onClose: () => void;
}

/** The customers of a segment, those who spend most first; each leads to all that is known of them. */
export function WhoIsIn({ name, selection, money, explorer, onSave, onClose }: WhoIsInProps): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <Section
      boxed
      title={t('segments.whoIsIn', 'Who is in {{name}}?', { name })}
      note={
        <span className={styles.acts}>
          {onSave && (
            <Button size="sm" variant="primary" icon="save" onClick={onSave}>
              {t('segments.save', 'Save as a segment')}
            </Button>
          )}
          {explorer && (
            <LinkButton size="sm" variant="secondary" icon="apps" href={explorer}>
              {t('personas.open', 'Open in explorer')}
            </LinkButton>
          )}
          <Button size="sm" variant="secondary" fill="outline" icon="times" onClick={onClose}>
            {t('segments.close', 'Close')}
          </Button>
        </span>
      }
    >
      <div className={styles.list}>
        <CustomerList
          selection={selection}
          money={money}
          onOpen={(token) => locationService.push(customerPath(token))}
        />
      </div>
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'acts' | 'list', string> => ({
  acts: css({ display: 'inline-flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  list: css({ height: 400, display: 'flex', flexDirection: 'column' }),
});
