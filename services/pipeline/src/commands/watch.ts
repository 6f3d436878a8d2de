import type { Command } from 'commander';
export function addWatch(_program: Command, _signal: AbortSignal): void {}
