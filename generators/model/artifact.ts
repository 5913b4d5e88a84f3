/** One generated file, as text: what an emitter returns and the only thing that reaches the disk. */
export interface Artifact {
  /** Relative to the output directory, `/` between segments, the stack first: `prod/runbooks/feed/README.md`. */
  readonly path: string;
  readonly content: string;
}
