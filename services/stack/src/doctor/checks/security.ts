import { type Check, type CheckResult, fail, ok } from '../check';

/** TLS on, and nobody served without a password. */
export const checkSecurity: Check = async ({ elasticsearchUrl, elastic }) => {
  if (!elasticsearchUrl) {
    return [];
  }
  const results: CheckResult[] = [
    elasticsearchUrl.startsWith('https:')
      ? ok('TLS', 'on')
      : fail('TLS', `${elasticsearchUrl} is not encrypted`, 'Set xpack.security.http.ssl.enabled: true.'),
  ];
  const anonymous = await elastic('/_cluster/health', 'nobody');
  if (anonymous.status === 401) {
    results.push(ok('Passwords', 'required'));
  } else if (anonymous.status !== 0) {
    results.push(fail('Passwords', `a call without one got ${anonymous.status}`, 'Set xpack.security.enabled: true.'));
  }
  return results;
};
