import type { JSX } from 'react';
import { isToken } from '../../shared/interventions/TokenField';
import { useQueryParams } from '../useQueryParams';
import { CustomerPage } from './CustomerPage';
import { FindCustomer } from './FindCustomer';

/** All that is known of the customer whose token the address names; without one, the way to one. */
export function CustomersPage(): JSX.Element {
  const [{ token }] = useQueryParams(['token']);
  return token && isToken(token) ? <CustomerPage key={token} token={token} /> : <FindCustomer />;
}
