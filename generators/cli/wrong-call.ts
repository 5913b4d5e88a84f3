export interface WrongCall {
  readonly verb: 'wrong';
  readonly message: string;
}

/** A call that cannot be understood is a call, too. */
export function wrong(message: string): WrongCall {
  return { verb: 'wrong', message };
}

/** parseArgs says what is wrong in its first sentence, and then how to escape a dash. */
export function wrongOption(error: unknown): WrongCall {
  const message = error instanceof Error ? error.message.replace(/\. To specify .*$/s, '') : String(error);
  return wrong(`${message}.`.replace('..', '.'));
}
