import { Button } from '@grafana/ui';
import { type FormEvent, type JSX, useState } from 'react';
import { t } from '../../shared/i18n/t';
import { TokenField, isToken } from '../../shared/interventions/TokenField';

/** Takes a customer's token; nothing else leads to a customer here. */
export function TokenForm({ onOpen }: { onOpen: (token: string) => void }): JSX.Element {
  const [token, setToken] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isToken(token)) {
      onOpen(token);
    }
  };
  return (
    <form onSubmit={submit}>
      <TokenField value={token} onChange={setToken} disabled={false} showFault={tried} />
      <Button type="submit" icon="user">
        {t('customer.open', 'Show this customer')}
      </Button>
    </form>
  );
}
