import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dataContractPage } from './dataContract';

describe('docs/data-contract.md', () => {
  const page = dataContractPage();

  it('is what the contract says', () => {
    expect(readFileSync(path.resolve(__dirname, '../../docs/data-contract.md'), 'utf8')).toBe(page);
  });

  it('names nested fields, closed sets and what is always there', () => {
    expect(page).toMatch(/^\| `rfm\.log_monetary` \| double \| yes \|/m);
    expect(page).toMatch(/^\| `grade` \| keyword \|\s+\| one of VVIP, VIP, gold, general \|$/m);
    expect(page).toContain('Grafana cannot read it');
  });
});
