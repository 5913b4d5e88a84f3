import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlaceHolder } from '../language/place.ts';

/** A line of a file, `file` as an absolute path. */
export interface Position {
  readonly file: string;
  readonly line: number;
}

/** Where a definition was written and, where a function of the author's made it, that function's name and place. */
export interface Origin extends Position {
  readonly through?: Position & { readonly name: string };
}

interface Frame extends Position {
  readonly name: string;
}

/** `generators/` in the repository, `dist/` in the installed package: frames in there are ours. */
const ours = `${dirname(dirname(fileURLToPath(import.meta.url)))}/`.replaceAll('\\', '/');

/** Reads a captured stack: the outermost frame of the author's own, and the innermost where they differ. */
export function originOf(holder: PlaceHolder | undefined): Origin | undefined {
  return originIn(holder?.stack);
}

/** As `originOf`, for the text of any stack. */
export function originIn(stack: unknown): Origin | undefined {
  if (typeof stack !== 'string') return undefined;
  const frames = authorFrames(stack);
  const outermost = frames.at(-1);
  const innermost = frames[0];
  if (outermost === undefined || innermost === undefined) return undefined;
  const { file, line } = outermost;
  return frames.length === 1 || !isFunctionName(innermost.name) ? { file, line } : { file, line, through: innermost };
}

function isFunctionName(name: string): boolean {
  return /^[\w$.]+$/.test(name);
}

/** `definitions/feed.ts:12`, relative to `cwd` where the file lies below it or beside it. */
export function positionText({ file, line }: Position, cwd: string): string {
  return `${pathFrom(cwd, file)}:${line}`;
}

/** A file's path from a directory, with `/` between segments; absolute where it would climb more than twice. */
export function pathFrom(cwd: string, file: string): string {
  const path = relative(cwd, file).replaceAll('\\', '/');
  return path.startsWith('../../../') ? file : path;
}

/** From the inside outwards, up to Node's module loader: what lies beyond it imported the file, and defined nothing. */
function authorFrames(stack: string): readonly Frame[] {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const loader = lines.findIndex((line) => line.includes('node:internal/modules'));
  const frames = (loader === -1 ? lines : lines.slice(0, loader)).flatMap((line) => frameOf(line) ?? []);
  return withoutWrapper(frames.filter(isAuthors));
}

/** A module compiled to CommonJS runs in a function of its own, called by a frame that says nothing: its line is the last. */
function withoutWrapper(frames: readonly Frame[]): readonly Frame[] {
  const [inner, outer] = frames.slice(-2);
  const wraps = outer?.name === 'Object.<anonymous>' && inner?.name === '<anonymous>' && inner.file === outer.file;
  return wraps ? frames.slice(0, -1) : frames;
}

function isAuthors({ file }: Frame): boolean {
  const path = file.replaceAll('\\', '/');
  return !path.startsWith(ours) && !path.includes('/node_modules/');
}

/** `    at helper (/project/a.ts:5:10)`, `    at file:///project/a.ts:5:10`, `    at async load (…)` */
function frameOf(text: string): Frame | undefined {
  const match =
    /^\s+at (?:async )?(?:(?<name>.*?) \()?(?<file>(?:file:|\/|[A-Za-z]:[\\/]).*?):(?<line>\d+):\d+\)?$/.exec(text);
  const { name = '', file = '', line = '' } = match?.groups ?? {};
  if (file === '') return undefined;
  return { name, file: fileOf(file), line: Number(line) };
}

function fileOf(location: string): string {
  const bare = location.replace(/\?.*$/, '');
  return bare.startsWith('file:') && URL.canParse(bare) ? fileURLToPath(bare) : join(bare);
}
