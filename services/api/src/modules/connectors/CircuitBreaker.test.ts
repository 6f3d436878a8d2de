import { CircuitBreaker } from './CircuitBreaker';

describe('a circuit breaker', () => {
  let now = 0;
  const fails = (): Promise<never> => Promise.reject(new Error('away'));
  const broken = async (): Promise<CircuitBreaker> => {
    const circuit = new CircuitBreaker('bank', () => now, 3, 1_000);
    for (let call = 0; call < 3; call++) {
      await expect(circuit.run(fails)).rejects.toThrow('away');
    }
    return circuit;
  };

  it('opens after so many failures in a row, and then calls nobody', async () => {
    const circuit = await broken();
    const call = jest.fn();
    await expect(circuit.run(call)).rejects.toThrow('left alone for a moment');
    expect([circuit.state, call.mock.calls.length]).toEqual(['open', 0]);
  });

  it('is forgiving of failures between successes', async () => {
    const circuit = new CircuitBreaker('bank', () => now, 2, 1_000);
    for (let round = 0; round < 5; round++) {
      await expect(circuit.run(fails)).rejects.toThrow('away');
      await circuit.run(async () => 'back');
    }
    expect(circuit.state).toBe('closed');
  });

  it('lets one call try after the pause, and closes or opens by it', async () => {
    const circuit = await broken();
    now += 1_000;
    let answer: (value: string) => void = () => undefined;
    const trying = circuit.run(() => new Promise<string>((resolve) => (answer = resolve)));
    await expect(circuit.run(async () => 'second')).rejects.toThrow('left alone');
    answer('back');
    expect([await trying, circuit.state]).toEqual(['back', 'closed']);
    const again = await broken();
    now += 1_000;
    await expect(again.run(fails)).rejects.toThrow('away');
    expect(again.state).toBe('open');
  });
});
