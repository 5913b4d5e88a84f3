/** Why nothing was written. Refusals come before the first change: after one, the output directory is as it was. */
export interface OutputProblem {
  readonly code: 'output/path' | 'output/collision' | 'output/foreign' | 'output/nothing';
  /** The artifact or the directory it is about, relative to the output directory; `.` is that directory itself. */
  readonly path: string;
  readonly message: string;
  readonly cure: string;
}
