import type { WriteStream } from "node:tty";

const terminalEveryMs = 100;
const logEveryMs = 5_000;

/** Shows how far something is: a line that rewrites itself on a terminal, a new line now and then elsewhere. */
export function showProgress(stream: WriteStream) {
  let last = 0;
  return {
    show(text: string) {
      const now = performance.now();
      if (last > 0 && now - last < (stream.isTTY ? terminalEveryMs : logEveryMs)) return;
      last = now;
      stream.write(stream.isTTY ? `\r${text.slice(0, stream.columns - 1)}\u001b[K` : `${text}\n`);
    },
    end() {
      if (stream.isTTY && last > 0) stream.write("\r\u001b[K");
    },
  };
}
