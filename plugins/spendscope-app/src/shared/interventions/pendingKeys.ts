import { newIdempotencyKey } from '../api/newIdempotencyKey';

const prefix = 'spendscope.pending.';
/** Long enough to reload and ask again, too short for the same words to be meant as another act. */
const keptMs = 15 * 60_000;

/** 64-bit FNV-1a over UTF-16 units: what is asked may hold personal words, which are not for the browser to keep. */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return prefix + hash.toString(16);
}

/** The key under which this very request was sent from this tab and not answered yet; else a new one, kept from now on. */
export function pendingKey(request: string): string {
  const name = digest(request);
  const [key, at] = (read(name) ?? '').split(' ');
  if (key && Date.now() - Number(at) < keptMs) {
    return key;
  }
  const fresh = newIdempotencyKey();
  // Where the browser keeps nothing, the dialog itself still does.
  attempt(() => sessionStorage.setItem(name, `${fresh} ${Date.now()}`));
  return fresh;
}

/** It was answered: the same words are another act from now on. */
export const settleKey = (request: string): void => {
  attempt(() => sessionStorage.removeItem(digest(request)));
};

const read = (name: string): string | null | undefined => attempt(() => sessionStorage.getItem(name));

/** Storage throws where it is forbidden or full. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
