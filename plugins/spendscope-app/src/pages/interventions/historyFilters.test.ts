import { historyQueryOf } from './historyFilters';

const now = Date.parse('2026-11-25T12:00:00Z');

describe('historyQueryOf', () => {
  it('asks for what the address says', () => {
    expect(
      historyQueryOf({ target: 'C-7F3K2Q', actor: 'kim', action: 'lock_account', state: 'released', days: '7' }, now)
    ).toEqual({
      target: 'C-7F3K2Q',
      actor: 'kim',
      action: 'lock_account',
      state: 'released',
      from: '2026-11-18T12:00:00.000Z',
      size: 50,
    });
  });

  it('leaves out what the API would refuse', () => {
    expect(historyQueryOf({ target: 'not a token', action: 'shoot', state: 'gone', days: '-3' }, now)).toEqual({
      size: 50,
    });
  });
});
