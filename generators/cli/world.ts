import { createInterface } from 'node:readline/promises';

/** What a command may know and touch besides files. */
export interface World {
  readonly cwd: string;
  readonly color: boolean;
  /** Results. */
  readonly say: (text: string) => void;
  /** Problems. */
  readonly complain: (text: string) => void;
  /** What is being done, where somebody watches; an empty text clears it. */
  readonly progress: (text: string) => void;
  /** Asks whoever sits there; undefined where they have left. Absent where nobody sits there. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** The day that waivers are compared with, `YYYY-MM-DD`: as asked, else as the environment says, else the real one. */
  readonly today: (asked: string | undefined) => string;
}

/** The world of this process. */
export function processWorld(): World {
  const { stdin, stdout, stderr, env } = process;
  return {
    cwd: process.cwd(),
    color: stderr.isTTY === true && !env.NO_COLOR,
    say: (text) => stdout.write(text),
    complain: (text) => stderr.write(text),
    progress: (text) => stderr.isTTY === true && stderr.write(`\r\u001b[K${text}`),
    ...(stdin.isTTY === true && stdout.isTTY === true ? { ask: asking() } : {}),
    today: (asked) => asked ?? env.SIGNALBOX_TODAY ?? new Date().toISOString().slice(0, 10),
  };
}

/** Asks on the terminal. Lines that were typed ahead, or pasted, answer the next questions. */
function asking(): NonNullable<World['ask']> {
  const ahead: string[] = [];
  return async (question) => {
    const known = ahead.shift();
    if (known !== undefined) {
      process.stdout.write(`${question}${known}\n`);
      return known;
    }
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    terminal.on('line', (line) => ahead.push(line));
    // At the end of the input, or on Ctrl-C, an open question is never answered.
    const left = new Promise<undefined>((settle) => terminal.once('close', () => settle(undefined)));
    try {
      return await Promise.race([terminal.question(question), left]);
    } finally {
      terminal.close();
    }
  };
}
