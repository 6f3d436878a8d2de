import { dirname, join } from 'node:path';
import { daysLeft } from '../../elasticsearch/certificates';
import { type Check, type CheckResult, fail, ok, warn } from '../check';

/** How long the authority's and the server's certificates still hold. */
export const checkCertificates: Check = async ({ caFile, readText, now }) => {
  if (!caFile) {
    return [];
  }
  const files: [string, string][] = [
    ['Certificate authority', caFile],
    ['Server certificate', join(dirname(caFile), 'http.crt')],
  ];
  return files.flatMap(([what, path]): CheckResult[] => {
    const pem = readText(path);
    if (pem === undefined) {
      return path === caFile
        ? [fail(what, `${path} cannot be read`, 'Check ELASTICSEARCH_CA, or npm start makes a new one.')]
        : [];
    }
    const days = Math.floor(daysLeft(pem, now));
    const saw = days < 0 ? `expired ${-days} days ago (${path})` : `valid for ${days} days (${path})`;
    if (days < 0) {
      return [fail(what, saw, 'npm run stop, then npm start: it renews certificates of its own.')];
    }
    return [days < 30 ? warn(what, saw, 'npm start renews it at its next start.') : ok(what, saw)];
  });
};
