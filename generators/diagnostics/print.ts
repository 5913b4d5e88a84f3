import { type Diagnostic, pathText } from './diagnostic.ts';
import { type Origin, originOf, pathFrom, positionText } from './place.ts';

export interface PrintOptions {
  /** Files are named relative to it. */
  readonly cwd: string;
  readonly color: boolean;
}

/** A problem as machines read it. `file` and `line` are null where the problem has no place. */
export interface PlainDiagnostic {
  readonly code: string;
  readonly level: string;
  readonly path: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
  readonly cure: string;
  /** What some codes tell in full: see `signalbox explain`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** One block of lines per problem, in the order given; ends with a line break unless there are none. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: PrintOptions): string {
  return diagnostics.map((one) => `${block(one, options)}\n`).join('\n');
}

function block({ level, code, address, message, cure }: Diagnostic, { cwd, color }: PrintOptions): string {
  const paint = (style: string, text: string) => (color ? `\u001b[${style}m${text}\u001b[0m` : text);
  const origin = originOf(address.place);
  const head = `${paint(level === 'error' ? '1;31' : '1;33', level)} ${paint('1', code)}  ${pathText(address)}`;
  const where = origin === undefined ? [] : [paint('2', `  ${originText(origin, cwd)}`)];
  const lines = message.split('\n').map((line) => `  ${line}`);
  return [head, ...where, ...lines, `  → ${cure}`].join('\n');
}

/** `definitions/feed.ts:12`, with the author's own function that made the definition. */
function originText(origin: Origin, cwd: string): string {
  const { through } = origin;
  const helper = through === undefined ? '' : `, through ${through.name} at ${positionText(through, cwd)}`;
  return `${positionText(origin, cwd)}${helper}`;
}

/** `2 errors, 1 warning`; what is zero is left out. */
export function countText(counts: Readonly<Record<'error' | 'warning', number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([noun, count]) => `${count} ${noun}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** Problems as plain data, for `--json`. */
export function plainDiagnostics(diagnostics: readonly Diagnostic[], cwd: string): readonly PlainDiagnostic[] {
  return diagnostics.map(({ code, level, address, message, cure, details }) => {
    const origin = originOf(address.place);
    const [file, line] = origin === undefined ? [null, null] : [pathFrom(cwd, origin.file), origin.line];
    return {
      code,
      level,
      path: pathText(address),
      file,
      line,
      message,
      cure,
      ...(details === undefined ? {} : { details }),
    };
  });
}
