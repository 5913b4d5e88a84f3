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
  /** The day that waivers are compared with, `YYYY-MM-DD`: as asked, else as the environment says, else the real one. */
  readonly today: (asked: string | undefined) => string;
}

/** The world of this process. */
export function processWorld(): World {
  const { stdout, stderr, env } = process;
  return {
    cwd: process.cwd(),
    color: stderr.isTTY === true && !env.NO_COLOR,
    say: (text) => stdout.write(text),
    complain: (text) => stderr.write(text),
    progress: (text) => stderr.isTTY === true && stderr.write(`\r\u001b[K${text}`),
    today: (asked) => asked ?? env.SIGNALBOX_TODAY ?? new Date().toISOString().slice(0, 10),
  };
}
