/**
 * For what may have to be read anew many times a second. `ask` reads at once; while that goes on and for `restMs`
 * after it, asking only notes that it has to be read once more, however often. `end` forgets what is noted.
 */
export function readInTurn(
  read: () => Promise<unknown>,
  restMs: number,
): { ask: () => void; end: () => void } {
  let busy = false;
  let askedAgain = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rested = () => {
    busy = false;
    if (askedAgain) ask();
  };
  const rest = () => {
    if (!ended) timer = setTimeout(rested, restMs);
  };
  function ask() {
    askedAgain = busy;
    if (busy || ended) return;
    busy = true;
    void read().then(rest, rest);
  }
  return {
    ask,
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
