import { type ElasticClient, elasticErrors } from '@spendscope/elastic';

/** Lets a server in this process die as a killed one does: from one moment on nothing reaches the store any more. */
export interface Mortal {
  /** Dies at the store call of this number from now, before or after the store has done it. */
  dieAt(call: number, moment: 'before' | 'after'): void;
  readonly dead: boolean;
}

export function mortal(client: ElasticClient): Mortal {
  const { transport } = client;
  const original = transport.request.bind(transport) as (...input: unknown[]) => Promise<unknown>;
  let left = Infinity;
  let dies: 'before' | 'after' = 'before';
  let dead = false;
  const death = (): Error => new elasticErrors.ConnectionError('The process died here.');
  transport.request = (async (...input: unknown[]) => {
    if (dead) {
      throw death();
    }
    dead = --left <= 0;
    if (!dead) {
      return original(...input);
    }
    if (dies === 'after') {
      await original(...input).catch(() => undefined);
    }
    throw death();
  }) as typeof transport.request;
  return {
    dieAt: (call, moment) => {
      left = call;
      dies = moment;
    },
    get dead() {
      return dead;
    },
  };
}
