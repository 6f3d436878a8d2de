import os from 'node:os';
import type { Measurement } from '../benchmark';
import { alternate, seconds } from './alternate';
import { PythonPeer } from './pythonPeer';

interface Training {
  /** e.g. `train 1000000 × 14` */
  name: string;
  rounds: number;
  fit: () => unknown;
  /** of the peer's script, which answers `time` with the seconds that it took */
  script: string;
  args: (threads: number) => string[];
}

/** Measures a training beside the peer on one core, then with all that there are; ours takes one. `check` meets the peer once. */
export async function onOneCoreAndAll(
  { name, rounds, fit, script, args }: Training,
  report: (measurement: Measurement) => void,
  check: (peer: PythonPeer) => Promise<void>
): Promise<void> {
  for (const threads of [1, os.availableParallelism()]) {
    const peer = await PythonPeer.open(script, args(threads), threads);
    const sides = await alternate(
      rounds,
      () => seconds(fit),
      () => peer.ask<number>('time')
    );
    const where = threads === 1 ? 'one core each' : `peer on ${threads} cores`;
    report({ case: `${name}, ${where}`, ...sides, unit: 's' });
    if (threads === 1) {
      await check(peer);
    }
    peer.close();
  }
}
